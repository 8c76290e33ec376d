// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/text_source.h"

#include <utility>

namespace gisa::searcher {
TextSource::TextSource(const segment::SegmentSet& segments, Check check)
    : segments_(segments),
      check_(std::move(check)) {}

Xapian::doccount TextSource::get_termfreq_min() const {
    return 0;
}

Xapian::doccount TextSource::get_termfreq_est() const {
    return database_.get_doccount();
}

Xapian::doccount TextSource::get_termfreq_max() const {
    return database_.get_doccount();
}

/// Xapian's documents begin at 1; a document beyond the last ends the source.
void TextSource::next(double min_weight) {
    skip_to(at_ + 1, min_weight);
}

void TextSource::skip_to(Xapian::docid document, double /*min_weight*/) {
    for (at_ = document; at_ <= last_; ++at_) {
        if (passes(at_)) {
            return;
        }
    }
}

bool TextSource::check(Xapian::docid document, double /*min_weight*/) {
    at_ = document;
    return at_ > last_ || passes(at_);
}

bool TextSource::at_end() const {
    return at_ > last_;
}

Xapian::docid TextSource::get_docid() const {
    return at_;
}

void TextSource::init(const Xapian::Database& database) {
    database_ = database;
    documents_ = &segments_.documents(segments_.place_of(database));
    at_ = 0;
    last_ = database.get_lastdocid();
}

TextSource* TextSource::clone() const {
    return new TextSource(segments_, check_);
}

std::string TextSource::get_description() const {
    return "StoredText";
}

bool TextSource::passes(Xapian::docid document) {
    return check_(documents_->row(document));
}
}  // namespace gisa::searcher
