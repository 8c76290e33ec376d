// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <cstddef>
#include <string_view>

#include <gisa/text_range.h>

#include "searcher/rank/query_units.h"

namespace gisa::searcher {
/// Windows that are looked at, in bytes of the normal text: a clause and a paragraph.
inline constexpr std::array<std::size_t, 2> kWindowBytes = {75, 240};

/// What one article shows of a query. Shares lie between 0 and 1 and are parts of the query's whole
/// weight, in which every typed word has its own, however many forms it is looked for by.
struct Features {
    double first = 0;           ///< BM25 of the first step
    double bigrams = 0;         ///< BM25 of the bigrams of Korean words
    double title_coverage = 0;  ///< how much of the title the query's words are
    double title_match = 0;     ///< title_coverage times the share that stands in the title
    double lead = 0;   ///< share that the body holds, each word falling with its distance from the
                       ///< body's beginning
    double early = 0;  ///< 1 for a body that begins with a hit, falling with the distance
    double pairs = 0;  ///< share of neighbours in the query that are neighbours in the text
    std::array<double, kWindowBytes.size()> windows{};  ///< share in the best window of each size
    /// Of a question: how many lines of the body hold much of it, from 0 towards 1. What answers
    /// is one passage; an article with many of them is about the thing.
    double passages = 0;
    /// Of a subject, where nobody asks: 1 for a very short article, a half for an average one. The
    /// shorter of two articles that show as much of the words is about little else.
    double brevity = 0;
};

/// A stored text as the second step sees it.
struct RankedText {
    std::string_view normal;     ///< title, two line feeds, body, in normal form
    std::size_t title_end = 0;   ///< bytes of it that are title
    double first_score = 0;      ///< the first step's BM25
    double relative_length = 1;  ///< by the archive's average
};

/// `scanned` holds what QueryUnits::scan found in text.normal.
[[nodiscard]] Features features_of(
    const QueryUnits& query, const ScannedText& scanned, const RankedText& text
);

/// The window of at most `bytes` with the greatest share of the query's weight, the earliest of
/// equals, among hits that begin at `from` or later.
struct BestWindow {
    double share = 0;  ///< 0 to 1
    ByteRange where;   ///< from its first hit to the end of its last; empty without hits
};

[[nodiscard]] BestWindow best_window(
    const QueryUnits& query, const ScannedText& scanned, std::size_t bytes, std::size_t from = 0
);
}  // namespace gisa::searcher
