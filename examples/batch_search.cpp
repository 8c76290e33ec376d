// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads queries from standard input, one a line, and shows what a front end needs beside the hits:
// marked words, counts that admit to being estimates, and notices that point into the query.
#include <iostream>
#include <string>

#include <gisa/error.h>
#include <gisa/searcher.h>

namespace {
std::string with_brackets(const gisa::MarkedText& marked) {
    std::string result;
    std::size_t done = 0;
    for (const gisa::ByteRange& mark : marked.marks) {
        result += marked.text.substr(done, mark.begin - done);
        result += '[' + marked.text.substr(mark.begin, mark.end - mark.begin) + ']';
        done = mark.end;
    }
    return result + marked.text.substr(done);
}

void print(const gisa::SearchRequest& request, const gisa::SearchResponse& response) {
    const gisa::HitCount& total = response.total;
    std::cout << "? " << request.query << "\n= ";
    if (total.at_least != total.at_most) {
        std::cout << "about ";
    }
    std::cout << total.estimate << " of " << response.archive_articles << '\n';
    for (const gisa::QueryNotice& notice : response.notices) {
        const gisa::ByteRange where = notice.where;
        std::cout << "! " << notice.message;
        if (where.begin != where.end) {
            std::cout << ": " << request.query.substr(where.begin, where.end - where.begin);
        }
        std::cout << '\n';
    }
    for (const gisa::Hit& hit : response.hits) {
        std::cout << hit.id << "  " << with_brackets(hit.title) << '\n';
    }
}
}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: batch_search ARCHIVE <QUERIES\n";
        return 2;
    }
    try {
        gisa::Searcher searcher(argv[1]);
        gisa::SearchRequest request{.limit = 3, .exact_count = true};
        while (std::getline(std::cin, request.query)) {
            // A service that stays up sees what was indexed meanwhile.
            searcher.refresh();
            print(request, searcher.search(request));
        }
    } catch (const gisa::Error& error) {
        std::cerr << error.what() << '\n' << error.hint() << '\n';
        return 1;
    }
}
