// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/figures.h"

#include <gtest/gtest.h>

namespace gisa::cli {
namespace {
using std::chrono::sys_seconds;

sys_seconds utc(int year, unsigned month, unsigned day, std::chrono::seconds time) {
    const std::chrono::year_month_day date{
        std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    return std::chrono::sys_days(date) + time;
}

TEST(Figures, GroupsDigitsByThrees) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1000), "1,000");
    EXPECT_EQ(grouped(1'234'567), "1,234,567");
}

TEST(Figures, OneIsSingular) {
    EXPECT_EQ(article_count(1), "1 article");
    EXPECT_EQ(article_count(0), "0 articles");
    EXPECT_EQ(article_count(2000), "2,000 articles");
    EXPECT_EQ(segment_count(1), "1 segment");
    EXPECT_EQ(segment_count(3), "3 segments");
    EXPECT_EQ(word_count(1), "1 word");
    EXPECT_EQ(word_count(1000), "1,000 words");
}

TEST(Figures, BytesTakeTheLargestFittingUnit) {
    EXPECT_EQ(byte_size(999), "999 B");
    EXPECT_EQ(byte_size(1000), "1.0 kB");
    EXPECT_EQ(byte_size(999'949), "999.9 kB");
    EXPECT_EQ(byte_size(999'950), "1.0 MB");
    EXPECT_EQ(byte_size(3'400'000'000), "3.4 GB");
}

TEST(Figures, TimeSpansAreReadOffAClock) {
    using std::chrono::duration;
    EXPECT_EQ(clock_span(duration<double>(7.9)), "0:07");
    EXPECT_EQ(clock_span(duration<double>(760)), "12:40");
    EXPECT_EQ(clock_span(duration<double>(3723)), "1:02:03");
    EXPECT_EQ(clock_span(duration<double>(-1)), "0:00");
}

TEST(Figures, DecimalsHaveSoManyDigits) {
    EXPECT_EQ(decimal(0.5, 3), "0.500");
    EXPECT_EQ(decimal(1234.56, 1), "1234.6");
}

TEST(Figures, TimesAreThoseOfSeoul) {
    using std::chrono::hours;
    using std::chrono::minutes;
    EXPECT_EQ(seoul_time(utc(2024, 5, 1, hours(0) + minutes(30))), "2024-05-01 09:30");
    EXPECT_EQ(seoul_time(utc(2023, 12, 31, hours(15) + minutes(1))), "2024-01-01 00:01");
    EXPECT_EQ(iso_time(utc(2024, 2, 28, hours(15))), "2024-02-29T00:00:00+09:00");
    EXPECT_EQ(iso_time(utc(1960, 4, 19, hours(3))), "1960-04-19T12:00:00+09:00");
}

TEST(Figures, MailsHaveTheirOwnTimes) {
    EXPECT_EQ(
        mail_time(utc(2024, 5, 1, std::chrono::minutes(30))), "Wed, 01 May 2024 09:30:00 +0900"
    );
    EXPECT_EQ(
        mail_time(utc(2023, 12, 31, std::chrono::hours(15))), "Mon, 01 Jan 2024 00:00:00 +0900"
    );
}

TEST(Figures, TheDayIsSeouls) {
    EXPECT_EQ(iso_day(utc(2024, 4, 30, std::chrono::hours(15))), "2024-05-01");
    EXPECT_EQ(iso_day(utc(2024, 4, 30, std::chrono::hours(14))), "2024-04-30");
    EXPECT_EQ(seoul_day(utc(2024, 4, 30, std::chrono::hours(15))), std::chrono::year(2024) / 5 / 1);
}

TEST(Figures, AnHourNobodyNamedIsNotShown) {
    EXPECT_EQ(seoul_time(utc(2024, 4, 30, std::chrono::hours(15))), "2024-05-01");
}
}  // namespace
}  // namespace gisa::cli
