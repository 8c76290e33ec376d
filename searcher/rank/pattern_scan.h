// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gisa::searcher {
/// Finds many short strings in one pass over a text. Built once a query, used on a hundred texts;
/// immutable and safe to share between threads after construction.
///
/// It walks by characters and looks at nothing but the few patterns that begin with the one at
/// hand. A query's patterns begin with a few of the 11,172 syllables, so nearly all of a Korean text
/// is passed over at one look-up for three bytes, where an automaton over bytes takes three steps
/// that wait for each other.
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

    /// The patterns that begin with one character, shortest first; bucket 0 is empty.
    struct Pattern {
        std::string bytes;
        std::uint32_t number = 0;
    };

    void find_at(std::string_view text, std::size_t at, Bucket bucket, std::vector<Found>& found)
        const;
    Bucket& bucket_of(std::string_view pattern);

    std::vector<std::vector<Pattern>> buckets_;
    std::array<Bucket, 256> by_byte_{};  ///< for characters of one, two or four bytes: the first
    std::vector<Bucket> by_pair_;        ///< for two bytes of ASCII
    std::vector<Bucket> by_character_;   ///< for characters of three bytes, Hangul among them
};
}  // namespace gisa::searcher
