// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

namespace gisa::searcher {
/// Days in a row, both ends included.
struct Period {
    std::chrono::year_month_day first;
    std::chrono::year_month_day last;
};

/// What days counted from `today` are called:
///   오늘 어제 그제 이번주 지난주 이번달 지난달 올해 작년 재작년, today, yesterday, this week, last month ...;
///   3d, 2w, 1M, 1y: the day so long ago.
/// A week begins on Monday. `name` has no white space and small letters, but for the M of months.
/// Nothing when it is no such name.
[[nodiscard]] std::optional<Period> relative_period(
    std::string_view name, std::chrono::year_month_day today
);

/// Whether a name may go on behind white space: last week, 지난 주.
[[nodiscard]] bool relative_name_goes_on(std::string_view before);
}  // namespace gisa::searcher
