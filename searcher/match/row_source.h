// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/catalog/catalog.h"
#include "common/segment/segment_set.h"
#include "searcher/match/document_source.h"

namespace gisa::searcher {
/// Rows, ascending.
using Rows = std::shared_ptr<const std::vector<catalog::Row>>;

/// A Xapian posting source of the articles of some rows. Of a database it looks only at where those
/// rows are.
class RowSource : public DocumentSource {
  public:
    /// `segments` must outlive it.
    RowSource(const segment::SegmentSet& segments, Rows rows)
        : segments_(segments),
          rows_(std::move(rows)) {}

    void init(const Xapian::Database& database) override;

    [[nodiscard]] RowSource* clone() const override { return new RowSource(segments_, rows_); }

    [[nodiscard]] std::string get_description() const override;

  private:
    const segment::SegmentSet& segments_;
    Rows rows_;
};
}  // namespace gisa::searcher
