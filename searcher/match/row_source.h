// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>

#include <xapian.h>

#include "common/catalog/catalog.h"

namespace gisa::searcher {
/// A Xapian posting source of the one article of a row.
class RowSource : public Xapian::PostingSource {
  public:
    explicit RowSource(catalog::Row row) : row_(row) {}

    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return 0; }

    [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return 1; }

    [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return 1; }

    void next(double min_weight) override;
    void skip_to(Xapian::docid document, double min_weight) override;

    [[nodiscard]] bool at_end() const override { return at_ == 0; }

    [[nodiscard]] Xapian::docid get_docid() const override { return at_; }

    void init(const Xapian::Database& database) override;

    [[nodiscard]] RowSource* clone() const override { return new RowSource(row_); }

    [[nodiscard]] std::string get_description() const override;

  private:
    catalog::Row row_;
    Xapian::docid found_ = 0;  ///< 0: this database does not hold it
    Xapian::docid at_ = 0;     ///< 0: at the end
    bool begun_ = false;
};
}  // namespace gisa::searcher
