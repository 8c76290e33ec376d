// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/catalog/catalog.h"

namespace gisa::searcher {
/// Rows, ascending.
using Rows = std::shared_ptr<const std::vector<catalog::Row>>;

/// A Xapian posting source of the articles of some rows. Of a database it looks only at where those
/// rows are, and knows how many it holds, so that Xapian asks it first when they are few.
class RowSource : public Xapian::PostingSource {
  public:
    explicit RowSource(Rows rows) : rows_(std::move(rows)) {}

    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return held(); }

    [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return held(); }

    [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return held(); }

    void next(double min_weight) override;
    void skip_to(Xapian::docid document, double min_weight) override;

    [[nodiscard]] bool at_end() const override { return next_ > documents_.size(); }

    [[nodiscard]] Xapian::docid get_docid() const override { return documents_[next_ - 1]; }

    void init(const Xapian::Database& database) override;

    [[nodiscard]] RowSource* clone() const override { return new RowSource(rows_); }

    [[nodiscard]] std::string get_description() const override;

  private:
    [[nodiscard]] Xapian::doccount held() const {
        return static_cast<Xapian::doccount>(documents_.size());
    }

    Rows rows_;
    std::vector<Xapian::docid> documents_;  ///< of this database
    std::size_t next_ = 0;                  ///< the one behind the current; 0: not begun
};
}  // namespace gisa::searcher
