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
/// Source: A. Aho and M. Corasick, Efficient string matching, CACM 18(6), 1975; as a full table over
/// the bytes that occur in the patterns.
class PatternScan {
  public:
    /// Empty patterns are never found. Equal patterns are found once each.
    explicit PatternScan(const std::vector<std::string>& patterns);

    struct Found {
        std::uint32_t pattern = 0;  ///< its place in the list
        std::uint32_t end = 0;      ///< bytes of the text
    };

    /// Appends every occurrence, overlapping ones included, ascending by end.
    void find_all(std::string_view text, std::vector<Found>& found) const;

  private:
    struct State {
        std::uint32_t first_output = 0;
        std::uint32_t outputs = 0;
    };

    /// For each state the patterns that end in it.
    using Ends = std::vector<std::vector<std::uint32_t>>;

    void number_columns(const std::vector<std::string>& patterns);
    Ends add_patterns(const std::vector<std::string>& patterns);
    void complete_edges(Ends& ends);

    std::array<std::uint16_t, 256> columns_{};
    std::size_t width_ = 1;
    std::vector<std::uint16_t> next_;
    std::vector<State> states_;
    std::vector<std::uint32_t> outputs_;
};
}  // namespace gisa::searcher
