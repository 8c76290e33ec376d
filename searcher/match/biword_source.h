// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/segment/biword_lists.h"
#include "common/segment/segment_set.h"
#include "searcher/plan/check_biwords.h"

namespace gisa::searcher {
/// A Xapian posting source of the articles that have the biwords of one of some ways. It reads the
/// lists of a database when Xapian comes to it, and knows how many articles they are, so that Xapian
/// asks it first when they are few.
class BiwordSource : public Xapian::PostingSource {
  public:
    /// `segments` must outlive it.
    BiwordSource(const segment::SegmentSet& segments, BiwordWays ways)
        : segments_(segments),
          ways_(std::move(ways)) {}

    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return held(); }

    [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return held(); }

    [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return held(); }

    void next(double min_weight) override;
    void skip_to(Xapian::docid document, double min_weight) override;

    [[nodiscard]] bool at_end() const override { return next_ > documents_.size(); }

    [[nodiscard]] Xapian::docid get_docid() const override { return documents_[next_ - 1]; }

    void init(const Xapian::Database& database) override;

    [[nodiscard]] BiwordSource* clone() const override {
        return new BiwordSource(segments_, ways_);
    }

    [[nodiscard]] std::string get_description() const override;

  private:
    [[nodiscard]] Xapian::doccount held() const {
        return static_cast<Xapian::doccount>(documents_.size());
    }

    const segment::SegmentSet& segments_;
    BiwordWays ways_;
    segment::Documents documents_;  ///< of this database
    std::size_t next_ = 0;          ///< the one behind the current; 0: not begun
};
}  // namespace gisa::searcher
