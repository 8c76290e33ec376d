// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/merge_policy.h"

#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

namespace gisa::indexer {
namespace {
constexpr std::uint64_t kMegabyte = 1'000'000;

std::vector<SegmentLoad> sizes(const std::vector<std::uint64_t>& megabytes) {
    std::vector<SegmentLoad> loads;
    for (const std::uint64_t size : megabytes) {
        loads.push_back({size * kMegabyte, size * 1'000, 0, 0});
    }
    return loads;
}

/// "first-last" of what is due, or "nothing".
std::string due(const std::vector<SegmentLoad>& segments) {
    const auto range = due_merge(segments);
    return range ? std::to_string(range->first) + "-" + std::to_string(range->last) : "nothing";
}

TEST(MergePolicy, LeavesSegmentsInProportionAlone) {
    EXPECT_EQ(due({}), "nothing");
    EXPECT_EQ(due(sizes({5})), "nothing");
    EXPECT_EQ(due(sizes({8, 4, 2})), "nothing");
    EXPECT_EQ(due(sizes({3, 2, 1})), "nothing") << "as large as all younger ones together";
}

TEST(MergePolicy, MergesASegmentThatIsSmallerThanAllYoungerOnesWithThem) {
    EXPECT_EQ(due(sizes({1, 2})), "0-2");
    EXPECT_EQ(due(sizes({100, 3, 2, 2})), "1-4");
    EXPECT_EQ(due(sizes({100, 1, 50, 1})), "1-4");
}

TEST(MergePolicy, LeavesLargeSegmentsAloneAndMakesNoLargerOnes) {
    EXPECT_EQ(due(sizes({4'001, 4'500})), "nothing");
    EXPECT_EQ(due(sizes({4'001, 100, 200})), "1-3");
    EXPECT_EQ(due(sizes({3'900, 4'200})), "nothing") << "together more than the largest";
}

TEST(MergePolicy, ASegmentWithManyHiddenArticlesIsDueByItself) {
    EXPECT_EQ(due({{8 * kMegabyte, 8'000, 801, 0}, {kMegabyte, 1'000, 0, 0}}), "0-1");
    EXPECT_EQ(due({{8 * kMegabyte, 8'000, 800, 0}, {kMegabyte, 1'000, 0, 0}}), "nothing");
}

TEST(MergePolicy, ASegmentWithATakenDownArticleIsDueAtOnceUnlessItIsTooLarge) {
    EXPECT_EQ(due({{100 * kMegabyte, 100'000, 1, 1}}), "0-1");
    EXPECT_EQ(due({{300 * kMegabyte, 300'000, 1, 1}}), "nothing");
}

// Twenty years of nights, as sizes alone: what the archive's operator has to live with.
TEST(MergePolicy, KeepsFewSegmentsForTwentyYearsAndWritesEachByteAFewTimes) {
    constexpr int kNights = 7'300;
    constexpr std::uint64_t kBytesAnArticle = 1'000;
    std::vector<SegmentLoad> segments;
    std::uint64_t added = 0;
    std::uint64_t written = 0;
    std::uint64_t longest = 0;
    std::size_t most = 0;
    std::uint32_t random = 1;
    for (int night = 0; night < kNights; ++night) {
        random = random * 1'664'525U + 1'013'904'223U;
        const std::uint64_t articles = 200 + (random >> 8U) % 4'801;
        segments.push_back({articles * kBytesAnArticle, articles, 0, 0});
        added += segments.back().bytes;
        std::uint64_t tonight = 0;
        while (const auto range = due_merge(segments)) {
            SegmentLoad merged;
            for (std::size_t i = range->first; i < range->last; ++i) {
                merged.bytes += segments[i].bytes;
                merged.articles += segments[i].articles;
            }
            segments.resize(range->first);
            segments.push_back(merged);
            tonight += merged.bytes;
        }
        written += tonight;
        longest = std::max(longest, tonight);
        most = std::max(most, segments.size());
    }
    EXPECT_LE(most, 12U);
    EXPECT_LE(static_cast<double>(written) / static_cast<double>(added), 8.0);
    EXPECT_LE(longest, kLargestMerge);
}
}  // namespace
}  // namespace gisa::indexer
