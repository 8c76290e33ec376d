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
/// What the index knows of a title.
struct TitleOutline {
    std::uint64_t words = 0;       ///< a bit for each word that was asked for and stands in it
    std::size_t letter_bytes = 0;  ///< of the title, see schema::title_value; 0 without such a word
};

/// An article that matches, before its text is looked at.
struct Candidate {
    std::size_t segment = 0;   ///< which of SegmentSet::segments() it is in
    Xapian::docid number = 0;  ///< there
    double weight = 0;         ///< BM25 over morphemes and whole words
    std::int64_t instant = 0;  ///< ByDate::Place's, when sorted by date
    /// Terms of the article by the archive's average; 0: look_at_lengths() did not read it yet.
    double relative_length = 0;
    // What read_fields() reads:
    catalog::Row row = 0;
    std::string sketch;  ///< schema::StorySketcher's
    std::optional<std::chrono::sys_seconds> published;
    TitleOutline title;  ///< look_at_titles() fills it
};

/// What is to be read of candidates.
struct CandidateFields {
    bool rows = true;
    bool sketches = false;
    bool dates = false;
};

/// Reads what the segments keep of candidates, in the order in which it lies there. Throws
/// Xapian::Error. One thread at a time.
void read_fields(
    const segment::SegmentSet& segments,
    const CandidateFields& fields,
    std::vector<Candidate>& candidates
);

/// Words of a query that are looked for in titles, at most: the bits of TitleOutline::words.
inline constexpr std::size_t kMostTitleWords = 64;

/// Reads the lengths of the first `count` candidates where they are not known yet. As read_fields().
void look_at_lengths(
    const segment::SegmentSet& segments, std::vector<Candidate>& candidates, std::size_t count
);

/// Reads what the segments know of the titles of the first `count` candidates: which of the words
/// (as they are counted in the archive) stand there, and how long those are in which one does. As
/// read_fields().
void look_at_titles(
    const segment::SegmentSet& segments,
    const std::vector<std::string>& words,
    std::vector<Candidate>& candidates,
    std::size_t count
);
}  // namespace gisa::searcher
