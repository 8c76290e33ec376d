// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/trend_axis.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <utility>

#include "common/cli/characters.h"
#include "common/cli/figures.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::size_t kMostTimeTicks = 16;
/// Between two labels, in pixels.
constexpr double kLabelSpace = 10;

enum class Unit { Day, Month, Year };

/// A tick is wherever a stretch of so many units begins.
struct Step {
    Unit unit;
    int size;
};

constexpr auto kSteps = std::to_array<Step>({
    {Unit::Day, 1},
    {Unit::Day, 2},
    {Unit::Day, 5},
    {Unit::Day, 10},
    {Unit::Month, 1},
    {Unit::Month, 3},
    {Unit::Month, 6},
    {Unit::Year, 1},
    {Unit::Year, 2},
    {Unit::Year, 5},
    {Unit::Year, 10},
    {Unit::Year, 20},
    {Unit::Year, 50},
    {Unit::Year, 100},
    {Unit::Year, 200},
    {Unit::Year, 500},
    {Unit::Year, 1000},
});

constexpr auto kMonths = std::to_array<const char*>({
    tr_later("Jan"),
    tr_later("Feb"),
    tr_later("Mar"),
    tr_later("Apr"),
    tr_later("May"),
    tr_later("Jun"),
    tr_later("Jul"),
    tr_later("Aug"),
    tr_later("Sep"),
    tr_later("Oct"),
    tr_later("Nov"),
    tr_later("Dec"),
});

Unit unit_of(TrendPeriod period) {
    return period == TrendPeriod::Year    ? Unit::Year
           : period == TrendPeriod::Month ? Unit::Month
                                          : Unit::Day;
}

int year_of(year_month_day date) {
    return static_cast<int>(date.year());
}

int month_number(year_month_day date) {
    return year_of(date) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

/// Which stretch of a step a date belongs to. Steps of days begin anew with each month, and what is
/// left over at its end belongs to the last one.
int stretch_of(year_month_day date, Step step) {
    constexpr int kDays = 30;
    switch (step.unit) {
        case Unit::Day: {
            const int day = static_cast<int>(static_cast<unsigned>(date.day())) - 1;
            const int last = step.size == 1 ? kDays : kDays / step.size - 1;
            return month_number(date) * (kDays + 2) + std::min(day / step.size, last);
        }
        case Unit::Month:
            return month_number(date) / step.size;
        case Unit::Year:
            return year_of(date) / step.size;
    }
    return 0;
}

year_month_day before(year_month_day first, TrendPeriod period) {
    switch (period) {
        case TrendPeriod::Day:
            return sys_days(first) - days(1);
        case TrendPeriod::Week:
            return sys_days(first) - days(7);
        case TrendPeriod::Month:
            return first - std::chrono::months(1);
        case TrendPeriod::Year:
            return first - std::chrono::years(1);
    }
    return first;
}

/// "2024-05"; the year alone without its months.
std::string cut_day(year_month_day date, Unit unit) {
    const std::string day = day_text(date);
    constexpr std::size_t kDay = 3;  // "-21"
    constexpr std::size_t kMonthAndDay = 6;
    const std::size_t left_out = unit == Unit::Day ? 0 : unit == Unit::Month ? kDay : kMonthAndDay;
    return day.substr(0, day.size() - left_out);
}

std::string label_of(year_month_day date, Unit unit) {
    switch (unit) {
        case Unit::Day:
            return std::to_string(static_cast<unsigned>(date.day()));
        case Unit::Month:
            return tr(kMonths.at(static_cast<unsigned>(date.month()) - 1));
        case Unit::Year:
            return cut_day(date, unit);
    }
    return {};
}

std::string context_of(year_month_day date, Unit unit) {
    switch (unit) {
        case Unit::Day:
            return cut_day(date, Unit::Month);
        case Unit::Month:
            return cut_day(date, Unit::Year);
        case Unit::Year:
            break;
    }
    return {};
}

/// Whether texts that are centred there do not touch each other.
bool are_apart(
    const TimeTick& left, const TimeTick& right, std::string TimeTick::*text, double period_width
) {
    const double widths = (label_width(left.*text) + label_width(right.*text)) / 2;
    return (right.place - left.place) * period_width >= widths + kLabelSpace;
}

/// The ticks of a step, each with its context; empty where there are too many of them to be read.
std::vector<TimeTick> ticks_of(
    const std::vector<TrendPoint>& points, TrendPeriod period, Step step, double period_width
) {
    std::vector<TimeTick> ticks;
    const double middle = step.unit == unit_of(period) ? 0.5 : 0;
    int last = points.empty() ? 0 : stretch_of(before(points.front().first, period), step);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const year_month_day date = points[i].first;
        const int stretch = stretch_of(date, step);
        if (std::exchange(last, stretch) == stretch) {
            continue;
        }
        ticks.push_back(
            {static_cast<double>(i) + middle,
             label_of(date, step.unit),
             context_of(date, step.unit)}
        );
        const std::size_t count = ticks.size();
        const bool touches =
            count > 1
            && !are_apart(ticks[count - 2], ticks[count - 1], &TimeTick::label, period_width);
        if (touches || count > kMostTimeTicks) {
            return {};
        }
    }
    return ticks;
}

