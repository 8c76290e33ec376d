// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/catalog/catalog.h"
#include "common/segment/segment_set.h"

namespace gisa::searcher {
/// An article that matches, before its text is looked at.
struct Candidate {
    catalog::Row row = 0;
    double weight = 0;           ///< BM25 over morphemes and whole words
    double relative_length = 1;  ///< terms of the article by the archive's average
    std::string sketch;          ///< schema::StorySketcher's, when asked for
    std::int64_t instant = 0;    ///< ByDate::Place's, when sorted by date
    /// The instant of publication, when asked for and known.
    std::optional<std::chrono::sys_seconds> published;
};

/// A document that matches: which of SegmentSet::segments() it is in, and its number there.
struct FoundDocument {
    std::size_t segment = 0;
    Xapian::docid number = 0;
    double weight = 0;
    std::optional<double> relative_length;  ///< when it is known already
    std::int64_t instant = 0;
};

/// What is wanted of candidates beside their rows.
struct CandidateFields {
    bool sketches = false;
    bool dates = false;
    bool lengths = false;
};

/// The candidates that the documents are, in their order. Reads what segments keep of them in the
/// order in which it lies there. Throws Xapian::Error. Safe to call from one thread at a time.
[[nodiscard]] std::vector<Candidate> candidates_of(
    const segment::SegmentSet& segments,
    const std::vector<FoundDocument>& documents,
    const CandidateFields& fields
);
}  // namespace gisa::searcher
