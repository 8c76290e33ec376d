// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/segment/segment_set.h"
#include "searcher/match/loose_terms.h"

namespace gisa::searcher {
/// BM25 as the first step has it; Xapian::BM25Weight with k2 = 0 and k3 = 1.
struct Bm25 {
    double k1 = 0;
    double b = 0;
    double shortest_length = 0;  ///< of an article by the average, at least
};

/// The best articles of those that hold any of some terms, for queries of many words: what Xapian
/// finds with OP_OR, in a quarter of the time, for it walks through lists in loops and not through a
/// tree of them. Terms that together cannot lift an article among the best found so far are looked
/// up only in articles that others have found.
/// Source: MaxScore, H. Turtle and J. Flood, Query evaluation: strategies and optimizations,
/// Information Processing and Management 31 (1995); windows as in Lucene's MaxScoreBulkScorer.
/// One thread at a time.
class BestOfAny {
  public:
    /// `segments` must outlive it.
    BestOfAny(const segment::SegmentSet& segments, const Bm25& bm25);

    struct Document {
        std::size_t segment = 0;   ///< which of SegmentSet::segments()
        Xapian::docid number = 0;  ///< there
        double weight = 0;         ///< BM25, up to rounding as Xapian's
    };

    struct Found {
        std::vector<Document> best;  ///< best first; of equals, the one with the lower number
        std::uint64_t at_least = 0;  ///< articles that hold any of the terms
        std::uint64_t estimate = 0;
        std::uint64_t at_most = 0;
    };

    using Visible = std::function<bool(const Document& document)>;

    /// The best `most` for which `visible` says yes; only those that may be among them are asked.
    [[nodiscard]] Found find(
        const std::vector<LooseTerm>& terms, std::size_t most, const Visible& visible
    );

  private:
    const std::vector<float>& lengths_of(std::size_t segment);

    const segment::SegmentSet& segments_;
    Bm25 bm25_;
    /// Of each segment's documents, by their numbers: the part of BM25's denominator that the length
    /// decides. Empty until a search needs the segment.
    std::vector<std::vector<float>> lengths_;
};
}  // namespace gisa::searcher
