// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/related/surprise.h"

#include <gtest/gtest.h>

namespace gisa::searcher {
namespace {
/// Dunning 1993 counts pairs of words: with both, with either alone, with none.
double of_table(std::uint64_t both, std::uint64_t first, std::uint64_t second, std::uint64_t none) {
    return log_likelihood_ratio(
        {.found_with = both,
         .found = both + first,
         .archive_with = both + second,
         .archive = both + first + second + none}
    );
}

TEST(LogLikelihoodRatio, IsWhatDunningTabulates) {
    EXPECT_NEAR(of_table(110, 2'442, 111, 29'114), 270.72, 0.01);  // the swiss
    EXPECT_NEAR(of_table(29, 13, 123, 31'612), 263.90, 0.01);      // can be
    EXPECT_NEAR(of_table(31, 23, 139, 31'584), 256.84, 0.01);      // previous year
}

TEST(LogLikelihoodRatio, IsNothingForWordsThatAreNotMoreFrequent) {
    EXPECT_EQ(
        log_likelihood_ratio({.found_with = 10, .found = 100, .archive_with = 100, .archive = 1'000}
        ),
        0
    );
    EXPECT_EQ(
        log_likelihood_ratio({.found_with = 1, .found = 100, .archive_with = 500, .archive = 1'000}
        ),
        0
    );
}

TEST(LogLikelihoodRatio, HoldsCountsThatContradictEachOtherToTheirBounds) {
    EXPECT_EQ(log_likelihood_ratio({}), 0);
    EXPECT_EQ(
        log_likelihood_ratio({.found_with = 5, .found = 5, .archive_with = 9, .archive = 3}), 0
    );
    EXPECT_GT(
        log_likelihood_ratio({.found_with = 5, .found = 5, .archive_with = 0, .archive = 100}), 0
    );
}
}  // namespace
}  // namespace gisa::searcher
