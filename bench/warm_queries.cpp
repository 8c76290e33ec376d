// SPDX-License-Identifier: GPL-2.0-or-later
//
// warm_queries ARCHIVE [DICTIONARY]: reads lines "HOW<tab>QUERY" from standard input, asks each of
// them once unmeasured and once measured, and prints a line for each:
//   wall microseconds, CPU microseconds, articles found, suggested words (parted by commas); parted
//   by tabs
// HOW is search, newest, count (exactly), facet (publishers) or trend (months).
#include <chrono>
#include <ctime>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gisa/error.h>
#include <gisa/searcher.h>

namespace {
struct Question {
    std::string how;
    gisa::SearchRequest request;
};

std::vector<Question> read_questions(std::istream& in) {
    std::vector<Question> questions;
    for (std::string line; std::getline(in, line);) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string::npos) {
            std::cerr << "no tab in: " << line << '\n';
            continue;
        }
        Question question{line.substr(0, tab), {.query = line.substr(tab + 1)}};
        if (question.how == "newest") {
            question.request.sort_by = gisa::SortBy::Newest;
        } else if (question.how == "count") {
            question.request.limit = 0;
            question.request.exact_count = true;
        }
        questions.push_back(std::move(question));
    }
    return questions;
}

struct Answer {
    std::uint64_t found = 0;
    std::vector<gisa::QuerySuggestion> suggestions;
};

Answer ask(gisa::Searcher& searcher, const Question& question) {
    if (question.how == "facet") {
        return {searcher.facet(question.request, gisa::FacetField::Publisher).articles, {}};
    }
    if (question.how == "trend") {
        return {searcher.trend(question.request, gisa::TrendPeriod::Month).articles, {}};
    }
    gisa::SearchResponse response = searcher.search(question.request);
    return {response.total.estimate, std::move(response.suggestions)};
}

void measure(gisa::Searcher& searcher, const Question& question) {
    using Clock = std::chrono::steady_clock;
    const auto wall = Clock::now();
    const std::clock_t cpu = std::clock();
    const Answer answer = ask(searcher, question);
    const std::clock_t cpu_taken = std::clock() - cpu;
    const auto wall_taken = Clock::now() - wall;
    // POSIX fixes CLOCKS_PER_SEC at a million.
    static_assert(CLOCKS_PER_SEC == 1'000'000);
    std::cout << std::chrono::duration_cast<std::chrono::microseconds>(wall_taken).count() << '\t'
              << cpu_taken << '\t' << answer.found << '\t';
    for (const gisa::QuerySuggestion& one : answer.suggestions) {
        std::cout << (&one == answer.suggestions.data() ? "" : ",") << one.text;
    }
    std::cout << '\n';
}
}  // namespace

int main(int argc, char** argv) {
    if (argc != 2 && argc != 3) {
        std::cerr << "usage: warm_queries ARCHIVE [DICTIONARY] <QUESTIONS\n";
        return 2;
    }
    try {
        gisa::Searcher searcher(argv[1], {.dictionary = argc == 3 ? argv[2] : ""});
        const std::vector<Question> questions = read_questions(std::cin);
        for (const Question& question : questions) {
            static_cast<void>(ask(searcher, question));
        }
        for (const Question& question : questions) {
            measure(searcher, question);
        }
    } catch (const gisa::Error& error) {
        std::cerr << error.what() << '\n' << error.hint() << '\n';
        return 1;
    }
}
