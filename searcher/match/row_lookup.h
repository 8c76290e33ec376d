// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <vector>

#include <xapian.h>

#include "common/catalog/catalog.h"

namespace gisa::searcher {
/// Finds documents of a segment by their rows: documents ascend by their rows, so no article needs
/// a term for its id. Throws Xapian::Error.
class RowLookup {
  public:
    explicit RowLookup(const Xapian::Database& segment);

    /// The document of a row, 0 when the segment does not hold it. Rows that are asked in ascending
    /// order are found soonest.
    [[nodiscard]] Xapian::docid find(catalog::Row row);

  private:
    struct Place {
        Xapian::docid document = 0;
        catalog::Row row = 0;
    };

    /// The first document that is not before `document`, at most last_.
    [[nodiscard]] Place from(Xapian::docid document) const;

    const Xapian::Database& segment_;
    Xapian::docid last_;
    // Of all documents up to here it is known that their rows are smaller than the row asked last.
    Xapian::docid below_ = 0;
    catalog::Row row_below_ = 0;
    catalog::Row first_row_ = 0;
    catalog::Row last_row_ = 0;
};
}  // namespace gisa::searcher
