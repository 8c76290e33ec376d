// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/suggest/distance.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

namespace gisa::searcher {
namespace {
TEST(KeyDistance, CountsWhatWentWrong) {
    EXPECT_EQ(key_distance("tkatjd", "tkatjd", 2), 0U);
    EXPECT_EQ(key_distance("tiatjd", "tkatjd", 2), 1U) << "another key";
    EXPECT_EQ(key_distance("tkatj", "tkatjd", 2), 1U) << "a key too few";
    EXPECT_EQ(key_distance("tkkatjd", "tkatjd", 2), 1U) << "a key too many";
    EXPECT_EQ(key_distance("takjtd", "tkatjd", 3), 2U) << "neighbours swapped, twice";
    EXPECT_EQ(key_distance("", "ab", 2), 2U);
}

TEST(KeyDistance, ToldAsMoreThanMostIsMore) {
    EXPECT_GT(key_distance("abcdef", "ghijkl", 2), 2U);
    EXPECT_GT(key_distance("a", "abcdef", 2), 2U);
}

TEST(KeyDistance, IsTheSameBothWays) {
    std::mt19937 random(7);
    const auto word = [&random] {
        std::string made;
        for (unsigned long left = random() % 8; left > 0; --left) {
            made.push_back(static_cast<char>('a' + random() % 3));
        }
        return made;
    };
    for (int i = 0; i < 2'000; ++i) {
        const std::string a = word();
        const std::string b = word();
        const std::size_t distance = key_distance(a, b, 8);
        EXPECT_EQ(key_distance(b, a, 8), distance) << a << ' ' << b;
        EXPECT_EQ(key_distance(a, b, distance), distance) << "a tight bound finds it, too";
    }
}
}  // namespace
}  // namespace gisa::searcher
