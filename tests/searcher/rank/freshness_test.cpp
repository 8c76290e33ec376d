// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/freshness.h"

#include <gtest/gtest.h>

namespace gisa::searcher {
namespace {
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

constexpr sys_days kNow = year(2024) / 5 / 21;
constexpr days kWeek(7);

TEST(Freshness, FallsByHalfOfItsRangeWithEachHalfLife) {
    EXPECT_DOUBLE_EQ(freshness(kNow, kNow, kWeek), 1);
    EXPECT_DOUBLE_EQ(freshness(kNow - kWeek, kNow, kWeek), 0.75);
    EXPECT_DOUBLE_EQ(freshness(kNow - 2 * kWeek, kNow, kWeek), 0.625);
    EXPECT_DOUBLE_EQ(freshness(kNow - 2 * kWeek, kNow, 2 * kWeek), 0.75);
}

TEST(Freshness, OfTheOldestArticleIsAHalf) {
    EXPECT_DOUBLE_EQ(freshness(sys_days(year(1896) / 4 / 7), kNow, days(1)), 0.5);
    EXPECT_DOUBLE_EQ(freshness(std::nullopt, kNow, kWeek), 0.5);
}

TEST(Freshness, IsNoGreaterForArticlesOfTomorrow) {
    EXPECT_DOUBLE_EQ(freshness(kNow + days(3), kNow, kWeek), 1);
}
}  // namespace
}  // namespace gisa::searcher
