// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <cstddef>

#include "searcher/rank/query_units.h"

namespace gisa::searcher {
/// What the second step adds to BM25; learned on all open collections together
/// (docs/decisions, bench/relevance).
struct RankWeights {
    double bigrams = 0.8;  ///< BM25 of the bigrams of the Korean words
    double title = 2.0;    ///< share of the query's idf in the title

    /// Shares of the query's idf in the best window of so many bytes: a phrase, a clause, a
    /// sentence, a paragraph.
    struct Window {
        std::size_t bytes = 0;
        double weight = 0;
    };

    std::array<Window, 4> windows = {{{30, 0.4}, {75, 0.7}, {120, 0.6}, {240, 1.0}}};
};

/// A stored text as the second step sees it.
struct RankedText {
    double first_score = 0;      ///< the first step's BM25
    double relative_length = 1;  ///< by the archive's average
    std::size_t title_end = 0;   ///< bytes of the normal text that are title
};

/// The second step's score of an article: (BM25 + bigrams) × (1 + shares).
/// Safe to call from several threads.
[[nodiscard]] double rescore(
    const QueryUnits& query,
    const ScannedText& scanned,
    const RankedText& text,
    const RankWeights& weights
);

/// The window of at most `bytes` with the greatest share of the query's idf, the earliest of equals.
struct BestWindow {
    double share = 0;  ///< 0 to 1
    ByteRange where;   ///< from its first hit to the end of its last; empty without hits
};

[[nodiscard]] BestWindow best_window(
    const QueryUnits& query, const ScannedText& scanned, std::size_t bytes, std::size_t from = 0
);
}  // namespace gisa::searcher
