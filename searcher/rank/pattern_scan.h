// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/byte_lanes.h"

namespace gisa::searcher {
/// Finds many short strings in one pass over a text. Built once a query, used on a hundred texts;
/// immutable and safe to share between threads after construction.
///
/// It looks at three bytes of each place, a syllable or the beginning of an English word, and
/// whether any pattern begins like them: beginnings that are few are compared with many places at
/// once, many are looked up. That takes no branch, so nothing is guessed wrongly at the edges of
/// words; the few places that remain are compared in full.
class PatternScan {
  public:
    /// Patterns are well-formed UTF-8. Empty ones are never found; equal ones are found once each.
    /// One that begins with an ASCII letter or digit is found only where a word of those begins.
    explicit PatternScan(const std::vector<std::string>& patterns);

    struct Found {
        std::uint32_t pattern = 0;  ///< its place in the list
        std::uint32_t end = 0;      ///< bytes of the text
    };

    /// Appends every occurrence in a well-formed text, overlapping ones included, ascending by
    /// begin, shorter ones first.
    void find_all(std::string_view text, std::vector<Found>& found) const;

  private:
    using Bucket = std::uint16_t;

    /// Two of the first bytes of a pattern, and where they stand in it.
    struct Beginning {
        signed char first = 0;
        signed char second = 0;
        std::uint8_t first_at = 0;
        std::uint8_t second_at = 0;

        bool operator==(const Beginning&) const = default;
    };

    static constexpr unsigned kSlotBits = 13;

    struct Pattern {
        std::string bytes;
        std::uint32_t number = 0;
    };

    [[nodiscard]] static Beginning beginning_of(std::string_view pattern);
    void look_up(std::string_view text, std::vector<Found>& found) const;
    void compare(std::string_view text, std::vector<Found>& found) const;
    [[nodiscard]] std::size_t slot_of(std::uint32_t bytes) const;
    void find_in(
        std::string_view text, std::size_t at, text::ByteLanes begins, std::vector<Found>& found
    ) const;
    void find_at(std::string_view text, std::size_t at, std::vector<Found>& found) const;

    std::vector<Beginning> beginnings_;
    /// By a text's next byte: which of the bytes from there on all patterns that begin with it have,
    /// three at the most; none when no pattern does.
    std::array<std::uint32_t, 256> masks_{};
    std::array<Bucket, std::size_t{1} << kSlotBits> bucket_of_slot_{};
    /// The patterns of a slot, shortest first; bucket 0 is empty.
    std::vector<std::vector<Pattern>> buckets_;
};
}  // namespace gisa::searcher
