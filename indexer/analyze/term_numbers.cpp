// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analyze/term_numbers.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace gisa::indexer {
namespace {
constexpr std::size_t kFirstSlots = 1024;  // a power of two, as are all that follow

std::uint32_t hash_of(std::string_view term) {
    const std::uint64_t hash = std::hash<std::string_view>{}(term);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32U));
}
}  // namespace

TermNumbers::TermNumbers() : begins_{0}, slots_(kFirstSlots) {}

TermNumber TermNumbers::number(std::string_view term) {
    const std::uint32_t hash = hash_of(term);
    std::size_t slot = hash & (slots_.size() - 1);
    for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
        const TermNumber there = slots_[slot] - 1;
        if (hashes_[there] == hash && this->term(there) == term) {
            return there;
        }
    }
    const auto added = static_cast<TermNumber>(hashes_.size());
    slots_[slot] = added + 1;
    hashes_.push_back(hash);
    bytes_.append(term);
    begins_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    if (hashes_.size() > slots_.size() / 2) {
        grow();
    }
    return added;
}

std::vector<TermNumber> TermNumbers::in_order() const {
    std::vector<TermNumber> numbers(size());
    std::iota(numbers.begin(), numbers.end(), 0);
    std::sort(numbers.begin(), numbers.end(), [this](TermNumber a, TermNumber b) {
        return term(a) < term(b);
    });
    return numbers;
}

void TermNumbers::grow() {
    slots_.assign(2 * slots_.size(), 0);
    for (std::size_t number = 0; number < hashes_.size(); ++number) {
        std::size_t slot = hashes_[number] & (slots_.size() - 1);
        while (slots_[slot] != 0) {
            slot = (slot + 1) & (slots_.size() - 1);
        }
        slots_[slot] = static_cast<std::uint32_t>(number + 1);
    }
}
}  // namespace gisa::indexer
