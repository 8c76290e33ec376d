// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/segment/biword_lists.h"
#include "common/segment/segment_set.h"
#include "searcher/match/document_source.h"
#include "searcher/plan/check_biwords.h"

namespace gisa::searcher {
/// A Xapian posting source of the articles that have the biwords of one of some ways. It reads the
/// lists of a database when Xapian comes to it.
class BiwordSource : public DocumentSource {
  public:
    /// `segments` must outlive it.
    BiwordSource(const segment::SegmentSet& segments, BiwordWays ways)
        : segments_(segments),
          ways_(std::move(ways)) {}

    void init(const Xapian::Database& database) override;

    [[nodiscard]] BiwordSource* clone() const override {
        return new BiwordSource(segments_, ways_);
    }

    [[nodiscard]] std::string get_description() const override;

  private:
    const segment::SegmentSet& segments_;
    BiwordWays ways_;
};
}  // namespace gisa::searcher
