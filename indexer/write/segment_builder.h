// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

#include <gisa/indexer.h>

#include "common/catalog/catalog.h"
#include "common/io/file_hash.h"
#include "common/text/dictionary.h"
#include "common/text/user_words.h"

namespace gisa::indexer {
struct SegmentBuilderOptions {
    std::filesystem::path archive;
    std::shared_ptr<const text::Dictionary> dictionary;  ///< may be null
    std::shared_ptr<const text::UserWords> user_words;   ///< likewise
    unsigned threads = 1;
    std::uint64_t batch_bytes = 2000000;
    ProgressCallback on_progress;
    std::stop_token stop;
    /// When there, the segment calls its articles not by the rows they are read from, but by this
    /// number and those that follow it: the rows they are about to get.
    std::optional<catalog::Row> first_row;
};

/// A part of a segment, in the order of its rows: articles to be analysed, or, with a path, the
/// postings of another segment, taken as they are with the files beside them.
struct SegmentPart {
    std::vector<catalog::Row> rows;
    std::filesystem::path postings;
    std::uint64_t articles = 0;  ///< in the postings
};

/// What building a segment took and gave.
struct BuiltSegment {
    std::uint64_t articles = 0;
    std::uint64_t text_bytes = 0;      ///< of the articles that were analysed
    std::uint64_t bytes = 0;           ///< of its files
    std::vector<io::FileHash> hashes;  ///< of its files, as segment::kSegmentFiles names them
    StageSeconds cpu_seconds;  ///< analyze, write, compact and the reading of texts (catalog)
};

/// Parts -> small databases, analysed in worker threads -> one compacted, checked segment in
/// `folder` (fresh, on the archive's file system), fsynced. The same parts give the same segment
/// whatever the number of threads. Without any article no files are made. Publishing it is somebody
/// else's work. `stage` is what progress is told as until the databases are compacted.
/// Throws: StorageFailed, ArchiveCorrupt; Interrupted when options.stop asks for it.
[[nodiscard]] BuiltSegment build_segment(
    const std::vector<SegmentPart>& parts,
    const std::filesystem::path& folder,
    const SegmentBuilderOptions& options,
    Progress::Stage stage
);
}  // namespace gisa::indexer
