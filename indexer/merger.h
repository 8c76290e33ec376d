// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <vector>

#include <gisa/indexer.h>

#include "common/catalog/catalog.h"
#include "indexer/write/segment_builder.h"

namespace gisa::indexer {
/// Merges what the policy says is due. Each merge is published by itself, so that a kill loses one
/// at most; searchers see the same articles before and after. Where the disk has no room for a
/// merge, that is a warning and the segments stay as they are. A segment that has not the bytes that
/// were written is made again from the catalog, which is a warning too, here and below.
/// Throws: StorageFailed, ArchiveCorrupt, Interrupted.
[[nodiscard]] MergeReport merge_due(
    catalog::Catalog& catalog,
    const SegmentBuilderOptions& options,
    std::vector<std::string>& warnings
);

/// Merges all segments into one without any hidden article. Segments that have some are analysed
/// again. Throws: StorageFailed, ArchiveCorrupt, Interrupted.
[[nodiscard]] MergeReport merge_all(
    catalog::Catalog& catalog,
    const SegmentBuilderOptions& options,
    std::vector<std::string>& warnings
);

/// Makes all segments anew from the catalog alone; the old ones, which may be damaged, missing or
/// of another analysis, are not opened. Searchers see the old ones until all new ones are there.
/// Throws: StorageFailed, ArchiveCorrupt, Interrupted.
[[nodiscard]] MergeReport rebuild_segments(
    catalog::Catalog& catalog, const SegmentBuilderOptions& options
);
}  // namespace gisa::indexer
