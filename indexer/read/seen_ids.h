// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace gisa::indexer {
/// Remembers the ids of a source by their hashes: 16 bytes for each, about 25 with the room kept
/// free, so that a source of 10 million articles takes 250 MB. Two ids of such a source have the
/// same hash with a probability of 1 : 400,000.
class SeenIds {
  public:
    struct Sighting {
        std::uint64_t line = 0;
        bool same_record = false;
    };

    /// Remembers an id and tells where it was seen before; that first sighting stays.
    std::optional<Sighting> add(std::string_view id, std::string_view record, std::uint64_t line);

  private:
    struct Entry {
        std::uint64_t id_hash = 0;
        std::uint32_t line = 0;  // 0: a free place
        std::uint32_t record_hash = 0;
    };

    [[nodiscard]] Entry& place_of(std::uint64_t id_hash);
    void grow();

    std::vector<Entry> entries_;
    std::size_t used_ = 0;
};
}  // namespace gisa::indexer
