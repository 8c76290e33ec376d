// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "indexer/analyze/article_analyzer.h"

namespace gisa::indexer {
/// A small Xapian database of one batch of articles, thrown together without fsync: it is merged
/// into a segment or thrown away. Small batches stay in the processor's cache, which halves the
/// cost of a posting. One thread at a time.
class BatchDatabase {
  public:
    /// Throws: StorageFailed.
    explicit BatchDatabase(const std::filesystem::path& folder);
    ~BatchDatabase();
    BatchDatabase(const BatchDatabase&) = delete;
    BatchDatabase& operator=(const BatchDatabase&) = delete;

    void add(const AnalyzedArticle& article);
    /// Writes the batch out. Throws: StorageFailed; the batch is lost then.
    void finish();

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

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
