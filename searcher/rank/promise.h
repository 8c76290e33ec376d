// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include "searcher/match/candidates.h"
#include "searcher/rank/query_units.h"
#include "searcher/rank/score.h"

namespace gisa::searcher {
/// An article as the index alone shows it.
struct Outline {
    TitleOutline title;          ///< a bit for each of the query's units
    double first_score = 0;      ///< the first step's BM25
    double relative_length = 1;  ///< by the archive's average
};

/// The score that the article may be expected to get when its text is read: what the title and the
/// length show of score(), with the average of all else. docs/decisions/0005 has what an order by
/// it is worth. Safe to call from several threads.
[[nodiscard]] double promise(
    const QueryUnits& query, const Outline& outline, const RankWeights& weights
);
}  // namespace gisa::searcher
