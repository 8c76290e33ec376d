// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/phrase_source.h"

#include <utility>

#include "common/schema/terms.h"

namespace gisa::searcher {
PhraseSource::PhraseSource(Check check) : check_(std::move(check)) {}

Xapian::doccount PhraseSource::get_termfreq_min() const {
    return 0;
}

Xapian::doccount PhraseSource::get_termfreq_est() const {
    return database_.get_doccount();
}

Xapian::doccount PhraseSource::get_termfreq_max() const {
    return database_.get_doccount();
}

/// Xapian's documents begin at 1; a document beyond the last ends the source.
void PhraseSource::next(double min_weight) {
    skip_to(at_ + 1, min_weight);
}

void PhraseSource::skip_to(Xapian::docid document, double /*min_weight*/) {
    for (at_ = document; at_ <= last_; ++at_) {
        if (passes(at_)) {
            return;
        }
    }
}

bool PhraseSource::check(Xapian::docid document, double /*min_weight*/) {
    at_ = document;
    return at_ > last_ || passes(at_);
}

bool PhraseSource::at_end() const {
    return at_ > last_;
}

Xapian::docid PhraseSource::get_docid() const {
    return at_;
}

void PhraseSource::init(const Xapian::Database& database) {
    database_ = database;
    rows_ = database.valuestream_begin(schema::kRowSlot);
    at_ = 0;
    last_ = database.get_lastdocid();
}

PhraseSource* PhraseSource::clone() const {
    return new PhraseSource(check_);
}

std::string PhraseSource::get_description() const {
    return "StoredText";
}

bool PhraseSource::passes(Xapian::docid document) {
    if (rows_ == database_.valuestream_end(schema::kRowSlot)) {
        return false;
    }
    rows_.skip_to(document);
    const bool here =
        rows_ != database_.valuestream_end(schema::kRowSlot) && rows_.get_docid() == document;
    return here && check_(schema::row_of(*rows_));
}
}  // namespace gisa::searcher
