// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>

#include "common/segment/document_table.h"
#include "searcher/match/document_set.h"

namespace gisa::searcher {
/// Calls `visit` with each document of a segment that `documents` holds and with its instant of
/// publication, if it has one. Ascending.
template <typename Visit>
void each_date(const segment::DocumentTable& table, const DocumentSet& documents, Visit&& visit) {
    documents.each([&](std::uint32_t document) { visit(document, table.published(document)); });
}
}  // namespace gisa::searcher
