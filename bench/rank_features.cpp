// SPDX-License-Identifier: GPL-2.0-or-later
//
// rank_features ARCHIVE QUERIES QRELS: what the second step of ranking sees of the first step's best
// articles for each judged query. QUERIES are JSON lines, QRELS is in TREC form. A line an article,
// tab-separated:  query  grade  the features in the order of the heading
// bench/ranking learns and tries weights on it.
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include <gisa/error.h>

#include "searcher/open_archive.h"
#include "searcher/rank/score.h"

namespace gisa::searcher {
namespace {

/// As deep as the searcher ranks, and as deep again.
constexpr std::uint32_t kDepth = 200;

using Judgments = std::map<std::string, std::map<std::string, int>>;

Judgments read_judgments(const char* file) {
    Judgments judged;
    std::ifstream in(file);
    std::string query;
    std::string zero;
    std::string article;
    int grade = 0;
    while (in >> query >> zero >> article >> grade) {
        if (grade > 0) {
            judged[query][article] = grade;
        }
    }
    return judged;
}

void print_heading() {
    std::cout << "query\tgrade\tfirst\tbigrams";
    for (const Contribution& one : contributions({}, {})) {
        std::cout << '\t' << one.name;
    }
    std::cout << '\n';
}

void print_number(double number) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "\t%.6g", number);
    std::cout << buffer;
}

void print_candidates(
    OpenArchive& archive,
    const std::string& id,
    const std::string& query,
    const std::map<std::string, int>& grades
) {
    const Plan plan = archive.plan(parse(query));
    const Matches matches = archive.matcher().match(
        plan, {.strictness = Strictness::MostWords, .most = kDepth}, archive.text_holds(plan)
    );
    QueryUnits units(plan, archive.counts(), archive.analyzer());
    ScannedText scanned;
    for (const Candidate& candidate : matches.candidates) {
        const auto headline = archive.catalog().headline(candidate.row);
        if (!headline || !archive.texts().load(candidate.row)) {
            continue;
        }
        const std::string& normal = archive.texts().normal().text();
        units.scan(normal, scanned);
        const Features features = features_of(
            units,
            scanned,
            {.normal = normal,
             .title_end = archive.texts().title_end(),
             .first_score = candidate.weight,
             .relative_length = candidate.relative_length}
        );
        const auto grade = grades.find(headline->id);
        std::cout << id << '\t' << (grade == grades.end() ? 0 : grade->second);
        print_number(features.first);
        print_number(features.bigrams);
        for (const Contribution& one : contributions(features, {})) {
            print_number(one.share);
        }
        std::cout << '\n';
    }
}

void run(const char* folder, const char* queries, const char* qrels) {
    OpenArchive archive(folder, "");
    const Judgments judged = read_judgments(qrels);
    print_heading();
    std::ifstream in(queries);
    for (std::string line; std::getline(in, line);) {
        const auto query = nlohmann::json::parse(line);
        const auto& id = query.at("id").get_ref<const std::string&>();
        const auto grades = judged.find(id);
        if (grades != judged.end()) {
            print_candidates(archive, id, query.at("text"), grades->second);
        }
    }
}
}  // namespace
}  // namespace gisa::searcher

int main(int argc, char** argv) {
    if (argc != 4) {
        std::cerr << "usage: rank_features ARCHIVE QUERIES QRELS\n";
        return 2;
    }
    try {
        gisa::searcher::run(argv[1], argv[2], argv[3]);
    } catch (const gisa::Error& error) {
        std::cerr << error.what() << '\n' << error.hint() << '\n';
        return 1;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
