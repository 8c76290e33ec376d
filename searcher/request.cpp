// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/request.h"

#include <optional>

#include "common/messages/tr.h"
#include "common/schema/calendar.h"

namespace gisa::searcher {
std::chrono::sys_seconds now(const SearchRequest& request) {
    const auto clock = std::chrono::system_clock::now();
    return request.now.value_or(std::chrono::floor<std::chrono::seconds>(clock));
}

ParseContext context(const SearchRequest& request) {
    return {schema::seoul_day(now(request)), request.saved_query};
}

Deadline deadline(const SearchRequest& request) {
    return request.time_limit
               ? std::optional(std::chrono::steady_clock::now() + *request.time_limit)
               : std::nullopt;
}

void tell_partial(std::vector<QueryNotice>& notices) {
    notices.push_back(
        {{},
         tr("the time limit was reached before every text was read: there may be more articles")}
    );
}
}  // namespace gisa::searcher
