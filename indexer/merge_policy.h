// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace gisa::indexer {
/// What the policy looks at in a segment.
struct SegmentLoad {
    std::uint64_t bytes = 0;
    std::uint64_t articles = 0;  ///< the hidden ones included
    std::uint64_t hidden = 0;
    std::uint64_t taken_down = 0;  ///< of the hidden
};

/// Larger segments than half of this are left alone by nightly merges, and none makes a larger one:
/// it bounds the longest night.
inline constexpr std::uint64_t kLargestMerge = 8'000'000'000;

/// Nightly merges do not analyse again what is larger; `merge --full` does.
inline constexpr std::uint64_t kMostReanalyzed = 200'000;

/// Segments [first, last) of the list.
struct SegmentRange {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// Which neighbours, of all segments oldest first, are to become one now; nothing when none are due.
/// The rule: a segment is at least as large as all younger ones together. Where one is not, it and
/// all younger ones become one. So there are about as many segments as the archive has doubled, and
/// an article is written again as often, as in a binary counter. Apart from that, a segment that is
/// worth a purge is due by itself.
[[nodiscard]] std::optional<SegmentRange> due_merge(std::span<const SegmentLoad> segments);

/// Whether a nightly merge should leave the hidden articles of a segment out, which means to analyse
/// the others again: when one was taken down, or a tenth is hidden, and the segment is not too large.
[[nodiscard]] bool is_worth_a_purge(const SegmentLoad& segment);
}  // namespace gisa::indexer
