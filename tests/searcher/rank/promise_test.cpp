// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/promise.h"

#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/planned.h"

namespace gisa::searcher {
namespace {
constexpr std::size_t kSyllableBytes = 3;

double promised(std::string_view query, const Outline& outline) {
    test::Planned planned(query);
    const QueryUnits units(planned.plan, test::equal_counts(), planned.analyzer);
    return promise(units, outline, {});
}

/// With the first units of the query in a title of so many syllables.
Outline titled(std::uint64_t words, std::size_t syllables) {
    return {
        .title = {.words = words, .letter_bytes = syllables * kSyllableBytes}, .first_score = 1};
}

TEST(Promise, IsMoreForATitleWithTheWords) {
    const double none = promised("워터마크 서약", titled(0, 6));
    const double one = promised("워터마크 서약", titled(0b01, 6));
    const double both = promised("워터마크 서약", titled(0b11, 6));

    EXPECT_LT(none, one);
    EXPECT_LT(one, both);
}

TEST(Promise, IsMoreForAShorterTitleAroundTheSameWords) {
    EXPECT_GT(promised("워터마크", titled(1, 4)), promised("워터마크", titled(1, 20)));
}

TEST(Promise, IsThatOfTheTextForAnArticleWithoutATitle) {
    EXPECT_EQ(promised("워터마크", titled(0, 0)), promised("워터마크", titled(0, 10)));
}

TEST(Promise, GrowsWithTheFirstScore) {
    Outline better = titled(1, 8);
    better.first_score = 2;

    EXPECT_DOUBLE_EQ(promised("워터마크", better), 2 * promised("워터마크", titled(1, 8)));
}

TEST(Promise, IsMoreForAShortArticleOnASubjectButNotForAnAnswer) {
    Outline brief = titled(0, 8);
    brief.relative_length = 0.2;

    EXPECT_GT(promised("워터마크 서약", brief), promised("워터마크 서약", titled(0, 8)));
    EXPECT_EQ(
        promised("워터마크 서약은 언제 했나?", brief),
        promised("워터마크 서약은 언제 했나?", titled(0, 8))
    );
}
}  // namespace
}  // namespace gisa::searcher
