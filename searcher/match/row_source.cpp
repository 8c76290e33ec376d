// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/row_source.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "common/segment/document_table.h"

namespace gisa::searcher {
void RowSource::init(const Xapian::Database& database) {
    const segment::DocumentTable& table = segments_.documents(segments_.place_of(database));
    std::vector<std::uint32_t> documents;
    if (table.documents() > 0) {
        const auto first = std::lower_bound(rows_->begin(), rows_->end(), table.row(1));
        const auto end = std::upper_bound(first, rows_->end(), table.row(table.documents()));
        for (auto row = first; row != end; ++row) {
            if (const std::uint32_t document = table.find(*row); document != 0) {
                documents.push_back(document);
            }
        }
    }
    begin(std::move(documents));
}

std::string RowSource::get_description() const {
    return rows_->size() == 1 ? "Row " + std::to_string(rows_->front())
                              : std::to_string(rows_->size()) + " rows";
}
}  // namespace gisa::searcher
