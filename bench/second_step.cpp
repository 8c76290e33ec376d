// SPDX-License-Identifier: GPL-2.0-or-later
//
// second_step ARCHIVE: reads queries from standard input, one a line, ranks the best hundred articles
// of each twice and prints what the second time took on average, in CPU milliseconds for a hundred
// articles and for a megabyte of their text:
//   load (SQLite, zstd, normal form)   scan   features
#include <cstdio>
#include <ctime>
#include <iostream>
#include <string>

#include <gisa/error.h>

#include "searcher/open_archive.h"
#include "searcher/rank/score.h"

namespace gisa::searcher {
namespace {

constexpr std::uint32_t kRanked = 100;

struct Taken {
    double load = 0;
    double scan = 0;
    double features = 0;
    double articles = 0;
    double bytes = 0;
    double scores = 0;  ///< so that no compiler leaves the work out
};

double cpu_ms() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

void rank(OpenArchive& archive, const Matches& matches, QueryUnits& units, Taken& taken) {
    const RankWeights weights;
    ScannedText scanned;
    for (const Candidate& candidate : matches.candidates) {
        const double begin = cpu_ms();
        if (!archive.texts().load(candidate.row)) {
            continue;
        }
        const std::string& normal = archive.texts().normal().text();
        const double loaded = cpu_ms();
        units.scan(normal, scanned);
        const double found = cpu_ms();
        const RankedText text{
            normal, archive.texts().title_end(), candidate.weight, candidate.relative_length};
        taken.scores += score(features_of(units, scanned, text), weights);
        taken.features += cpu_ms() - found;
        taken.scan += found - loaded;
        taken.load += loaded - begin;
        taken.bytes += static_cast<double>(archive.texts().original().size());
        ++taken.articles;
    }
}

void report(const Taken& taken) {
    const double per_hundred = kRanked / taken.articles;
    const double per_megabyte = 1e6 / taken.bytes;
    std::printf("| | load | scan | features | together |\n|---|---:|---:|---:|---:|\n");
    for (const auto& [name, by] :
         {std::pair("ms for 100 articles", per_hundred), std::pair("ms for 1 MB", per_megabyte)}) {
        std::printf(
            "| %s | %.2f | %.2f | %.2f | %.2f |\n",
            name,
            taken.load * by,
            taken.scan * by,
            taken.features * by,
            (taken.load + taken.scan + taken.features) * by
        );
    }
    std::printf(
        "\n%.0f articles, %.0f bytes and a score of %.1f each\n",
        taken.articles,
        taken.bytes / taken.articles,
        taken.scores / taken.articles
    );
}

void run(const char* folder) {
    OpenArchive archive(folder, "");
    Taken taken;
    for (std::string query; std::getline(std::cin, query);) {
        const Plan plan = archive.plan(parse(query));
        const Matches matches = archive.matcher().match(
            plan, {.strictness = Strictness::MostWords, .most = kRanked}, archive.text_holds(plan)
        );
        const catalog::Reading reading(archive.catalog());  // as a search holds it: no lock a row
        QueryUnits units(plan, archive.counts(), archive.analyzer());
        Taken unmeasured;
        rank(archive, matches, units, unmeasured);
        archive.texts().forget();
        rank(archive, matches, units, taken);
    }
    report(taken);
}
}  // namespace
}  // namespace gisa::searcher

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: second_step ARCHIVE <QUERIES\n";
        return 2;
    }
    try {
        gisa::searcher::run(argv[1]);
    } catch (const gisa::Error& error) {
        std::cerr << error.what() << '\n' << error.hint() << '\n';
        return 1;
    }
}
