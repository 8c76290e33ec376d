// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gisa::searcher {
/// Documents of an archive, a bit for each.
class DocumentSet {
  public:
    void add(std::uint32_t document) {
        const std::size_t word = document / kBits;
        if (word >= words_.size()) {
            words_.resize(word + 1 + word / 2);
        }
        words_[word] |= std::uint64_t{1} << document % kBits;
        ++size_;
    }

    [[nodiscard]] bool contains(std::uint32_t document) const {
        const std::size_t word = document / kBits;
        return word < words_.size() && (words_[word] >> document % kBits & 1U) != 0;
    }

    /// How often add() was called.
    [[nodiscard]] std::uint64_t size() const { return size_; }

  private:
    static constexpr std::uint32_t kBits = 64;

    std::vector<std::uint64_t> words_;
    std::uint64_t size_ = 0;
};
}  // namespace gisa::searcher