/// Leaves each context where it begins. The first one may begin before the picture; where it stands in
/// the way of the second, it goes.
void keep_beginnings(std::vector<TimeTick>& ticks, double period_width) {
    std::string current;
    TimeTick* shown = nullptr;
    for (TimeTick& tick : ticks) {
        if (tick.context == current) {
            tick.context.clear();
            continue;
        }
        current = tick.context;
        if (shown != nullptr && !are_apart(*shown, tick, &TimeTick::context, period_width)) {
            shown->context.clear();
        }
        shown = &tick;
    }
}
}  // namespace

double label_width(std::string_view label) {
    // Digits of the widest font among the usual ones, DejaVu Sans.
    constexpr double kCell = 0.64;
    return static_cast<double>(cell_width(label)) * kCell * kLabelFont;
}

ValueAxis::ValueAxis(double largest, int most_ticks, int least_exponent)
    : exponent_(least_exponent) {
    if (largest <= 0) {
        exponent_ = std::max(exponent_, 0);
        return;
    }
    const int fine = static_cast<int>(std::floor(std::log10(largest / most_ticks)));
    for (exponent_ = std::max(fine, least_exponent);; ++exponent_) {
        for (const int factor : {1, 2, 5}) {
            factor_ = factor;
            // What is a multiple but for the last bits is one.
            const double needed = std::ceil(largest / at(1) - 1e-9);
            if (needed <= most_ticks) {
                ticks_ = std::max(1, static_cast<int>(needed));
                return;
            }
        }
    }
}

double ValueAxis::at(int tick) const {
    const double scale = std::pow(10.0, std::abs(exponent_));
    const double units = static_cast<double>(tick) * factor_;
    return exponent_ < 0 ? units / scale : units * scale;
}

std::string ValueAxis::label(int tick) const {
    return exponent_ < 0 ? decimal(at(tick), decimals())
                         : grouped(static_cast<std::uint64_t>(std::llround(at(tick))));
}

std::vector<TimeTick> time_ticks(
    const std::vector<TrendPoint>& points, TrendPeriod period, double width
) {
    std::vector<TimeTick> ticks;
    const double period_width =
        width / static_cast<double>(std::max<std::size_t>(points.size(), 1));
    for (const Step step : kSteps) {
        // Weeks begin on any day of a month.
        const bool is_uneven = period == TrendPeriod::Week && step.unit == Unit::Day;
        if (step.unit < unit_of(period) || (is_uneven && step.size > 1)) {
            continue;
        }
        ticks = ticks_of(points, period, step, period_width);
        if (!ticks.empty()) {
            break;
        }
    }
    keep_beginnings(ticks, period_width);
    return ticks;
}

std::string period_name(const TrendPoint& first, const TrendPoint& last, TrendPeriod period) {
    const Unit unit = unit_of(period);
    const days longer(period == TrendPeriod::Week ? 6 : 0);
    const std::string begin = cut_day(first.first, unit);
    const std::string end = cut_day(sys_days(last.first) + longer, unit);
    return begin == end ? begin : begin + " – " + end;
}
}  // namespace gisa::cli
