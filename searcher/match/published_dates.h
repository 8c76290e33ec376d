// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <optional>
#include <string>

#include <xapian.h>

#include "common/schema/terms.h"
#include "searcher/match/document_set.h"
#include "searcher/match/value_stream.h"

namespace gisa::searcher {
/// Calls `visit` with each document of a segment that `documents` holds and with its instant of
/// publication, if it has one. Ascending. Throws Xapian::Error.
template <typename Visit>
void each_date(const Xapian::Database& segment, const DocumentSet& documents, Visit&& visit) {
    ValueStream dates(segment, schema::kPublishedSlot);
    documents.each([&](Xapian::docid document) {
        const std::optional<std::string> value = dates.at(document);
        visit(document, value ? std::optional(schema::published_of(*value)) : std::nullopt);
    });
}
}  // namespace gisa::searcher
