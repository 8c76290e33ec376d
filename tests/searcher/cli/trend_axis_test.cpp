// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/trend_axis.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gisa::cli {
namespace {
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;
using testing::ElementsAre;

year_month_day next(year_month_day first, TrendPeriod period) {
    switch (period) {
        case TrendPeriod::Day:
            return sys_days(first) + days(1);
        case TrendPeriod::Week:
            return sys_days(first) + days(7);
        case TrendPeriod::Month:
            return first + std::chrono::months(1);
        case TrendPeriod::Year:
            break;
    }
    return first + std::chrono::years(1);
}

std::vector<TrendPoint> points_from(year_month_day first, TrendPeriod period, std::size_t count) {
    std::vector<TrendPoint> points;
    for (; points.size() < count; first = next(first, period)) {
        points.push_back({first, 1, 2});
    }
    return points;
}

std::vector<std::string> labels(const ValueAxis& axis) {
    std::vector<std::string> labels;
    for (int tick = 0; tick <= axis.ticks(); ++tick) {
        labels.push_back(axis.label(tick));
    }
    return labels;
}

/// "label" or "label/context" of each tick.
std::vector<std::string> ticks(year_month_day first, TrendPeriod period, std::size_t count) {
    std::vector<std::string> texts;
    for (const TimeTick& tick : time_ticks(points_from(first, period, count), period, 870)) {
        texts.push_back(tick.label + (tick.context.empty() ? "" : "/" + tick.context));
    }
    return texts;
}

TEST(ValueAxis, HasRoundTicksUpToWhatIsDrawn) {
    EXPECT_THAT(labels({0, 5, 0}), ElementsAre("0", "1"));
    EXPECT_THAT(labels({1, 5, 0}), ElementsAre("0", "1"));
    EXPECT_THAT(labels({3, 5, 0}), ElementsAre("0", "1", "2", "3"));
    EXPECT_THAT(labels({21, 5, 0}), ElementsAre("0", "5", "10", "15", "20", "25"));
    EXPECT_THAT(labels({7'000, 5, 0}), ElementsAre("0", "2,000", "4,000", "6,000", "8,000"));
}

TEST(ValueAxis, HasAsManyDecimalsAsSharesNeed) {
    EXPECT_THAT(labels({100, 4, -9}), ElementsAre("0", "50", "100"));
    EXPECT_THAT(labels({0.3, 4, -9}), ElementsAre("0.0", "0.1", "0.2", "0.3"));
    EXPECT_THAT(
        labels({0.0007, 4, -9}), ElementsAre("0.0000", "0.0002", "0.0004", "0.0006", "0.0008")
    );
}

TEST(ValueAxis, ReachesEveryValueWithFewTicks) {
    for (double largest = 1e-7; largest < 1e12; largest *= 1.37) {
        const ValueAxis axis(largest, 4, -9);
        EXPECT_GE(axis.top(), largest * (1 - 1e-9));
        EXPECT_LE(axis.top(), largest * 3.5) << largest;
        EXPECT_LE(axis.ticks(), 4);
        EXPECT_GE(axis.ticks(), 1);
    }
}

TEST(TimeTicks, NameDaysMonthsAndYears) {
    EXPECT_THAT(
        ticks(year(2024) / 2 / 26, TrendPeriod::Day, 6),
        ElementsAre("26/2024-02", "27", "28", "29", "1/2024-03", "2")
    );
    EXPECT_THAT(
        ticks(year(2023) / 9 / 1, TrendPeriod::Month, 6),
        ElementsAre("Sep/2023", "Oct", "Nov", "Dec", "Jan/2024", "Feb")
    );
    EXPECT_THAT(
        ticks(year(1993) / 1 / 1, TrendPeriod::Year, 36),
        ElementsAre("1995", "2000", "2005", "2010", "2015", "2020", "2025")
    );
    EXPECT_THAT(ticks(year(2024) / 5 / 1, TrendPeriod::Month, 1), ElementsAre("May/2024"));
}

TEST(TimeTicks, LeaveOutAMonthThatWouldTouchTheNextOne) {
    const std::vector<std::string> texts = ticks(year(2024) / 2 / 28, TrendPeriod::Day, 31);

    EXPECT_EQ(texts[0], "29");
    EXPECT_EQ(texts[1], "1/2024-03");
}

TEST(TimeTicks, StandInTheMiddleOfWhatTheyNameAndWhereLongerPeriodsBegin) {
    const auto years = points_from(year(2001) / 1 / 1, TrendPeriod::Year, 3);
    EXPECT_EQ(time_ticks(years, TrendPeriod::Year, 870).front().place, 0.5);
    const auto months = points_from(year(2001) / 11 / 1, TrendPeriod::Month, 120);
    EXPECT_EQ(time_ticks(months, TrendPeriod::Month, 870).front().place, 2);
}

void expect_apart(const std::vector<TimeTick>& ticks, double period_width, bool contexts) {
    double end = -1e9;
    for (const TimeTick& tick : ticks) {
        const std::string& text = contexts ? tick.context : tick.label;
        if (text.empty()) {
            continue;
        }
        const double half = label_width(text) / 2;
        EXPECT_GE(tick.place * period_width - half, end + 5) << text;
        end = tick.place * period_width + half;
    }
}

TEST(TimeTicks, AreThereAndNeverOverlap) {
    struct Longest {
        TrendPeriod period;
        std::size_t count;
    };

    const Longest cases[] = {
        {TrendPeriod::Day, 36'525},
        {TrendPeriod::Week, 5'218},
        {TrendPeriod::Month, 1'200},
        {TrendPeriod::Year, 2'000},
    };
    for (const auto& [period, longest] : cases) {
        for (const year_month_day first : {year(1999) / 1 / 4, year(2000) / 2 / 28}) {
            const year_month_day begin = period == TrendPeriod::Month
                                             ? first.year() / first.month() / 1
                                         : period == TrendPeriod::Year ? first.year() / 1 / 1
                                                                       : first;
            const auto all = points_from(begin, period, longest);
            for (std::size_t count = 1; count <= longest; count += count / 9 + 1) {
                const std::vector<TrendPoint> points(
                    all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)
                );
                const auto found = time_ticks(points, period, 870);
                SCOPED_TRACE(count);
                EXPECT_GE(found.size(), count < 2 ? 1U : 2U);
                EXPECT_LE(found.size(), 16U);
                expect_apart(found, 870.0 / static_cast<double>(count), false);
                expect_apart(found, 870.0 / static_cast<double>(count), true);
            }
        }
    }
}

TEST(TimeTicks, AreNoneWithoutPoints) {
    EXPECT_TRUE(time_ticks({}, TrendPeriod::Month, 870).empty());
}

TEST(PeriodName, SaysAsMuchAsThePeriodHas) {
    const TrendPoint monday{year(2024) / 12 / 30, 0, 0};
    EXPECT_EQ(period_name(monday, monday, TrendPeriod::Day), "2024-12-30");
    EXPECT_EQ(period_name(monday, monday, TrendPeriod::Week), "2024-12-30 – 2025-01-05");
    EXPECT_EQ(period_name(monday, monday, TrendPeriod::Month), "2024-12");
    const TrendPoint later{year(2025) / 1 / 1, 0, 0};
    EXPECT_EQ(period_name(monday, later, TrendPeriod::Year), "2024 – 2025");
}
}  // namespace
}  // namespace gisa::cli
