// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/promise.h"

#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/planned.h"

namespace gisa::searcher {
namespace {
constexpr std::size_t kSyllableBytes = 3;

/// Of an article with the first units of the query in a title of so many syllables.
double promised(
    std::string_view query, std::uint64_t words, std::size_t syllables, double first_score = 1
) {
    test::Planned planned(query);
    const QueryUnits units(planned.plan, test::equal_counts(), planned.analyzer);
    return promise(units, {words, syllables * kSyllableBytes}, first_score, {});
}

TEST(Promise, IsMoreForATitleWithTheWords) {
    const double none = promised("워터마크 서약", 0, 6);
    const double one = promised("워터마크 서약", 0b01, 6);
    const double both = promised("워터마크 서약", 0b11, 6);

    EXPECT_LT(none, one);
    EXPECT_LT(one, both);
}

TEST(Promise, IsMoreForAShorterTitleAroundTheSameWords) {
    EXPECT_GT(promised("워터마크", 1, 4), promised("워터마크", 1, 20));
}

TEST(Promise, IsThatOfTheTextForAnArticleWithoutATitle) {
    EXPECT_EQ(promised("워터마크", 0, 0), promised("워터마크", 0, 10));
}

TEST(Promise, GrowsWithTheFirstScore) {
    EXPECT_DOUBLE_EQ(promised("워터마크", 1, 8, 2), 2 * promised("워터마크", 1, 8));
}
}  // namespace
}  // namespace gisa::searcher
