// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <gisa/searcher.h>

#include "searcher/open_archive.h"
#include "searcher/plan/plan.h"

namespace gisa::searcher {
/// As Searcher::facet() and Searcher::trend() promise, without notices.
[[nodiscard]] FacetCounts count_facet(
    OpenArchive& archive, const Plan& plan, FacetField field, std::size_t limit, Deadline deadline
);
[[nodiscard]] Trend count_trend(
    OpenArchive& archive, const Plan& plan, TrendPeriod period, Deadline deadline
);
}  // namespace gisa::searcher
