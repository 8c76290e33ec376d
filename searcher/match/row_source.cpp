// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/row_source.h"

#include <algorithm>

#include "common/schema/terms.h"
#include "searcher/match/row_lookup.h"

namespace gisa::searcher {
void RowSource::init(const Xapian::Database& database) {
    documents_.clear();
    next_ = 0;
    RowLookup lookup(database);
    auto row = rows_->begin();
    Xapian::docid first = 0;
    while (row != rows_->end() && (first = lookup.find(*row)) == 0) {
        ++row;
    }
    if (first == 0) {
        return;
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
            documents_.push_back(value.get_docid());
        }
    }
}

void RowSource::next(double /*min_weight*/) {
    ++next_;
}

void RowSource::skip_to(Xapian::docid document, double /*min_weight*/) {
    const auto from = documents_.begin() + static_cast<std::ptrdiff_t>(next_ == 0 ? 0 : next_ - 1);
    const auto found = std::lower_bound(from, documents_.end(), document);
    next_ = static_cast<std::size_t>(found - documents_.begin()) + 1;
}

std::string RowSource::get_description() const {
    return rows_->size() == 1 ? "Row " + std::to_string(rows_->front())
                              : std::to_string(rows_->size()) + " rows";
}
}  // namespace gisa::searcher
