// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalize/dates.h"

#include <string>

#include <gtest/gtest.h>

namespace gisa::indexer {
namespace {
using namespace std::chrono_literals;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year;

struct Case {
    std::string_view text;
    sys_seconds instant;
};

TEST(ParseDate, ADayIsItsMidnightInSeoul) {
    const sys_seconds midnight = sys_days(year(2024) / 5 / 20) + 15h;

    for (const std::string_view text :
         {"2024-05-21",
          "20240521",
          "2024.05.21",
          "2024.05.21.",
          "2024.5.21.",
          "2024/05/21",
          "  2024-05-21\n"}) {
        EXPECT_EQ(parse_date(text), midnight) << text;
    }
}

TEST(ParseDate, ATimeWithoutZoneIsSeoulsAndWithOneIsThatZones) {
    const sys_seconds half_past_nine = sys_days(year(2024) / 5 / 21) + 30min;
    const Case cases[] = {
        {"2024-05-21T09:30", half_past_nine},
        {"2024-05-21 09:30", half_past_nine},
        {"2024-05-21   09:30:00", half_past_nine},
        {"2024-05-21t09:30:15", half_past_nine + 15s},
        {"2024-05-21T09:30:15.987", half_past_nine + 15s},
        {"2024-05-21T09:30:15,9", half_past_nine + 15s},
        {"2024.05.21. 09:30", half_past_nine},
        {"20240521 09:30", half_past_nine},
        {"2024-05-21T00:30Z", half_past_nine},
        {"2024-05-21T00:30:00.000z", half_past_nine},
        {"2024-05-21T09:30+09:00", half_past_nine},
        {"2024-05-21T09:30:00+0900", half_past_nine},
        {"2024-05-21 09:30:00 +09", half_past_nine},
        {"2024-05-20T19:30:00-05:00", half_past_nine},
        {"2024-05-21T06:00+05:30", half_past_nine},
    };

    for (const Case& c : cases) {
        EXPECT_EQ(parse_date(c.text), c.instant) << c.text;
    }
}

TEST(ParseDate, TwentyFourHoursIsTheNextMidnightAndALeapSecondTheNextMinute) {
    EXPECT_EQ(parse_date("2024-05-21T24:00"), parse_date("2024-05-22"));
    EXPECT_EQ(parse_date("2016-12-31T23:59:60Z"), sys_seconds(sys_days(year(2017) / 1 / 1)));
}

TEST(ParseDate, KnowsLeapYears) {
    EXPECT_TRUE(parse_date("2024-02-29"));
    EXPECT_TRUE(parse_date("2000-02-29"));
    EXPECT_FALSE(parse_date("2023-02-29"));
    EXPECT_FALSE(parse_date("1900-02-29"));
}

TEST(ParseDate, WhatIsNoDateOrNoPossibleOneIsNothing) {
    for (const std::string_view text :
         {"",
          "   ",
          "어제",
          "2024",
          "2024-05",
          "202405",
          "2024.05.",
          "2024-02-30",
          "2024-13-01",
          "2024-00-10",
          "2024-05-00",
          "2024-5-21",
          "2024-05.21",
          "2024-05-21.",
          "24-05-21",
          "12024-05-21",
          "202405211",
          "2024-05-21T",
          "2024-05-21T9:30",
          "2024-05-21T09",
          "2024-05-21T09:3",
          "2024-05-2109:30",
          "2024-05-21T09:60",
          "2024-05-21T09:30:61",
          "2024-05-21T24:01",
          "2024-05-21T25:00",
          "2024-05-21T09:30+9",
          "2024-05-21T09:30+24:00",
          "2024-05-21T09:30+09:60",
          "2024-05-21T09:30+09:00x",
          "2024-05-21T09:30 KST",
          "2024-05-21Z",
          "1716251400"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}
}  // namespace
}  // namespace gisa::indexer
