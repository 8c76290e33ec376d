// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>

#include <gisa/searcher.h>

namespace gisa::test {
/// One month of each kind: matches, a gap, matches, none.
inline Trend four_months() {
    using std::chrono::year;
    Trend trend;
    trend.articles = 5;
    trend.points = {
        {year(2024) / 1 / 1, 4, 10},
        {year(2024) / 2 / 1, 0, 0},
        {year(2024) / 3 / 1, 1, 10},
        {year(2024) / 4 / 1, 0, 10},
    };
    return trend;
}
}  // namespace gisa::test
