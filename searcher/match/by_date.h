// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include <xapian.h>

#include "common/catalog/catalog.h"
#include "common/segment/segment_set.h"
#include "searcher/match/document_set.h"

namespace gisa::searcher {
/// Documents in the order of their publication, sorted only as far as they are asked for; those
/// without a date come last. Of the same instant, the newest first is the one stored last.
class ByDate {
  public:
    struct Document {
        std::int64_t instant = 0;  ///< seconds since 1970
        std::uint32_t segment = 0;
        Xapian::docid number = 0;
    };

    /// `documents` of each of the segments.
    ByDate(
        const segment::SegmentSet& segments,
        const std::vector<DocumentSet>& documents,
        bool newest_first
    );

    /// An article's place in the order, which no later state moves.
    struct Place {
        std::int64_t instant = 0;  ///< as Document's
        catalog::Row row = 0;
    };

    /// The rank of the first document behind a place. None before it may be asked for from then on.
    [[nodiscard]] std::size_t rank_behind(const Place& place);

    /// How many there are.
    [[nodiscard]] std::size_t size() const { return documents_.size(); }

    /// The one at a rank from 0; ranks are best asked in ascending order.
    [[nodiscard]] const Document& at(std::size_t rank);

  private:
    const segment::SegmentSet& segments_;
    std::vector<Document> documents_;
    std::size_t sorted_ = 0;   ///< so many are in order, and none of the others comes before them
    std::size_t portion_ = 0;  ///< sorted at once, the last time
    bool newest_first_;
};
}  // namespace gisa::searcher
