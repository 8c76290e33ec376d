// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/terms.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gisa::schema {
namespace {
using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using testing::ElementsAre;
using testing::IsEmpty;

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

TEST(Terms, AreTheWordItselfInTheTextAndMarkedInTheTitle) {
    EXPECT_EQ(text_term("워터마크"), "워터마크");
    EXPECT_EQ(text_term("pledg"), "pledg");
    EXPECT_EQ(title_term("워터마크"), "S워터마크");
}

TEST(Terms, PadDates) {
    EXPECT_EQ(day_term(DateKind::Published, 2024y / 5 / 1), "D20240501");
    EXPECT_EQ(month_term(DateKind::Published, 2024y / std::chrono::May), "M202405");
    EXPECT_EQ(year_term(DateKind::Published, 2024y), "Y2024");
    EXPECT_EQ(day_term(DateKind::Published, 896y / 12 / 31), "D08961231");
}

TEST(Terms, TellTheDayOfCollectionFromThatOfPublication) {
    using std::chrono::sys_days;
    const auto instant = sys_days(2024y / 5 / 21) + std::chrono::hours(20);

    EXPECT_THAT(
        instant_terms(DateKind::Collected, instant), ElementsAre("C20240522", "C202405", "C2024")
    );
    EXPECT_THAT(
        instant_terms(DateKind::Published, instant), ElementsAre("D20240522", "M202405", "Y2024")
    );
    EXPECT_THAT(
        date_terms(DateKind::Collected, {}, 2024y / 5 / 1, 2024y / 5 / 2), ElementsAre("C2024")
    );
}

TEST(Terms, MarkEachKindOfMetadata) {
    EXPECT_EQ(metadata_term(Metadata::Publisher, "새별신문"), "P새별신문");
    EXPECT_EQ(metadata_term(Metadata::Section, "정치"), "G정치");
    EXPECT_EQ(metadata_term(Metadata::Byline, "홍길동"), "A홍길동");
    EXPECT_EQ(metadata_term(Metadata::Language, "ko"), "Lko");
    EXPECT_EQ(metadata_term(Metadata::Site, "example.com"), "Hexample.com");
    EXPECT_EQ(metadata_term(Metadata::Byline, repeated("a", 300)).size(), kMaxTermBytes);
}

TEST(Terms, KeepAWordThatJustFits) {
    const std::string word = repeated("가", 66) + "ab";
    ASSERT_EQ(word.size(), kMaxTermBytes);

    EXPECT_EQ(text_term(word), word);
    EXPECT_EQ(title_term(word.substr(0, 199)), "S" + word.substr(0, 199));
    EXPECT_EQ(title_term(word).size(), kMaxTermBytes);
    EXPECT_NE(title_term(word), "S" + word) << "the mark counts";
}

TEST(Terms, CutALongWordAtACharacterAndAddTheHashOfTheWhole) {
    EXPECT_EQ(text_term(repeated("a", 201)), repeated("a", 184) + "9a253eda0ce95884");
    EXPECT_EQ(text_term(repeated("가", 67)), repeated("가", 61) + "0e22992513b0b2b5");
    EXPECT_EQ(title_term(repeated("가", 67)), "S" + repeated("가", 61) + "0e22992513b0b2b5");
}

TEST(Terms, TellLongWordsApart) {
    const std::string common = repeated("가", 100);

    EXPECT_NE(text_term(common + "나"), text_term(common + "다"));
}

TEST(Terms, CapIllFormedTextToo) {
    const std::string continuations(1'000, '\x80');

    EXPECT_LE(text_term(continuations).size(), kMaxTermBytes);
    EXPECT_GE(text_term(continuations).size(), kMaxTermBytes - 3);
}

/// An archive that begins and ends within a month.
constexpr year_month_day kArchiveFirst = 2021y / 3 / 15;
constexpr year_month_day kArchiveLast = 2024y / 8 / 20;

std::vector<std::string> terms_of(
    std::optional<year_month_day> first, std::optional<year_month_day> last
) {
    return date_terms(DateKind::Published, {first, last}, kArchiveFirst, kArchiveLast);
}

TEST(DateTerms, AreOneForAYearAMonthOrADay) {
    EXPECT_THAT(terms_of(2022y / 1 / 1, 2022y / 12 / 31), ElementsAre("Y2022"));
    EXPECT_THAT(terms_of(2022y / 2 / 1, 2022y / 2 / 28), ElementsAre("M202202"));
    EXPECT_THAT(terms_of(2024y / 2 / 1, 2024y / 2 / 29), ElementsAre("M202402"));
    EXPECT_THAT(terms_of(2022y / 5 / 21, 2022y / 5 / 21), ElementsAre("D20220521"));
}

TEST(DateTerms, MixDaysMonthsAndYears) {
    EXPECT_THAT(
        terms_of(2021y / 11 / 29, 2023y / 2 / 2),
        ElementsAre(
            "D20211129", "D20211130", "M202112", "Y2022", "M202301", "D20230201", "D20230202"
        )
    );
}

TEST(DateTerms, CountAWholeMonthButItsLastDayByDays) {
    EXPECT_THAT(terms_of(2024y / 2 / 1, 2024y / 2 / 28), testing::SizeIs(28));
}

TEST(DateTerms, StopAtTheArchivesOwnEnds) {
    EXPECT_THAT(terms_of(2023y / 1 / 1, std::nullopt), ElementsAre("Y2023", "Y2024"));
    EXPECT_THAT(terms_of(std::nullopt, 2021y / 4 / 30), ElementsAre("M202103", "M202104"));
    EXPECT_THAT(
        terms_of(std::nullopt, std::nullopt), ElementsAre("Y2021", "Y2022", "Y2023", "Y2024")
    );
    EXPECT_THAT(terms_of(2024y / 8 / 1, 2050y / 1 / 1), ElementsAre("M202408"));
}

TEST(DateTerms, AreNoneWhenTheRangeHoldsNoDay) {
    EXPECT_THAT(terms_of(2023y / 1 / 2, 2023y / 1 / 1), IsEmpty());
    EXPECT_THAT(terms_of(2025y / 1 / 1, std::nullopt), IsEmpty());
    EXPECT_THAT(terms_of(std::nullopt, 2021y / 3 / 14), IsEmpty());
    EXPECT_THAT(date_terms(DateKind::Published, {}, 2024y / 1 / 2, 2024y / 1 / 1), IsEmpty());
}

using DaySet = std::set<sys_days>;

DaySet archive_days(sys_days first, sys_days last) {
    DaySet found;
    for (sys_days day = std::max(first, sys_days(kArchiveFirst));
         day <= std::min(last, sys_days(kArchiveLast));
         day += days(1)) {
        found.insert(day);
    }
    return found;
}

/// The days of the archive that the terms stand for; fails when two of them share one.
DaySet covered_days(const std::vector<std::string>& terms) {
    const std::set<std::string> wanted(terms.begin(), terms.end());
    DaySet found;
    for (const sys_days day : archive_days(sys_days(kArchiveFirst), sys_days(kArchiveLast))) {
        const year_month_day date(day);
        const std::size_t times =
            wanted.count(day_term(DateKind::Published, date))
            + wanted.count(month_term(DateKind::Published, date.year() / date.month()))
            + wanted.count(year_term(DateKind::Published, date.year()));
        EXPECT_LE(times, 1U) << day_term(DateKind::Published, date);
        if (times > 0) {
            found.insert(day);
        }
    }
    return found;
}

TEST(DateTerms, CoverExactlyTheRangeAndEachDayOnce) {
    std::mt19937 random(20240521);
    std::uniform_int_distribution<int> day_number(-100, 1'400);
    for (int round = 0; round < 200; ++round) {
        const sys_days first = sys_days(kArchiveFirst) + days(day_number(random));
        const sys_days last = sys_days(kArchiveFirst) + days(day_number(random));

        const std::vector<std::string> terms =
            terms_of(year_month_day(first), year_month_day(last));

        EXPECT_EQ(covered_days(terms), archive_days(first, last));
    }
}
}  // namespace
}  // namespace gisa::schema
