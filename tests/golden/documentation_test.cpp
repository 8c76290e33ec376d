// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every example of docs/query_language.md and of the manual page is a query that is understood as
// they say.
#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/parse/query.h"
#include "tests/golden/context.h"

namespace gisa::test {
namespace {
struct Example {
    std::string query;
    std::optional<std::string> syntax;  ///< nothing where none is shown
    bool mended = false;                ///< and a notice tells
    bool in_table = false;
};

std::vector<std::string> lines_of(const std::string& path) {
    std::ifstream file(GISA_SOURCE_DIR "/" + path);
    if (!file) {
        throw std::runtime_error("cannot read " + path);
    }
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == text.npos ? "" : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at)) {
        text.replace(at, what.size(), with);
        at += with.size();
    }
}

/// A line of a block: QUERY -> SYNTAX, QUERY ~> SYNTAX or a query alone.
Example example_of_block(const std::string& line) {
    for (const std::string arrow : {" -> ", " ~> "}) {
        const std::size_t at = line.find(arrow);
        if (at != line.npos) {
            return {
                .query = trimmed(line.substr(0, at)),
                .syntax = trimmed(line.substr(at + arrow.size())),
                .mended = arrow == " ~> "};
        }
    }
    return {.query = trimmed(line)};
}

/// The pieces of code in the first cell of a table's row, where \| is no end of a cell.
void add_examples_of_row(std::string row, std::vector<Example>& examples) {
    constexpr std::string_view kBar = "\x01";
    replace_all(row, "\\|", kBar);
    std::string cell = row.substr(1, row.find('|', 1) - 1);
    replace_all(cell, kBar, "|");
    for (std::size_t begin = cell.find('`'); begin != cell.npos;) {
        const std::size_t end = cell.find('`', begin + 1);
        examples.push_back({.query = cell.substr(begin + 1, end - begin - 1), .in_table = true});
        begin = cell.find('`', end + 1);
    }
}

/// All blocks before the grammar, and the tables that say "you type".
std::vector<Example> examples_of_documentation() {
    std::vector<Example> examples;
    bool block = false;
    bool table = false;
    for (const std::string& line : lines_of("docs/query_language.md")) {
        if (line == "## Grammar") {
            break;
        }
        table = line.starts_with("| you type |") || (table && line.starts_with('|'));
        if (line == "```") {
            block = !block;
        } else if (block) {
            examples.push_back(example_of_block(line));
        } else if (table) {
            add_examples_of_row(line, examples);
        }
    }
    return examples;
}

/// The heads of its lists.
std::vector<Example> examples_of_manual() {
    constexpr std::string_view kHead = ".It Li ";
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEscapes = {{
        {"\\(dq", "\""},
        {"\\(aq", "'"},
        {"\\(ti", "~"},
        {"\\(ba", "|"},
        {"\\-", "-"},
    }};
    std::vector<Example> examples;
    bool mended = false;
    for (const std::string& line : lines_of("packaging/man/gisa-query.7")) {
        if (line.starts_with(".Ss ")) {
            mended = line == ".Ss Mended queries";
        }
        if (line.starts_with(kHead)) {
            std::string query = line.substr(kHead.size());
            for (const auto& [escape, sign] : kEscapes) {
                replace_all(query, escape, sign);
            }
            examples.push_back({.query = query, .mended = mended});
        }
    }
    return examples;
}

void expect_understood(const Example& example) {
    SCOPED_TRACE(example.query);
    const searcher::ParsedQuery parsed = searcher::parse(example.query, golden_context());

    if (example.syntax) {
        EXPECT_EQ(searcher::to_text(parsed), *example.syntax);
    }
    EXPECT_EQ(!parsed.notices.empty(), example.mended);
}

TEST(QueryLanguagePage, ShowsWhatTheParserMakesOfItsExamples) {
    const std::vector<Example> examples = examples_of_documentation();

    EXPECT_GT(examples.size(), 100);
    for (const Example& example : examples) {
        expect_understood(example);
    }
}

TEST(QueryManual, ShowsQueriesThatAreUnderstoodAndApartFromThemMendedOnes) {
    const std::vector<Example> examples = examples_of_manual();

    EXPECT_GT(examples.size(), 80);
    for (const Example& example : examples) {
        expect_understood(example);
    }
}

TEST(QueryManual, HasEveryExampleOfTheTablesInTheQueryLanguagePage) {
    const std::vector<Example> manual = examples_of_manual();

    for (const Example& example : examples_of_documentation()) {
        const bool found = std::any_of(manual.begin(), manual.end(), [&](const Example& one) {
            return one.query == example.query;
        });
        EXPECT_TRUE(found || !example.in_table) << example.query;
    }
}
}  // namespace
}  // namespace gisa::test
