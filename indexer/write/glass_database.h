// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <span>

#include "indexer/write/inverted_batch.h"

namespace gisa::indexer {
/// Writes batches, one behind the other, into `folder` (fresh) as a database of Xapian's glass
/// backend, without fsync and without termlists, positions and documents' data: for compact() to
/// read, or to be thrown away. How the documents lie in batches makes no difference.
/// Throws: StorageFailed.
void write_glass_database(
    const std::filesystem::path& folder, std::span<const InvertedBatch> batches
);
}  // namespace gisa::indexer
