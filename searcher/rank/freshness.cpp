// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/freshness.h"

#include <algorithm>
#include <cmath>

namespace gisa::searcher {
double freshness(
    std::optional<std::chrono::sys_seconds> published,
    std::chrono::sys_seconds now,
    std::chrono::days half_life
) {
    if (!published) {
        return 0.5;
    }
    using Days = std::chrono::duration<double, std::chrono::days::period>;
    const double age = std::max(0.0, Days(now - *published) / Days(half_life));
    return (1 + std::exp2(-age)) / 2;
}
}  // namespace gisa::searcher
