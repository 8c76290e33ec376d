// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <optional>

#include <xapian.h>

#include "common/schema/terms.h"
#include "searcher/match/document_set.h"

namespace gisa::searcher {
/// Calls `visit` with each document of a segment that `documents` holds and with its instant of
/// publication, if it has one. Ascending. Throws Xapian::Error.
template <typename Visit>
void each_date(const Xapian::Database& segment, const DocumentSet& documents, Visit&& visit) {
    auto value = segment.valuestream_begin(schema::kPublishedSlot);
    const auto end = segment.valuestream_end(schema::kPublishedSlot);
    documents.each([&](Xapian::docid document) {
        if (value != end && value.get_docid() < document) {
            value.skip_to(document);
        }
        std::optional<std::chrono::sys_seconds> published;
        if (value != end && value.get_docid() == document) {
            published = schema::published_of(*value);
        }
        visit(document, published);
    });
}
}  // namespace gisa::searcher
