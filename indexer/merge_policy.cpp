// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/merge_policy.h"

namespace gisa::indexer {
namespace {
constexpr std::uint64_t kHiddenShare = 10;

std::optional<SegmentRange> out_of_proportion(std::span<const SegmentLoad> segments) {
    std::optional<SegmentRange> due;
    std::uint64_t younger = 0;
    for (std::size_t i = segments.size(); i-- > 0;) {
        const std::uint64_t bytes = segments[i].bytes;
        const bool last = i + 1 == segments.size();
        if (!last && (bytes > kLargestMerge / 2 || bytes + younger > kLargestMerge)) {
            break;
        }
        if (!last && bytes < younger) {
            due = SegmentRange{i, segments.size()};
        }
        younger += bytes;
    }
    return due;
}
}  // namespace

std::optional<SegmentRange> due_merge(std::span<const SegmentLoad> segments) {
    if (const auto due = out_of_proportion(segments)) {
        return due;
    }
    for (std::size_t i = segments.size(); i-- > 0;) {
        if (is_worth_a_purge(segments[i])) {
            return SegmentRange{i, i + 1};
        }
    }
    return std::nullopt;
}

bool is_worth_a_purge(const SegmentLoad& segment) {
    const bool wanted = segment.taken_down > 0 || segment.hidden * kHiddenShare > segment.articles;
    return wanted && segment.articles - segment.hidden <= kMostReanalyzed;
}
}  // namespace gisa::indexer
