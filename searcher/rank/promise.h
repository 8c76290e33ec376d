// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include "searcher/match/candidates.h"
#include "searcher/rank/query_units.h"
#include "searcher/rank/score.h"

namespace gisa::searcher {
/// The score that an article may be expected to get when its text is read: what the title shows of
/// score(), with the average of all else. `first_score` is the first step's BM25; of the title, a
/// bit for each of the query's units. docs/decisions/0005 has what an order by it is worth. Safe to
/// call from several threads.
[[nodiscard]] double promise(
    const QueryUnits& query,
    const TitleOutline& title,
    double first_score,
    const RankWeights& weights
);
}  // namespace gisa::searcher
