// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/parse/notices.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/messages/tr.h"

namespace gisa::searcher {
void Notices::add(ByteRange where, std::string_view message) {
    if (kept_.size() == kMost) {
        more_ = true;
        return;
    }
    kept_.push_back({.where = where, .message = std::string(message)});
}

std::vector<QueryNotice> Notices::take() && {
    std::stable_sort(kept_.begin(), kept_.end(), [](const QueryNotice& a, const QueryNotice& b) {
        return a.where.begin < b.where.begin;
    });
    if (more_) {
        kept_.push_back(
            {.where = {}, .message = tr("There is more to mend in this query than is listed here.")}
        );
    }
    return std::move(kept_);
}
}  // namespace gisa::searcher
