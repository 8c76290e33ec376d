// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/row_source.h"

#include "common/schema/terms.h"

namespace gisa::searcher {
void RowSource::init(const Xapian::Database& database) {
    found_ = 0;
    at_ = 0;
    begun_ = false;
    Xapian::docid begin = 1;
    Xapian::docid end = database.get_lastdocid() + 1;
    while (begin < end) {
        const Xapian::docid middle = begin + (end - begin) / 2;
        auto value = database.valuestream_begin(schema::kRowSlot);
        value.skip_to(middle);
        if (value == database.valuestream_end(schema::kRowSlot) || schema::row_of(*value) > row_) {
            end = middle;
        } else if (schema::row_of(*value) < row_) {
            begin = value.get_docid() + 1;
        } else {
            found_ = value.get_docid();
            return;
        }
    }
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
