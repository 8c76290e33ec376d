// SPDX-License-Identifier: GPL-2.0-or-later
//
// analysis_bench [DICTIONARY]: analyses the lines of standard input as the indexer does, all views
// together, and prints what a CPU second does with an empty and with a full memory:
//   zstd -dc docs.jsonl.zst | head -20000 | analysis_bench
#include <ctime>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <string>
#include <unordered_set>
#include <vector>

#include <unistd.h>

#include <gisa/error.h>

#include "common/text/analyzer.h"

namespace {
constexpr double kMegabyte = 1e6;

struct Pass {
    double cpu_seconds = 0;
    std::size_t terms = 0;
    std::unordered_set<std::string> forms;
};

double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// What the process holds in memory of its own, without the mapped dictionary; 0 where /proc does
/// not say.
double own_megabytes() {
    std::ifstream statm("/proc/self/statm");
    double pages = 0;
    double resident = 0;
    double shared = 0;
    statm >> pages >> resident >> shared;
    return (resident - shared) * static_cast<double>(sysconf(_SC_PAGESIZE)) / kMegabyte;
}

Pass run(gisa::text::Analyzer& analyzer, const std::vector<std::string>& lines, bool keep_forms) {
    Pass pass;
    const double begin = cpu_seconds();
    for (const std::string& line : lines) {
        analyzer.analyze(line, [&](const gisa::text::AnalyzedRun& run) {
            pass.terms += 1 + run.parts.size();
            if (keep_forms) {
                const auto where = run.where;
                pass.forms.emplace(
                    analyzer.normal_form().text(), where.begin, where.end - where.begin
                );
            }
        });
    }
    pass.cpu_seconds = cpu_seconds() - begin;
    return pass;
}
}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string> lines;
    std::size_t bytes = 0;
    for (std::string line; std::getline(std::cin, line);) {
        bytes += line.size();
        lines.push_back(std::move(line));
    }
    try {
        const auto dictionary = gisa::text::Dictionary::open(argc > 1 ? argv[1] : "");
        gisa::text::Analyzer analyzer(dictionary);
        const double before = own_megabytes();
        const Pass cold = run(analyzer, lines, false);
        const double remembered = own_megabytes() - before;
        const Pass warm = run(analyzer, lines, false);
        const std::size_t forms = run(analyzer, lines, true).forms.size();
        const double megabytes = static_cast<double>(bytes) / kMegabyte;
        std::cout << std::fixed << std::setprecision(1) << megabytes << " MB, " << cold.terms
                  << " terms, " << forms << " distinct forms\n"
                  << "cold " << megabytes / cold.cpu_seconds << " MB/s, warm "
                  << megabytes / warm.cpu_seconds << " MB/s\n"
                  << "remembered " << remembered << " MB, "
                  << remembered * kMegabyte / static_cast<double>(forms) << " bytes a form\n";
    } catch (const gisa::Error& error) {
        std::cerr << error.what() << '\n' << error.hint() << '\n';
        return 1;
    }
}
