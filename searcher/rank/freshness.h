// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <optional>

namespace gisa::searcher {
/// What the score of an article is multiplied by in a query with `fresh:`: 1 for one that is just
/// published or dated later than `now`, 3/4 for one a half-life old, towards 1/2 for ever older ones and
/// those without a date. So age decides among articles that match about as well, and never more
/// than by half.
/// Source: exponential decay, as X. Li and W. B. Croft, Time-Based Language Models, CIKM 2003, have
/// it for a document's prior; the floor of 1/2 is ours.
[[nodiscard]] double freshness(
    std::optional<std::chrono::sys_seconds> published,
    std::chrono::sys_seconds now,
    std::chrono::days half_life
);
}  // namespace gisa::searcher
