// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <vector>

#include <xapian.h>

#include "common/catalog/catalog.h"
#include "common/segment/segment_set.h"
#include "searcher/match/document_set.h"

namespace gisa::searcher {
/// All articles that match, without an order and without weights: for counts, and for orders that
/// need none. A list of a term becomes a set of bits, and sets are joined: a fifth of the time that
/// Xapian needs to make and rank an MSet of them. One thread at a time.
class EveryMatch {
  public:
    /// `hidden`: rows that were replaced or removed since their segment was built, ascending.
    EveryMatch(const segment::SegmentSet& segments, const std::vector<catalog::Row>& hidden)
        : segments_(segments),
          hidden_rows_(hidden) {}

    /// One set for each of SegmentSet::segments(). Throws Xapian::Error.
    [[nodiscard]] std::vector<DocumentSet> find(const Xapian::Query& query);

    /// The documents of the hidden rows, a set for each segment; found once.
    [[nodiscard]] const std::vector<DocumentSet>& hidden();

  private:
    const segment::SegmentSet& segments_;
    const std::vector<catalog::Row>& hidden_rows_;
    std::vector<DocumentSet> hidden_;  ///< empty until it is asked for
};
}  // namespace gisa::searcher
