// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <optional>
#include <string>

namespace gisa::schema {
/// Days without a time zone of their own are days in Asia/Seoul, on both sides of the archive.
/// Safe to call from several threads. Throws: std::runtime_error when ICU was built without its time
/// zone data, the source of the offsets.

/// A wall-clock time in Asia/Seoul as an instant. A time that a daylight-saving change skipped or
/// repeated (1948-1960, 1987-1988) is read with the offset before the change.
[[nodiscard]] std::chrono::sys_seconds seoul_to_utc(std::chrono::local_seconds seoul);

/// The wall-clock time in Asia/Seoul at an instant.
[[nodiscard]] std::chrono::local_seconds utc_to_seoul(std::chrono::sys_seconds instant);

/// The calendar day in Asia/Seoul at an instant.
[[nodiscard]] std::chrono::year_month_day seoul_day(std::chrono::sys_seconds instant);

/// Instants of one day in Asia/Seoul.
struct SeoulDay {
    std::chrono::year_month_day day{};
    std::chrono::sys_seconds begin{};
    std::chrono::sys_seconds end{};  ///< the first one behind them

    [[nodiscard]] bool holds(std::chrono::sys_seconds instant) const {
        return begin <= instant && instant < end;
    }
};

/// The day of an instant: all its instants, but for a day in which the clock was changed, of which
/// it may be that one alone. For many instants that lie close to each other.
[[nodiscard]] SeoulDay seoul_day_around(std::chrono::sys_seconds instant);

/// 2024-05-21; the year has four digits at least.
[[nodiscard]] std::string day_text(std::chrono::year_month_day day);

/// Days from `first` to `last`, both included; an absent end is open.
struct DayRange {
    std::optional<std::chrono::year_month_day> first;
    std::optional<std::chrono::year_month_day> last;

    friend bool operator==(const DayRange&, const DayRange&) = default;
};
}  // namespace gisa::schema
