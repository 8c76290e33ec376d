// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <functional>
#include <string>

#include <xapian.h>

#include "common/catalog/catalog.h"
#include "common/segment/segment_set.h"

namespace gisa::searcher {
/// A Xapian posting source of the articles whose stored text passes a check. It pretends to hold
/// every article, so that Xapian asks it last, and only about those that have all the words.
class TextSource : public Xapian::PostingSource {
  public:
    using Check = std::function<bool(catalog::Row row)>;

    /// `segments` must outlive it.
    TextSource(const segment::SegmentSet& segments, Check check);

    [[nodiscard]] Xapian::doccount get_termfreq_min() const override;
    [[nodiscard]] Xapian::doccount get_termfreq_est() const override;
    [[nodiscard]] Xapian::doccount get_termfreq_max() const override;
    void next(double min_weight) override;
    void skip_to(Xapian::docid document, double min_weight) override;
    bool check(Xapian::docid document, double min_weight) override;
    [[nodiscard]] bool at_end() const override;
    [[nodiscard]] Xapian::docid get_docid() const override;
    void init(const Xapian::Database& database) override;
    [[nodiscard]] TextSource* clone() const override;
    [[nodiscard]] std::string get_description() const override;

  private:
    [[nodiscard]] bool passes(Xapian::docid document);

    const segment::SegmentSet& segments_;
    Check check_;
    Xapian::Database database_;
    const segment::DocumentTable* documents_ = nullptr;  ///< of database_
    Xapian::docid at_ = 0;
    Xapian::docid last_ = 0;
};
}  // namespace gisa::searcher
