// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <string>

#include <gisa/indexer.h>

#include "common/catalog/catalog.h"
#include "indexer/write/segment_builder.h"

namespace gisa::indexer {
/// Puts another user's dictionary into effect: looks for the visible articles whose analysis it
/// changes, builds a segment of them, and publishes that together with the dictionary. Killed at
/// any instant it leaves the old dictionary with the old segments or the new one with the new ones.
/// `options` are those of the dictionary before; `text` has no bad line; no article is pending.
/// Throws: StorageFailed, ArchiveCorrupt.
[[nodiscard]] UserWordsReport replace_user_words(
    catalog::Catalog& catalog,
    const std::string& text,
    std::uint64_t run,
    const SegmentBuilderOptions& options
);
}  // namespace gisa::indexer
