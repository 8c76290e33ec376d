// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/row_lookup.h"

#include <algorithm>

#include "common/schema/terms.h"

namespace gisa::searcher {
RowLookup::RowLookup(const Xapian::Database& segment)
    : segment_(segment),
      last_(segment.get_lastdocid()),
      first_row_(last_ == 0 ? 0 : from(1).row),
      last_row_(last_ == 0 ? 0 : from(last_).row) {}

Xapian::docid RowLookup::find(catalog::Row row) {
    if (row <= row_below_) {
        below_ = 0;
        row_below_ = 0;
    }
    if (row < first_row_ || row > last_row_) {
        return 0;
    }
    // Every document has another row, so it cannot stand further away than its row does.
    Xapian::docid begin = below_ + 1;
    auto at = static_cast<Xapian::docid>(
        std::min<catalog::Row>(last_, catalog::Row{below_} + (row - row_below_))
    );
    for (Xapian::docid end = at + 1; begin < end; at = begin + (end - begin) / 2) {
        const auto [document, here] = from(at);
        if (here == row) {
            return document;
        }
        if (here > row) {
            end = at;
        } else {
            begin = at + 1;
            below_ = at;
            row_below_ = here;
        }
    }
    return 0;
}

RowLookup::Place RowLookup::from(Xapian::docid document) const {
    auto value = segment_.valuestream_begin(schema::kRowSlot);
    value.skip_to(document);
    return {value.get_docid(), schema::row_of(*value)};
}
}  // namespace gisa::searcher
