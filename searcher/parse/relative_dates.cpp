// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/parse/relative_dates.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace gisa::searcher {
namespace {
using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

enum class Unit : std::uint8_t { Day, Week, Month, Year };

/// A unit that lies so many units before the one of today.
struct Name {
    std::string_view name;
    Unit unit;
    int ago;
};

constexpr auto kNames = std::to_array<Name>({
    {"오늘", Unit::Day, 0},        {"today", Unit::Day, 0},       {"now", Unit::Day, 0},
    {"어제", Unit::Day, 1},        {"yesterday", Unit::Day, 1},   {"그제", Unit::Day, 2},
    {"그저께", Unit::Day, 2},      {"이번주", Unit::Week, 0},     {"금주", Unit::Week, 0},
    {"thisweek", Unit::Week, 0},   {"지난주", Unit::Week, 1},     {"lastweek", Unit::Week, 1},
    {"이번달", Unit::Month, 0},    {"thismonth", Unit::Month, 0}, {"지난달", Unit::Month, 1},
    {"lastmonth", Unit::Month, 1}, {"올해", Unit::Year, 0},       {"금년", Unit::Year, 0},
    {"thisyear", Unit::Year, 0},   {"작년", Unit::Year, 1},       {"지난해", Unit::Year, 1},
    {"lastyear", Unit::Year, 1},   {"재작년", Unit::Year, 2},
});

Period whole_unit(Unit unit, int ago, year_month_day today) {
    const year_month month = today.year() / today.month() - months(ago);
    const std::chrono::year year = today.year() - years(ago);
    const sys_days day = sys_days(today) - days(ago);
    const auto since_monday =
        std::chrono::weekday(sys_days(today)).iso_encoding() - std::chrono::Monday.iso_encoding();
    const sys_days monday = sys_days(today) - days(since_monday) - days(7) * ago;
    switch (unit) {
        case Unit::Day:
            return {day, day};
        case Unit::Week:
            return {monday, monday + days(6)};
        case Unit::Month:
            return {month / 1, sys_days(month / std::chrono::last)};
        case Unit::Year:
            return {year / 1 / 1, year / 12 / 31};
    }
    return {};
}

/// The 31st of a shorter month is its last day.
year_month_day within_month(year_month_day day) {
    return day.ok() ? day : year_month_day(day.year() / day.month() / std::chrono::last);
}

std::optional<year_month_day> day_before(year_month_day today, int count, char unit) {
    switch (unit) {
        case 'd':
            return sys_days(today) - days(count);
        case 'w':
            return sys_days(today) - days(7) * count;
        case 'M':
        case 'm':
            return within_month(today - months(count));
        case 'y':
            return within_month(today - years(count));
        default:
            return std::nullopt;
    }
}

std::optional<Period> age(std::string_view name, year_month_day today) {
    constexpr std::size_t kMostDigits = 3;
    if (name.size() < 2 || name.size() > kMostDigits + 1) {
        return std::nullopt;
    }
    int count = 0;
    for (const char digit : name.substr(0, name.size() - 1)) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        count = count * 10 + (digit - '0');
    }
    const auto day = day_before(today, count, name.back());
    return day ? std::optional(Period{*day, *day}) : std::nullopt;
}
}  // namespace

std::optional<Period> relative_period(std::string_view name, year_month_day today) {
    const auto* const known = std::find_if(kNames.begin(), kNames.end(), [name](const Name& one) {
        return one.name == name;
    });
    return known != kNames.end() ? std::optional(whole_unit(known->unit, known->ago, today))
                                 : age(name, today);
}

bool relative_name_goes_on(std::string_view before) {
    constexpr std::array<std::string_view, 4> kBeginnings = {"last", "this", "지난", "이번"};
    return std::any_of(kBeginnings.begin(), kBeginnings.end(), [before](std::string_view one) {
        return before.ends_with(one);
    });
}
}  // namespace gisa::searcher
