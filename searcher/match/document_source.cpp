// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/document_source.h"

#include <algorithm>
#include <utility>

namespace gisa::searcher {
void DocumentSource::begin(std::vector<std::uint32_t> documents) {
    documents_ = std::move(documents);
    next_ = 0;
}

void DocumentSource::next(double /*min_weight*/) {
    ++next_;
}

void DocumentSource::skip_to(Xapian::docid document, double /*min_weight*/) {
    const auto from = documents_.begin() + static_cast<std::ptrdiff_t>(next_ == 0 ? 0 : next_ - 1);
    const auto found = std::lower_bound(from, documents_.end(), document);
    next_ = static_cast<std::size_t>(found - documents_.begin()) + 1;
}
}  // namespace gisa::searcher
