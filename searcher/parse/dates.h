// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

#include "common/schema/calendar.h"

namespace gisa::searcher {
struct DateReading {
    schema::DayRange days;
    /// The range ran backwards; `days` has its ends swapped.
    bool reversed = false;
};

/// Reads what may stand after `date:`, white space inside allowed:
///   2024, 2024-05, 2024-05-21, also with . or / or without anything between, also 2024년5월21일;
///   A..B and A~B from the first day of A to the last of B; `A..` and `..B` are open;
///   2024년5월~6월 and 2024년5월21일~23일, where the end leaves out what the beginning said;
///   A부터 B까지, A부터, A이후, B까지, B이전; 2024년5월에 and 2024년5월의 without the particle;
///   names and ages counted from today (relative_dates.h): 어제, last week, 지난주..오늘, 1M..
/// Nothing when it is not a date: another shape, a day that no calendar has, or one counted from
/// today when nobody says which day that is.
[[nodiscard]] std::optional<DateReading> read_date(
    std::string_view text, std::optional<std::chrono::year_month_day> today = std::nullopt
);

/// Whether a date may go on behind white space: after 2024년, 5월 or last, and around `..` or `~`.
[[nodiscard]] bool date_goes_on(std::string_view before, std::string_view after);
}  // namespace gisa::searcher
