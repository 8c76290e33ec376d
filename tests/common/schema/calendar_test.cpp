// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/calendar.h"

#include <atomic>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace gisa::schema {
namespace {
using namespace std::chrono_literals;
using std::chrono::local_days;
using std::chrono::local_seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year_month_day;

TEST(Calendar, AddsNineHoursSinceTheLastDaylightSavingTime) {
    for (sys_seconds at = sys_days(1988y / 10 / 9); at < sys_days(2100y / 1 / 1); at += 6h) {
        const local_seconds expected(at.time_since_epoch() + 9h);

        ASSERT_EQ(utc_to_seoul(at), expected);
        ASSERT_EQ(seoul_to_utc(expected), at);
    }
}

TEST(Calendar, WritesADayWithFourDigitsOfItsYear) {
    EXPECT_EQ(day_text(2024y / 5 / 21), "2024-05-21");
    EXPECT_EQ(day_text(896y / 2 / 3), "0896-02-03");
    EXPECT_EQ(day_text(12'024y / 12 / 31), "12024-12-31");
}

TEST(Calendar, FollowsSeoulsOffsetsThroughHistory) {
    struct Case {
        const char* reason = nullptr;
        sys_seconds instant;
        local_seconds seoul;
    };

    const Case cases[] = {
        {"half past eight until 1911",
         sys_days(1910y / 8 / 29) + 3h,
         local_days(1910y / 8 / 29) + 11h + 30min},
        {"Tokyo's time until 1954", sys_days(1950y / 1 / 25) + 0h, local_days(1950y / 1 / 25) + 9h},
        {"daylight saving from 1948",
         sys_days(1948y / 7 / 17) + 0h,
         local_days(1948y / 7 / 17) + 10h},
        {"half past eight again 1954-1961",
         sys_days(1961y / 5 / 15) + 20h,
         local_days(1961y / 5 / 16) + 4h + 30min},
        {"nine hours since August 1961",
         sys_days(1970y / 1 / 1) + 0h,
         local_days(1970y / 1 / 1) + 9h},
        {"the Olympic summer", sys_days(1988y / 9 / 17) + 0h, local_days(1988y / 9 / 17) + 10h},
        {"before the epoch's day",
         sys_days(1969y / 12 / 31) + 23h + 59min + 59s,
         local_days(1970y / 1 / 1) + 8h + 59min + 59s},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.reason);
        EXPECT_EQ(utc_to_seoul(c.instant), c.seoul);
        EXPECT_EQ(seoul_to_utc(c.seoul), c.instant);
    }
}

TEST(Calendar, ReadsSkippedAndRepeatedTimesWithTheOffsetBeforeTheChange) {
    struct Case {
        const char* reason = nullptr;
        local_seconds seoul;
        sys_seconds instant;
    };

    const Case cases[] = {
        {"skipped: 2 h to 3 h",
         local_days(1987y / 5 / 10) + 2h + 30min,
         sys_days(1987y / 5 / 9) + 17h + 30min},
        {"repeated: 3 h to 2 h",
         local_days(1987y / 10 / 11) + 2h + 30min,
         sys_days(1987y / 10 / 10) + 16h + 30min},
        {"skipped: 0:00 to 0:30",
         local_days(1961y / 8 / 10) + 15min,
         sys_days(1961y / 8 / 9) + 15h + 45min},
        {"repeated: 0:00 to 23:30",
         local_days(1954y / 3 / 20) + 23h + 45min,
         sys_days(1954y / 3 / 20) + 14h + 45min},
    };
    for (const Case& c : cases) {
        SCOPED_TRACE(c.reason);
        EXPECT_EQ(seoul_to_utc(c.seoul), c.instant);
    }
}

TEST(Calendar, BeginsTheDayAtMidnightInSeoul) {
    EXPECT_EQ(seoul_day(sys_days(2024y / 5 / 20) + 14h + 59min + 59s), 2024y / 5 / 20);
    EXPECT_EQ(seoul_day(sys_days(2024y / 5 / 20) + 15h), 2024y / 5 / 21);
    EXPECT_EQ(seoul_day(sys_days(2023y / 12 / 31) + 15h), 2024y / 1 / 1);
    EXPECT_EQ(seoul_day(sys_days(2024y / 2 / 28) + 15h), 2024y / 2 / 29);
    EXPECT_EQ(seoul_day(sys_days(1960y / 1 / 1) + 15h), 1960y / 1 / 1) << "midnight was 15:30 UTC";
    EXPECT_EQ(seoul_day(sys_days(1896y / 4 / 7)), 1896y / 4 / 7) << "the first 독립신문";
}

TEST(Calendar, AnswersSeveralThreadsAtOnce) {
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    threads.reserve(4);
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&wrong] {
            for (sys_seconds at = sys_days(1940y / 1 / 1); at < sys_days(2030y / 1 / 1);
                 at += 97h) {
                if (seoul_to_utc(utc_to_seoul(at)) != at) {
                    ++wrong;
                }
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }

    EXPECT_EQ(wrong, 0);
}

TEST(SeoulDay, HoldsTheInstantsOfItsDayAndNoOther) {
    const SeoulDay day = seoul_day_around(sys_days(2024y / 5 / 20) + 20h);
    EXPECT_EQ(day.day, 2024y / 5 / 21);
    EXPECT_EQ(day.begin, sys_days(2024y / 5 / 20) + 15h);
    EXPECT_EQ(day.end, sys_days(2024y / 5 / 21) + 15h);
}

TEST(SeoulDay, IsWhatEachOfItsInstantsSaysEvenWhereTheClockWasChanged) {
    // Every hour and a half of the years with daylight-saving time, and around the changed offsets.
    for (const auto& [from, to] :
         {std::pair(1948y, 1962y), std::pair(1987y, 1989y), std::pair(1907y, 1913y)}) {
        for (sys_seconds at = sys_days(from / 1 / 1); at < sys_days(to / 1 / 1); at += 90min) {
            const SeoulDay day = seoul_day_around(at);
            ASSERT_TRUE(day.holds(at));
            ASSERT_EQ(day.day, seoul_day(at));
            ASSERT_EQ(day.day, seoul_day(day.begin));
            ASSERT_EQ(day.day, seoul_day(day.end - 1s));
        }
    }
}

}  // namespace
}  // namespace gisa::schema
