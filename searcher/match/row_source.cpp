// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/row_source.h"

#include "searcher/match/row_lookup.h"

namespace gisa::searcher {
void RowSource::init(const Xapian::Database& database) {
    found_ = RowLookup(database).find(row_);
    at_ = 0;
    begun_ = false;
}

void RowSource::next(double /*min_weight*/) {
    at_ = begun_ ? 0 : found_;
    begun_ = true;
}

void RowSource::skip_to(Xapian::docid document, double /*min_weight*/) {
    at_ = document <= found_ ? found_ : 0;
    begun_ = true;
}

std::string RowSource::get_description() const {
    return "Row " + std::to_string(row_);
}
}  // namespace gisa::searcher
