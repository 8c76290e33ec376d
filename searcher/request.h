// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <vector>

#include <gisa/searcher.h>

#include "searcher/match/text_holds.h"
#include "searcher/parse/query.h"

namespace gisa::searcher {
/// The instant a request is asked at.
[[nodiscard]] std::chrono::sys_seconds now(const SearchRequest& request);

[[nodiscard]] ParseContext context(const SearchRequest& request);

/// From now on.
[[nodiscard]] Deadline deadline(const SearchRequest& request);

/// Says that the deadline came first.
void tell_partial(std::vector<QueryNotice>& notices);
}  // namespace gisa::searcher
