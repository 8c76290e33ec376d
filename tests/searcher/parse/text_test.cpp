// SPDX-License-Identifier: GPL-2.0-or-later
#include <chrono>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "searcher/parse/query.h"

namespace gisa::searcher {
namespace {
using namespace std::chrono_literals;

QueryNode leaf(QueryNode::Kind kind, std::string_view text) {
    QueryNode node;
    node.kind = kind;
    node.text = text;
    return node;
}

TEST(QueryText, EscapesWhatWouldBlurAWord) {
    struct Case {
        std::string_view word;
        std::string_view text;
    };

    const Case cases[] = {
        {"워터마크", "워터마크"},
        {"two words", "two\\x20words"},
        {"(a)", "\\x28a\\x29"},
        {"a\"b\\c", "a\\\"b\\\\c"},
        {"a\nb\x7f", "a\\x0ab\\x7f"},
        {"\xec\x84", "\\xec\\x84"},
        {"넓은\u3000칸", "넓은\\xe3\\x80\\x80칸"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(to_text(leaf(QueryNode::Kind::Word, c.word)), c.text);
    }
}

TEST(QueryText, KeepsSpacesAndParenthesesInAPhrase) {
    EXPECT_EQ(to_text(leaf(QueryNode::Kind::Phrase, "a (b) \"c\"\t")), "\"a (b) \\\"c\\\"\\x09\"");
}

TEST(QueryText, PadsDays) {
    QueryNode node = leaf(QueryNode::Kind::Dates, "");
    node.days = {896y / 2 / 3, 2024y / 12 / 31};

    EXPECT_EQ(to_text(node), "(dates 0896-02-03..2024-12-31)");
}

TEST(QueryText, NamesNothing) {
    EXPECT_EQ(to_text(QueryNode{}), "(nothing)");
}
}  // namespace
}  // namespace gisa::searcher
