// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <vector>

#include "common/catalog/catalog.h"
#include "indexer/write/segment_builder.h"

namespace gisa::indexer {
/// Removes what is not published: the work folder of an interrupted run, segment folders that were
/// moved into place and never published, and those that a merge has replaced, as soon as no reader
/// uses them. Throws: StorageFailed.
void sweep_leftovers(const std::filesystem::path& archive, const catalog::Catalog& catalog);

/// A segment that lies in its place and is not published yet.
struct PlacedSegment {
    BuiltSegment built;
    catalog::SegmentRecord record;  ///< without its rows
};

/// Builds a segment and moves it into place under a number that no segment has. Without any article
/// no files are made. `stage` is what progress is told as.
/// Throws: StorageFailed, ArchiveCorrupt, Interrupted.
[[nodiscard]] PlacedSegment place_segment(
    const SegmentBuilderOptions& options,
    const std::vector<SegmentPart>& parts,
    std::uint64_t number,
    Progress::Stage stage = Progress::Stage::Indexing
);

/// Builds a segment of every pending article, moves it into place and publishes it. Killed at any
/// instant it leaves the old published set or the new one. Without pending articles there is no
/// segment. `together_with` changes the catalog in the same transaction, after they are visible.
/// Throws: StorageFailed, ArchiveCorrupt.
[[nodiscard]] BuiltSegment publish_pending(
    catalog::Catalog& catalog,
    const SegmentBuilderOptions& options,
    const std::function<void()>& together_with = {}
);
}  // namespace gisa::indexer
