// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gisa::indexer {
/// A term's number among the terms of a batch: 0, 1, 2, … by first appearance.
using TermNumber = std::uint32_t;

/// The terms of a batch, each once: articles then carry numbers instead of strings. Holds at most
/// 4 GiB of terms. One thread at a time.
class TermNumbers {
  public:
    TermNumbers();

    /// The number of `term`; a new one for a term that was not there.
    [[nodiscard]] TermNumber number(std::string_view term);

    /// Valid until the next call of number().
    [[nodiscard]] std::string_view term(TermNumber number) const {
        return std::string_view(bytes_).substr(
            begins_[number], begins_[number + 1] - begins_[number]
        );
    }

    [[nodiscard]] std::size_t size() const { return hashes_.size(); }

    /// All numbers, their terms ascending by bytes.
    [[nodiscard]] std::vector<TermNumber> in_order() const;

  private:
    void grow();

    std::string bytes_;                  ///< the terms, one behind the other
    std::vector<std::uint32_t> begins_;  ///< by number, and the end of the last one
    std::vector<std::uint32_t> hashes_;  ///< by number
    std::vector<std::uint32_t> slots_;   ///< number + 1 by hash, linear probing; 0 for a free one
};
}  // namespace gisa::indexer
