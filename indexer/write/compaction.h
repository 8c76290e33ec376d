// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <vector>

namespace gisa::indexer {
/// Merges databases, in order, into one compacted file. Documents keep their order.
/// Throws: StorageFailed.
void compact(
    const std::vector<std::filesystem::path>& databases, const std::filesystem::path& file
);

/// Checks every block of a compacted database and counts its documents.
/// Throws: ArchiveCorrupt when something is wrong or the count differs.
void check_compacted(const std::filesystem::path& file, std::uint64_t documents);

/// Writes the lexicon of a compacted database. Throws: StorageFailed.
void write_lexicon(const std::filesystem::path& database, const std::filesystem::path& file);
}  // namespace gisa::indexer
