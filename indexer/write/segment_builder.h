// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <gisa/indexer.h>

#include "common/catalog/catalog.h"
#include "common/text/dictionary.h"
#include "common/text/user_words.h"

namespace gisa::indexer {
struct SegmentBuilderOptions {
    std::filesystem::path archive;
    std::shared_ptr<const text::Dictionary> dictionary;  ///< may be null
    std::shared_ptr<const text::UserWords> user_words;   ///< likewise
    unsigned threads = 1;
    std::uint32_t batch_articles = 1'000;
    ProgressCallback on_progress;
    /// When there, the segment calls its articles not by the rows they are read from, but by this
    /// number and those that follow it: the rows they are about to get.
    std::optional<catalog::Row> first_row;
};

/// What building a segment took and gave.
struct BuiltSegment {
    std::uint64_t articles = 0;
    std::uint64_t text_bytes = 0;
    StageSeconds cpu_seconds;  ///< analyze, write, compact and the reading of texts (catalog)
};

/// Stored rows -> analysed -> small databases in worker threads -> one compacted, checked segment
/// in `folder` (fresh, on the archive's file system), fsynced. The same rows give the same segment
/// whatever the number of threads. Publishing it is somebody else's work.
/// Throws: StorageFailed, ArchiveCorrupt.
[[nodiscard]] BuiltSegment build_segment(
    const std::vector<catalog::Row>& rows,
    const std::filesystem::path& folder,
    const SegmentBuilderOptions& options
);
}  // namespace gisa::indexer
