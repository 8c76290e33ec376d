// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace gisa::indexer {
inline constexpr std::size_t kGlassBlockBytes = 8192;

/// A B-tree as Xapian's glass backend reads it, written from front to back in one go: entries come
/// in ascending order, and each block is written when it is full. The format is that of xapian-core
/// 1.4 (backends/glass/glass_table.h), which has not changed since 1.4.0. One thread at a time.
class GlassTable {
  public:
    /// What the database's version file must say about the table.
    struct Root {
        std::uint32_t block = 0;
        std::uint32_t level = 0;
        std::uint64_t entries = 0;
        std::uint32_t blocks = 0;
    };

    static constexpr std::uint32_t kRevision = 1;

    explicit GlassTable(const std::filesystem::path& file);

    /// The longest tag that fits behind a key of that many bytes.
    [[nodiscard]] static std::size_t room_behind(std::size_t key_bytes);

    /// `key` is greater than those before it and not empty.
    void add(std::string_view key, std::string_view tag);

    /// Writes what is left. Throws: StorageFailed when anything could not be written.
    [[nodiscard]] Root finish();

  private:
    struct Block {
        std::array<std::uint8_t, kGlassBlockBytes> bytes{};
        std::size_t directory_end = 0;
        std::size_t items_begin = 0;
        std::string separator;  ///< what divides it from the one before; empty for the first

        [[nodiscard]] bool is_empty() const;
        [[nodiscard]] bool has_room(std::size_t item_bytes) const;
        std::uint8_t* add_item(std::size_t item_bytes);
        void clear(std::string next_separator);
    };

    void add_leaf_item(std::string_view key, std::string_view tag);
    void add_branch_item(std::size_t level, const std::string& separator, std::uint32_t child);
    std::uint32_t write(Block& block, std::size_t level);

    std::filesystem::path file_;
    std::ofstream out_;
    /// The last block of each level, leaves first; a deque, for what a level hands to the next one
    /// must stay where it is.
    std::deque<Block> levels_;
    std::string last_key_;
    std::uint64_t entries_ = 0;
    std::uint32_t blocks_ = 0;
};
}  // namespace gisa::indexer
