// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <span>
#include <vector>

#include "indexer/write/inverted_batch.h"

namespace gisa::indexer {
/// Writes the records of batches, put one behind the other. Throws: StorageFailed.
void write_documents(const std::filesystem::path& file, std::span<const InvertedBatch> batches);

/// Puts such files one behind the other, as compact() does the databases.
/// Throws: StorageFailed, ArchiveCorrupt.
void merge_documents(
    const std::vector<std::filesystem::path>& files, const std::filesystem::path& merged
);
}  // namespace gisa::indexer
