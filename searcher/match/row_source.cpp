// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/row_source.h"

#include <cstdint>
#include <utility>
#include <vector>

#include "common/schema/terms.h"
#include "searcher/match/row_lookup.h"

namespace gisa::searcher {
void RowSource::init(const Xapian::Database& database) {
    begin(documents_of(database));
}

std::vector<std::uint32_t> RowSource::documents_of(const Xapian::Database& database) const {
    std::vector<std::uint32_t> documents;
    RowLookup lookup(database);
    auto row = rows_->begin();
    Xapian::docid first = 0;
    while (row != rows_->end() && (first = lookup.find(*row)) == 0) {
        ++row;
    }
    if (first == 0) {
        return documents;
    }
    // From here on rows and documents ascend together.
    auto value = database.valuestream_begin(schema::kRowSlot);
    for (value.skip_to(first);
         row != rows_->end() && value != database.valuestream_end(schema::kRowSlot);
         ++value) {
        const catalog::Row here = schema::row_of(*value);
        while (row != rows_->end() && *row < here) {
            ++row;
        }
        if (row != rows_->end() && *row == here) {
            documents.push_back(value.get_docid());
        }
    }
    return documents;
}

std::string RowSource::get_description() const {
    return rows_->size() == 1 ? "Row " + std::to_string(rows_->front())
                              : std::to_string(rows_->size()) + " rows";
}
}  // namespace gisa::searcher
