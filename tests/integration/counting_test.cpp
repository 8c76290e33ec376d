// SPDX-License-Identifier: GPL-2.0-or-later
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <gisa/searcher.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
using std::chrono::year;
using std::chrono::year_month_day;
using Values = std::vector<std::pair<std::string, std::uint64_t>>;

/// Noon in Seoul.
std::chrono::sys_seconds noon(year_month_day day) {
    return std::chrono::sys_days(day) + std::chrono::hours(3);
}

Article article(
    std::string id, std::string publisher, std::vector<std::string> sections, year_month_day day
) {
    Article made = test::article(std::move(id), "워터마크 서약", "본문");
    made.publisher = std::move(publisher);
    made.sections = std::move(sections);
    made.byline = "한별 기자";
    made.published = noon(day);
    return made;
}

class Counting : public ::testing::Test {
  protected:
    void SetUp() override {
        Article undated = article("f", "", {}, year(2024) / 1 / 1);
        undated.published.reset();
        Article other = article("e", "The Evening Star", {"World"}, year(2024) / 5 / 6);
        other.title = "The tide table";
        other.language = "en-GB";
        other.byline = "Jane Doe, 한별 기자";
        test::index(
            dir_.path(),
            {article("a", "새별신문", {"정치", "사회"}, year(2023) / 12 / 31),
             article("b", "새별신문", {"정치"}, year(2024) / 1 / 1),
             article("c", "하늘목일보", {"사회"}, year(2024) / 1 / 9)}
        );
        test::index(
            dir_.path(), {article("d", "새별신문", {"경제"}, year(2024) / 3 / 2), other, undated}
        );
    }

    Values facet(std::string_view query, FacetField field, std::size_t limit = 20) {
        const FacetCounts counts =
            Searcher(dir_.path()).facet({.query = std::string(query)}, field, limit);
        Values values;
        for (const FacetValue& value : counts.values) {
            values.emplace_back(value.value, value.articles);
        }
        return values;
    }

    Trend trend(std::string_view query, TrendPeriod period) {
        return Searcher(dir_.path()).trend({.query = std::string(query)}, period);
    }

    test::TempDir dir_;
};

TEST_F(Counting, CountsEachFieldOfTheArticlesThatMatch) {
    EXPECT_EQ(facet("서약", FacetField::Publisher), (Values{{"새별신문", 3}, {"하늘목일보", 1}}));
    EXPECT_EQ(facet("서약", FacetField::Section), (Values{{"사회", 2}, {"정치", 2}, {"경제", 1}}));
    EXPECT_EQ(facet("서약", FacetField::Year), (Values{{"2023", 1}, {"2024", 3}}));
    EXPECT_EQ(
        facet("서약", FacetField::Month), (Values{{"2023-12", 1}, {"2024-01", 2}, {"2024-03", 1}})
    );
    EXPECT_EQ(facet("서약", FacetField::Day).front().first, "2023-12-31");
    EXPECT_EQ(facet("*", FacetField::Language), (Values{{"ko", 5}, {"en", 1}}));
    EXPECT_EQ(facet("*", FacetField::Byline), (Values{{"한별", 6}, {"jane doe", 1}}));
    EXPECT_EQ(facet("tide", FacetField::Publisher), (Values{{"The Evening Star", 1}}));
}

TEST_F(Counting, CountsNoHiddenArticle) {
    {
        Indexer indexer(dir_.path());
        indexer.remove("a");
        indexer.commit();
    }
    EXPECT_EQ(
        facet("서약", FacetField::Publisher).front(),
        (std::pair<std::string, std::uint64_t>{"새별신문", 2})
    );
    EXPECT_EQ(trend("서약", TrendPeriod::Year).points.size(), 1U);
}

TEST_F(Counting, KeepsTheMostFrequentValuesAndTheLastDates) {
    EXPECT_EQ(facet("서약", FacetField::Section, 1), (Values{{"사회", 2}}));
    EXPECT_EQ(facet("서약", FacetField::Year, 1), (Values{{"2024", 3}}));
    const FacetCounts counts =
        Searcher(dir_.path()).facet({.query = "서약"}, FacetField::Section, 1);
    EXPECT_EQ(counts.more_values, 2U);
    EXPECT_EQ(counts.articles, 5U) << "the undated one without a section, too";
}

TEST_F(Counting, CountsByPeriodWithGapsAndWhatTheArchiveHolds) {
    const Trend months = trend("서약", TrendPeriod::Month);

    ASSERT_EQ(months.points.size(), 6U) << "December to May";
    EXPECT_EQ(months.points[0].first, year(2023) / 12 / 1);
    EXPECT_EQ(months.points[1].articles, 2U);
    EXPECT_EQ(months.points[1].held, 2U);
    EXPECT_EQ(months.points[2].held, 0U) << "nothing of February is there";
    EXPECT_EQ(months.points[5].articles, 0U);
    EXPECT_EQ(months.points[5].held, 1U) << "May was collected, and says nothing of it";
    EXPECT_EQ(months.articles, 5U);
}

TEST_F(Counting, TellsOfTheDaysThatTheQueryAsksForAlone) {
    const Trend months = trend("date:2024-01-05..2024-04 서약", TrendPeriod::Month);

    ASSERT_EQ(months.points.size(), 3U) << "January to March";
    EXPECT_EQ(months.points[0].articles, 1U);
    EXPECT_EQ(months.points[0].held, 1U) << "the first of January was not asked for";
    EXPECT_EQ(trend("서약 (date:2023 OR date:2024-03)", TrendPeriod::Year).points.size(), 2U);
    EXPECT_TRUE(trend("date:2030 서약", TrendPeriod::Year).points.empty());
}

TEST_F(Counting, BeginsWeeksOnMondayAndYearsInJanuary) {
    const Trend weeks = trend("서약", TrendPeriod::Week);
    EXPECT_EQ(weeks.points.front().first, year(2023) / 12 / 25);
    EXPECT_EQ(weeks.points[1].first, year(2024) / 1 / 1);
    EXPECT_EQ(trend("서약", TrendPeriod::Year).points.back().first, year(2024) / 1 / 1);
    EXPECT_EQ(trend("서약", TrendPeriod::Day).points.size(), 128U);
}

TEST_F(Counting, ReadsTextsWhereTheQueryAsksHowWordsStand) {
    EXPECT_EQ(facet("\"워터마크 서약\"", FacetField::Publisher).size(), 2U);
    EXPECT_TRUE(facet("\"서약 워터마크\"", FacetField::Publisher).empty());
}

TEST(CountingInAnEmptyArchive, CountsNothing) {
    const test::TempDir dir;
    test::index(dir.path(), {});
    Searcher searcher(dir.path());
    EXPECT_TRUE(searcher.facet({.query = "서약"}, FacetField::Day).values.empty());
    EXPECT_TRUE(searcher.trend({.query = "서약"}, TrendPeriod::Day).points.empty());
}
}  // namespace
}  // namespace gisa
