// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/catalog/catalog.h"
#include "common/segment/segment_set.h"

namespace gisa::searcher {
/// What the index knows of a title.
struct TitleOutline {
    std::uint64_t words = 0;       ///< a bit for each word that was asked for and stands in it
    std::size_t letter_bytes = 0;  ///< of the title, as DocumentRecord's
};

/// An article that matches, before its text is looked at.
struct Candidate {
    std::size_t segment = 0;   ///< which of SegmentSet::segments() it is in
    Xapian::docid number = 0;  ///< there
    double weight = 0;         ///< BM25 over morphemes and whole words
    std::int64_t instant = 0;  ///< ByDate::Place's, when sorted by date
    catalog::Row row = 0;
    // What read_records() reads beside the row:
    double relative_length = 1;  ///< its words by the archive's average
    std::string_view sketch;     ///< schema::StorySketcher's; lies in the segment's table
    std::optional<std::chrono::sys_seconds> published;
    TitleOutline title;  ///< its words are look_at_titles()'s
};

/// Reads the rows of candidates, from where the segments keep them.
void read_rows(const segment::SegmentSet& segments, std::vector<Candidate>& candidates);

/// Reads all that the segments keep of candidates beside their words. Throws Xapian::Error.
void read_records(const segment::SegmentSet& segments, std::vector<Candidate>& candidates);

/// Words of a query that are looked for in titles, at most: the bits of TitleOutline::words.
inline constexpr std::size_t kMostTitleWords = 64;

/// Finds out which of the words (as they are counted in the archive) stand in the titles of the first
/// `count` candidates. Throws Xapian::Error.
void look_at_titles(
    const segment::SegmentSet& segments,
    const std::vector<std::string>& words,
    std::vector<Candidate>& candidates,
    std::size_t count
);
}  // namespace gisa::searcher
