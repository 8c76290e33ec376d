// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cursor.h"

#include <string>

#include <gtest/gtest.h>

namespace gisa::searcher {
namespace {
Cursor at(std::uint64_t hits) {
    return {
        .strictness = Strictness::MostWords,
        .state = hits * 3,
        .score = 12.5 + static_cast<double>(hits),
        .place = {.hits = hits, .passed = hits * 2},
    };
}

TEST(Cursor, ComesBackByRelevanceWhateverTheNumbers) {
    for (const std::uint64_t hits : {0ULL, 1ULL, 127ULL, 128ULL, 20'000ULL, 1ULL << 40U}) {
        const Cursor cursor = at(hits);

        const auto read =
            read_cursor(write_cursor(cursor, SortBy::Relevance, "서약"), SortBy::Relevance, "서약");

        ASSERT_TRUE(read) << hits;
        EXPECT_EQ(read->strictness, cursor.strictness);
        EXPECT_EQ(read->state, cursor.state);
        EXPECT_EQ(read->score, cursor.score);
        EXPECT_EQ(read->place.hits, cursor.place.hits);
        EXPECT_EQ(read->place.passed, cursor.place.passed);
    }
}

TEST(Cursor, ComesBackByDateWithItsArticle) {
    const Cursor cursor{.place = {.hits = 300, .date_key = std::string("\x80\0\xFF three", 9)}};

    const auto read =
        read_cursor(write_cursor(cursor, SortBy::Newest, "서약"), SortBy::Newest, "서약");

    ASSERT_TRUE(read);
    EXPECT_EQ(read->place.hits, 300U);
    EXPECT_EQ(read->place.date_key, cursor.place.date_key);
}

TEST(Cursor, IsOneArgumentOfACommandLine) {
    for (std::uint64_t hits = 0; hits < 500; ++hits) {
        const std::string token = write_cursor(at(hits), SortBy::Relevance, "서약");
        EXPECT_EQ(
            token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                    "0123456789-_"),
            std::string::npos
        );
        EXPECT_NE(token.front(), '-') << "no option";
        EXPECT_LE(token.size(), 26U);
    }
}

TEST(Cursor, IsKnownByEachOfItsLetters) {
    const std::string token = write_cursor(at(10), SortBy::Relevance, "서약");
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string other = token;
        other[i] = other[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(read_cursor(other, SortBy::Relevance, "서약")) << i;
        EXPECT_FALSE(read_cursor(token.substr(0, i), SortBy::Relevance, "서약")) << i;
    }
    EXPECT_FALSE(read_cursor(token, SortBy::Newest, "서약"));
    EXPECT_FALSE(read_cursor(token, SortBy::Relevance, "서약서"));
    EXPECT_FALSE(read_cursor(token + "=", SortBy::Relevance, "서약"));
}
}  // namespace
}  // namespace gisa::searcher
