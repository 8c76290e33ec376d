// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <vector>

#include "common/catalog/catalog.h"
#include "indexer/write/segment_builder.h"

namespace gisa::indexer {
/// Removes what an interrupted run left behind: its work folder, and segment folders that were
/// moved into place but never published. Throws: StorageFailed.
void sweep_leftovers(const std::filesystem::path& archive, const catalog::Catalog& catalog);

/// A segment that lies in its place and is not published yet.
struct PlacedSegment {
    BuiltSegment built;
    catalog::SegmentRecord record;
};

/// Builds a segment of the rows and moves it into place. Throws: StorageFailed, ArchiveCorrupt.
[[nodiscard]] PlacedSegment place_segment(
    const catalog::Catalog& catalog,
    const std::vector<catalog::Row>& rows,
    const SegmentBuilderOptions& options
);

/// Builds a segment of every pending article, moves it into place and publishes it. Killed at any
/// instant it leaves the old published set or the new one. Without pending articles it does nothing.
/// Throws: StorageFailed, ArchiveCorrupt.
[[nodiscard]] BuiltSegment publish_pending(
    catalog::Catalog& catalog, const SegmentBuilderOptions& options
);
}  // namespace gisa::indexer
