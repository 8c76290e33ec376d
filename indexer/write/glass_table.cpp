// SPDX-License-Identifier: GPL-2.0-or-later
//
// A block, numbers big-endian:
//   revision (4 bytes), level (1), largest free piece (2), free bytes in all (2), end of the
//   directory (2), the directory: where each item begins (2 each), free bytes, items
// An item of a leaf:   size - 3 with flags (2), length of the key (1), key, tag
// An item of a branch: number of the child's block (4), length of the key (1), key, component (2)
// The first item of the first leaf and of each branch has no key.
#include "indexer/write/glass_table.h"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <utility>

#include "common/io/file_descriptor.h"
#include "common/messages/tr.h"

namespace gisa::indexer {
namespace {
constexpr std::size_t kLevelAt = 4;
constexpr std::size_t kLargestFreeAt = 5;
constexpr std::size_t kFreeAt = 7;
constexpr std::size_t kDirectoryEndAt = 9;
constexpr std::size_t kDirectoryBegin = 11;
constexpr std::size_t kDirectoryEntry = 2;

/// Four items must fit into a block.
constexpr std::size_t kLargestItem = (kGlassBlockBytes - kDirectoryBegin - 4 * kDirectoryEntry) / 4;
constexpr std::size_t kLeafHead = 3;
constexpr std::size_t kBranchHead = 5;
constexpr std::size_t kComponentBytes = 2;

/// The tag is in this item alone: its first and its last.
constexpr std::uint32_t kWholeTag = 0x6000;

void put(std::uint8_t* to, std::uint32_t number, std::size_t bytes) {
    for (std::size_t i = bytes; i-- > 0; number >>= 8) {
        to[i] = static_cast<std::uint8_t>(number);
    }
}

std::uint8_t* put(std::uint8_t* to, std::string_view bytes) {
    return std::copy(bytes.begin(), bytes.end(), to);
}
}  // namespace

bool GlassTable::Block::is_empty() const {
    return directory_end <= kDirectoryBegin;
}

bool GlassTable::Block::has_room(std::size_t item_bytes) const {
    return items_begin - directory_end >= item_bytes + kDirectoryEntry;
}

std::uint8_t* GlassTable::Block::add_item(std::size_t item_bytes) {
    items_begin -= item_bytes;
    put(bytes.data() + directory_end, static_cast<std::uint32_t>(items_begin), kDirectoryEntry);
    directory_end += kDirectoryEntry;
    return bytes.data() + items_begin;
}

void GlassTable::Block::clear(std::string next_separator) {
    bytes.fill(0);
    directory_end = kDirectoryBegin;
    items_begin = kGlassBlockBytes;
    separator = std::move(next_separator);
}

GlassTable::GlassTable(const std::filesystem::path& file)
    : file_(file),
      out_(file, std::ios::binary | std::ios::trunc) {
    levels_.emplace_back().clear({});
    add_leaf_item({}, {});
}

std::size_t GlassTable::room_behind(std::size_t key_bytes) {
    return kLargestItem - kLeafHead - key_bytes;
}

void GlassTable::add(std::string_view key, std::string_view tag) {
    assert(key > last_key_ && tag.size() <= room_behind(key.size()));
    if (!levels_.front().has_room(kLeafHead + key.size() + tag.size())) {
        const std::uint32_t full = write(levels_.front(), 0);
        add_branch_item(1, levels_.front().separator, full);
        // As much of the key as tells it from the one before.
        const auto differs =
            std::mismatch(key.begin(), key.end(), last_key_.begin(), last_key_.end()).first;
        const auto shared = static_cast<std::size_t>(differs - key.begin());
        levels_.front().clear(std::string(key.substr(0, shared + 1)));
    }
    add_leaf_item(key, tag);
    last_key_ = key;
    ++entries_;
}

void GlassTable::add_leaf_item(std::string_view key, std::string_view tag) {
    const std::size_t size = kLeafHead + key.size() + tag.size();
    std::uint8_t* const item = levels_.front().add_item(size);
    put(item, static_cast<std::uint32_t>(size - 3) | kWholeTag, 2);
    put(item + 2, static_cast<std::uint32_t>(key.size()), 1);
    put(put(item + kLeafHead, key), tag);
}

void GlassTable::add_branch_item(
    std::size_t level, const std::string& separator, std::uint32_t child
) {
    if (level == levels_.size()) {
        levels_.emplace_back().clear({});
    }
    if (!levels_[level].has_room(kBranchHead + separator.size() + kComponentBytes)) {
        const std::uint32_t full = write(levels_[level], level);
        add_branch_item(level + 1, levels_[level].separator, full);
        levels_[level].clear(separator);
    }
    Block& block = levels_[level];
    const std::string_view key = block.is_empty() ? std::string_view() : separator;
    std::uint8_t* const item = block.add_item(kBranchHead + key.size() + kComponentBytes);
    put(item, child, 4);
    put(item + 4, static_cast<std::uint32_t>(key.size()), 1);
    put(put(item + kBranchHead, key), key.empty() ? 0 : 1, kComponentBytes);
}

std::uint32_t GlassTable::write(Block& block, std::size_t level) {
    std::uint8_t* const head = block.bytes.data();
    const auto free = static_cast<std::uint32_t>(block.items_begin - block.directory_end);
    put(head, kRevision, 4);
    put(head + kLevelAt, static_cast<std::uint32_t>(level), 1);
    put(head + kLargestFreeAt, free, 2);
    put(head + kFreeAt, free, 2);
    put(head + kDirectoryEndAt, static_cast<std::uint32_t>(block.directory_end), 2);
    out_.write(reinterpret_cast<const char*>(head), kGlassBlockBytes);
    return blocks_++;
}

GlassTable::Root GlassTable::finish() {
    std::size_t level = 0;
    std::uint32_t root = write(levels_[0], 0);
    // A block's parent may come to be only now.
    while (level + 1 < levels_.size()) {
        add_branch_item(level + 1, levels_[level].separator, root);
        ++level;
        root = write(levels_[level], level);
    }
    out_.close();
    if (!out_) {
        throw io::storage_error(tr("cannot write %1", {file_.string()}), errno);
    }
    return {root, static_cast<std::uint32_t>(level), entries_, blocks_};
}
}  // namespace gisa::indexer
