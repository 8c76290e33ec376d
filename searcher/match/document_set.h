// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gisa::searcher {
/// Documents of one segment, a bit for each. Sets that meet must have the same `last`.
class DocumentSet {
  public:
    /// Empty; for documents from 0 to `last`.
    explicit DocumentSet(std::uint32_t last) : words_(last / kBits + 1) {}

    void add(std::uint32_t document) {
        words_[document / kBits] |= std::uint64_t{1} << document % kBits;
    }

    [[nodiscard]] bool contains(std::uint32_t document) const {
        return (words_[document / kBits] >> document % kBits & 1U) != 0;
    }

    void unite(const DocumentSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            words_[i] |= other.words_[i];
        }
    }

    void intersect(const DocumentSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            words_[i] &= other.words_[i];
        }
    }

    void subtract(const DocumentSet& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            words_[i] &= ~other.words_[i];
        }
    }

    /// Counts: takes a pass over all bits.
    [[nodiscard]] std::uint64_t size() const {
        std::uint64_t documents = 0;
        for (const std::uint64_t word : words_) {
            documents += static_cast<std::uint64_t>(std::popcount(word));
        }
        return documents;
    }

    /// Calls `visit` with each, ascending.
    template <typename Visit>
    void each(Visit&& visit) const {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            for (std::uint64_t left = words_[i]; left != 0; left &= left - 1) {
                visit(
                    static_cast<std::uint32_t>(i * kBits)
                    + static_cast<std::uint32_t>(std::countr_zero(left))
                );
            }
        }
    }

  private:
    static constexpr std::uint32_t kBits = 64;

    std::vector<std::uint64_t> words_;
};
}  // namespace gisa::searcher
