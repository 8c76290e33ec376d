// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cursor.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include <gtest/gtest.h>

namespace gisa::searcher {
namespace {
Cursor at(std::uint64_t hits) {
    return {
        .strictness = Strictness::MostWords,
        .state = hits * 3,
        .now = std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000)),
        .score = 12.5 + static_cast<double>(hits),
        .place = {.hits = hits, .passed = hits * 2},
    };
}

std::string written(const Cursor& cursor, SortBy sort_by = SortBy::Relevance, bool fold = false) {
    return write_cursor(cursor, {.sort_by = sort_by, .fold = fold}, "서약");
}

std::optional<Cursor> read(
    const std::string& token, SortBy sort_by = SortBy::Relevance, bool fold = false
) {
    return read_cursor({.sort_by = sort_by, .cursor = token, .fold = fold}, "서약");
}

TEST(Cursor, ComesBackByRelevanceWhateverTheNumbers) {
    for (const std::uint64_t hits : {0ULL, 1ULL, 127ULL, 128ULL, 20'000ULL, 1ULL << 40U}) {
        const Cursor cursor = at(hits);

        const auto back = read(written(cursor));

        ASSERT_TRUE(back) << hits;
        EXPECT_EQ(back->strictness, cursor.strictness);
        EXPECT_EQ(back->state, cursor.state);
        EXPECT_EQ(back->now, cursor.now);
        EXPECT_EQ(back->score, cursor.score);
        EXPECT_EQ(back->place.hits, cursor.place.hits);
        EXPECT_EQ(back->place.passed, cursor.place.passed);
    }
}

TEST(Cursor, ComesBackByDateWithItsArticle) {
    for (const std::int64_t instant : {std::int64_t{-1}, std::int64_t{1'716'249'600}}) {
        const Cursor cursor{.place = {.hits = 300, .article = ByDate::Place{instant, 70'000}}};

        const auto back = read(written(cursor, SortBy::Newest), SortBy::Newest);

        ASSERT_TRUE(back && back->place.article);
        EXPECT_EQ(back->place.hits, 300U);
        EXPECT_EQ(back->place.article->instant, instant);
        EXPECT_EQ(back->place.article->row, 70'000);
    }
}

TEST(Cursor, IsOneArgumentOfACommandLine) {
    for (std::uint64_t hits = 0; hits < 500; ++hits) {
        const std::string token = written(at(hits), SortBy::Relevance, hits % 2 == 0);
        EXPECT_EQ(
            token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                    "0123456789-_"),
            std::string::npos
        );
        EXPECT_NE(token.front(), '-') << "no option";
        EXPECT_LE(token.size(), 32U);
    }
}

TEST(Cursor, IsKnownByEachOfItsLetters) {
    const std::string token = written(at(10));
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string other = token;
        other[i] = other[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(read(other)) << i;
        EXPECT_FALSE(read(token.substr(0, i))) << i;
    }
    EXPECT_FALSE(read(token + "="));
}

TEST(Cursor, BelongsToOneQueryOneOrderAndOneFolding) {
    const std::string token = written(at(10));
    ASSERT_TRUE(read(token));
    EXPECT_FALSE(read(token, SortBy::Newest));
    EXPECT_FALSE(read(token, SortBy::Relevance, true));
    EXPECT_FALSE(read_cursor({.cursor = token}, "서약서"));
}
}  // namespace
}  // namespace gisa::searcher
