// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/seen_ids.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

namespace gisa::indexer {
namespace {
constexpr std::size_t kFirstPlaces = 1024;  // a power of two, as all that follow
}

std::optional<SeenIds::Sighting> SeenIds::add(
    std::string_view id, std::string_view record, std::uint64_t line
) {
    // At most three quarters full: a search then meets about two other entries.
    if ((used_ + 1) * 4 > entries_.size() * 3) {
        grow();
    }
    const std::hash<std::string_view> hash;
    const auto record_hash = static_cast<std::uint32_t>(hash(record));
    Entry& entry = place_of(hash(id));
    if (entry.line != 0) {
        return Sighting{entry.line, entry.record_hash == record_hash};
    }
    // A line number beyond 32 bits is told as the greatest one.
    constexpr std::uint64_t kGreatest = std::numeric_limits<std::uint32_t>::max();
    entry = {hash(id), static_cast<std::uint32_t>(std::min(line, kGreatest)), record_hash};
    ++used_;
    return std::nullopt;
}

SeenIds::Entry& SeenIds::place_of(std::uint64_t id_hash) {
    const std::size_t mask = entries_.size() - 1;
    std::size_t at = id_hash & mask;
    while (entries_[at].line != 0 && entries_[at].id_hash != id_hash) {
        at = (at + 1) & mask;
    }
    return entries_[at];
}

void SeenIds::grow() {
    std::vector<Entry> old(std::max(kFirstPlaces, entries_.size() * 2));
    std::swap(old, entries_);
    for (const Entry& entry : old) {
        if (entry.line != 0) {
            place_of(entry.id_hash) = entry;
        }
    }
}
}  // namespace gisa::indexer
