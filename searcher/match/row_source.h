// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/catalog/catalog.h"
#include "searcher/match/document_source.h"

namespace gisa::searcher {
/// Rows, ascending.
using Rows = std::shared_ptr<const std::vector<catalog::Row>>;

/// A Xapian posting source of the articles of some rows. Of a database it looks only at where those
/// rows are.
class RowSource : public DocumentSource {
  public:
    explicit RowSource(Rows rows) : rows_(std::move(rows)) {}

    void init(const Xapian::Database& database) override;

    [[nodiscard]] RowSource* clone() const override { return new RowSource(rows_); }

    [[nodiscard]] std::string get_description() const override;

  private:
    [[nodiscard]] std::vector<std::uint32_t> documents_of(const Xapian::Database& database) const;

    Rows rows_;
};
}  // namespace gisa::searcher
