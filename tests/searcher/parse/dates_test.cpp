// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/parse/dates.h"

#include <chrono>
#include <optional>
#include <string_view>

#include <gtest/gtest.h>

namespace gisa::searcher {
namespace {
using namespace std::chrono_literals;
using std::chrono::year_month_day;

TEST(Dates, AreReadInEveryShapePeopleWrite) {
    struct Case {
        std::string_view text;
        year_month_day first;
        year_month_day last;
    };

    const Case cases[] = {
        {"2024", 2024y / 1 / 1, 2024y / 12 / 31},
        {"1920", 1920y / 1 / 1, 1920y / 12 / 31},
        {"2024년", 2024y / 1 / 1, 2024y / 12 / 31},
        {"2024-02", 2024y / 2 / 1, 2024y / 2 / 29},
        {"2024.2", 2024y / 2 / 1, 2024y / 2 / 29},
        {"202402", 2024y / 2 / 1, 2024y / 2 / 29},
        {"2024년 2월", 2024y / 2 / 1, 2024y / 2 / 29},
        {"2024-05-21", 2024y / 5 / 21, 2024y / 5 / 21},
        {"2024. 5. 21.", 2024y / 5 / 21, 2024y / 5 / 21},
        {"20240521", 2024y / 5 / 21, 2024y / 5 / 21},
        {"2024/05/21", 2024y / 5 / 21, 2024y / 5 / 21},
        {"2024년05월21일", 2024y / 5 / 21, 2024y / 5 / 21},
        {"2024-05-21..2025", 2024y / 5 / 21, 2025y / 12 / 31},
        {"2024년 5월 21일 ~ 6월 3일", 2024y / 5 / 21, 2024y / 6 / 3},
        {"2024년11월~2월", 2024y / 11 / 1, 2025y / 2 / 28},
        {"2024년5월21일~23일", 2024y / 5 / 21, 2024y / 5 / 23},
        {"2024년 5월 21일부터 23일까지", 2024y / 5 / 21, 2024y / 5 / 23},
        {"2024년5월부터6월", 2024y / 5 / 1, 2024y / 6 / 30},
        {"2024-05-21부터 2025까지", 2024y / 5 / 21, 2025y / 12 / 31},
        {"2024년 2월에", 2024y / 2 / 1, 2024y / 2 / 29},
        {"2024년의", 2024y / 1 / 1, 2024y / 12 / 31},
        {"2024년 5월 21일\u1107\u116E\u1110\u1165 23일\u1101\u1161\u110C\u1175",
         2024y / 5 / 21,
         2024y / 5 / 23},
    };
    for (const Case& c : cases) {
        const auto reading = read_date(c.text);

        ASSERT_TRUE(reading) << c.text;
        EXPECT_EQ(reading->days, (schema::DayRange{c.first, c.last})) << c.text;
        EXPECT_FALSE(reading->reversed) << c.text;
    }
}

TEST(Dates, AreOpenBeforeAndBehindWordsOfTime) {
    for (const std::string_view text : {"2024년 5월부터", "2024년 5월 이후", "2024-05이후"}) {
        EXPECT_EQ(read_date(text)->days, (schema::DayRange{2024y / 5 / 1, std::nullopt})) << text;
    }
    for (const std::string_view text : {"2024년 5월까지", "2024년 5월 이전", "2024-05 까지"}) {
        EXPECT_EQ(read_date(text)->days, (schema::DayRange{std::nullopt, 2024y / 5 / 31})) << text;
    }
    for (const std::string_view text : {"부터", "까지", "이후", "이전", "에", "2024부터까지이후"}) {
        EXPECT_FALSE(read_date(text)) << text;
    }
    EXPECT_TRUE(date_goes_on("2024년 5월 21일부터", "23일까지"));
    EXPECT_TRUE(date_goes_on("2024-05-21", "까지"));
    EXPECT_FALSE(date_goes_on("2024-05-21까지", "예산"));
}

TEST(Dates, AreCountedFromToday) {
    // A Sunday, the last day of its week, in a leap year.
    constexpr year_month_day kToday = 2024y / 3 / 31;

    struct Case {
        std::string_view text;
        year_month_day first;
        year_month_day last;
        std::string_view why = "";
    };

    const Case cases[] = {
        {"오늘", kToday, kToday},
        {"today", kToday, kToday},
        {"어제", 2024y / 3 / 30, 2024y / 3 / 30},
        {"\u110B\u1165\u110C\u1166", 2024y / 3 / 30, 2024y / 3 / 30, "decomposed by macOS"},
        {"Yesterday", 2024y / 3 / 30, 2024y / 3 / 30},
        {"그제", 2024y / 3 / 29, 2024y / 3 / 29},
        {"이번주", 2024y / 3 / 25, kToday, "from Monday"},
        {"지난 주", 2024y / 3 / 18, 2024y / 3 / 24},
        {"last week", 2024y / 3 / 18, 2024y / 3 / 24},
        {"이번달", 2024y / 3 / 1, kToday},
        {"지난달", 2024y / 2 / 1, 2024y / 2 / 29},
        {"last month", 2024y / 2 / 1, 2024y / 2 / 29},
        {"올해", 2024y / 1 / 1, 2024y / 12 / 31},
        {"작년", 2023y / 1 / 1, 2023y / 12 / 31},
        {"지난해", 2023y / 1 / 1, 2023y / 12 / 31},
        {"3d", 2024y / 3 / 28, 2024y / 3 / 28},
        {"2w", 2024y / 3 / 17, 2024y / 3 / 17},
        {"1M", 2024y / 2 / 29, 2024y / 2 / 29, "February has no 31st"},
        {"1m", 2024y / 2 / 29, 2024y / 2 / 29},
        {"1y", 2023y / 3 / 31, 2023y / 3 / 31},
        {"어제..오늘", 2024y / 3 / 30, kToday},
        {"지난주~오늘", 2024y / 3 / 18, kToday},
        {"2w..1w", 2024y / 3 / 17, 2024y / 3 / 24},
        {"2024-01..어제", 2024y / 1 / 1, 2024y / 3 / 30},
    };
    for (const Case& c : cases) {
        const auto reading = read_date(c.text, kToday);

        ASSERT_TRUE(reading) << c.text;
        EXPECT_EQ(reading->days, (schema::DayRange{c.first, c.last})) << c.text << " " << c.why;
    }
    EXPECT_EQ(read_date("1M..", kToday)->days, (schema::DayRange{2024y / 2 / 29, std::nullopt}));
    for (const std::string_view text : {"내일", "0", "1h", "1000d", "d", "1", "last", "어제오늘"}) {
        EXPECT_FALSE(read_date(text, kToday)) << text;
    }
}

TEST(Dates, MayBeOpen) {
    EXPECT_EQ(read_date("2024-05..")->days, (schema::DayRange{2024y / 5 / 1, std::nullopt}));
    EXPECT_EQ(read_date("~ 2024-05")->days, (schema::DayRange{std::nullopt, 2024y / 5 / 31}));
}

TEST(Dates, AreSwappedWhenTheyRunBackwards) {
    const auto reading = read_date("2024-06..2024-05");

    ASSERT_TRUE(reading);
    EXPECT_TRUE(reading->reversed);
    EXPECT_EQ(reading->days, (schema::DayRange{2024y / 5 / 1, 2024y / 6 / 30}));
}

TEST(Dates, AreNotGuessed) {
    for (const std::string_view text :
         {"",
          " ",
          ".",
          "-",
          "..",
          "~",
          "어제",
          "5월",
          "24",
          "245",
          "20245",
          "2024051",
          "202405211",
          "2024-",
          "2024-0",
          "2024-13",
          "2024-1-1-1",
          "2024-005",
          "2023-02-29",
          "20230229",
          "0000",
          "2024-05.21",
          "2024/05-21",
          "2024년5",
          "2024년5월21",
          "2024년일",
          "년",
          "..5월",
          "2024..6월x",
          "2024~5일",
          "2024년~5일",
          "2024...",
          "2024..2025~2026",
          "99999999999999999999",
          "２０２",
          "2024-05-21T00:00",
          "\xFF",
          "2024\xFF",
          "#",
          "#년",
          "#-#-#",
          "2024-05..#년#월",
          "2024년5월~#일"}) {
        EXPECT_FALSE(read_date(text)) << text;
    }
}
}  // namespace
}  // namespace gisa::searcher
