// SPDX-License-Identifier: GPL-2.0-or-later
//
// warm_queries ARCHIVE [DICTIONARY]: reads queries from standard input, one a line, asks each of
// them once unmeasured and once measured, and prints a line for each:
//   wall microseconds, CPU microseconds, hits, articles that match at most; parted by tabs
#include <chrono>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include <gisa/error.h>
#include <gisa/searcher.h>

namespace {
std::vector<std::string> read_lines(std::istream& in) {
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

void measure(gisa::Searcher& searcher, const std::string& query) {
    using Clock = std::chrono::steady_clock;
    const auto wall = Clock::now();
    const std::clock_t cpu = std::clock();
    const gisa::SearchResponse response = searcher.search({.query = query});
    const std::clock_t cpu_taken = std::clock() - cpu;
    const auto wall_taken = Clock::now() - wall;
    // POSIX fixes CLOCKS_PER_SEC at a million.
    static_assert(CLOCKS_PER_SEC == 1'000'000);
    std::cout << std::chrono::duration_cast<std::chrono::microseconds>(wall_taken).count() << '\t'
              << cpu_taken << '\t' << response.hits.size() << '\t' << response.total.at_most
              << '\n';
}
}  // namespace

int main(int argc, char** argv) {
    if (argc != 2 && argc != 3) {
        std::cerr << "usage: warm_queries ARCHIVE [DICTIONARY] <QUERIES\n";
        return 2;
    }
    try {
        gisa::Searcher searcher(argv[1], {.dictionary = argc == 3 ? argv[2] : ""});
        const std::vector<std::string> queries = read_lines(std::cin);
        for (const std::string& query : queries) {
            static_cast<void>(searcher.search({.query = query}));
        }
        for (const std::string& query : queries) {
            measure(searcher, query);
        }
    } catch (const gisa::Error& error) {
        std::cerr << error.what() << '\n' << error.hint() << '\n';
        return 1;
    }
}
