// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/counts_report.h"

#include <gtest/gtest.h>

#include "common/cli/arguments.h"
#include "tests/searcher/cli/four_months.h"

namespace gisa::cli {
namespace {
using test::four_months;

FacetCounts two_papers() {
    FacetCounts facet;
    facet.articles = 8;
    facet.values = {{"새별신문", 6}, {"a, \"b\"", 2}};
    facet.more_values = 1;
    return facet;
}

TEST(FacetReport, ShowsSharesAndBars) {
    EXPECT_EQ(
        facet_report(two_papers(), CountsFormat::Text, 80),
        "  value     articles   share\n"
        "  새별신문         6  75.0 %  ████████████████████████████████\n"
        "  a, \"b\"           2  25.0 %  ██████████▋\n"
    );
}

TEST(FacetReport, IsDataForPrograms) {
    EXPECT_EQ(
        facet_report(two_papers(), CountsFormat::Csv, 80),
        "value,articles\r\n새별신문,6\r\n\"a, \"\"b\"\"\",2\r\n"
    );
    EXPECT_EQ(
        facet_report(two_papers(), CountsFormat::Json, 80),
        "{\"articles\":8,\"partial\":false,\"more_values\":1,\"values\":[{\"value\":\"새별신문\","
        "\"articles\":6},"
        "{\"value\":\"a, \\\"b\\\"\",\"articles\":2}]}\n"
    );
}

RelatedWords two_words() {
    RelatedWords related;
    related.stories = 4;
    related.archive_articles = 1'200;
    related.words = {{"감세", 4, 1'000, 31.25}, {"a, b", 2, 9, 11}};
    return related;
}

TEST(RelatedReport, ShowsHowManyStoriesHaveEachWord) {
    EXPECT_EQ(
        related_report(two_words(), CountsFormat::Text, 80),
        "  word  here    share  in the archive\n"
        "  감세     4  100.0 %           1,000  ████████████████████████████████\n"
        "  a, b     2   50.0 %               9  ████████████████\n"
    );
    EXPECT_EQ(related_report({}, CountsFormat::Text, 80), "");
}

TEST(RelatedReport, IsDataForPrograms) {
    EXPECT_EQ(
        related_report(two_words(), CountsFormat::Csv, 80),
        "word,stories,articles,score\r\n감세,4,1000,31.2\r\n\"a, b\",2,9,11.0\r\n"
    );
    EXPECT_EQ(
        related_report(two_words(), CountsFormat::Json, 80),
        "{\"stories\":4,\"archive_articles\":1200,\"partial\":false,\"words\":["
        "{\"word\":\"감세\",\"stories\":4,\"articles\":1000,\"score\":31.25},"
        "{\"word\":\"a, b\",\"stories\":2,\"articles\":9,\"score\":11.0}]}\n"
    );
}

TEST(TrendReport, DrawsGapsAsGaps) {
    EXPECT_EQ(
        trend_report(four_months(), CountsFormat::Text, 80),
        "█ ▃▁\n"
        "\n"
        "  from        articles  of   share\n"
        "  2024-01-01         4  10  40.0 %  ████████████████████████████████\n"
        "  2024-02-01                        the archive holds nothing\n"
        "  2024-03-01         1  10  10.0 %  ████████\n"
        "  2024-04-01         0  10   0.0 %\n"
    );
}

TEST(TrendReport, IsDataForPrograms) {
    EXPECT_EQ(
        trend_report(four_months(), CountsFormat::Csv, 80),
        "from,articles,held\r\n2024-01-01,4,10\r\n2024-02-01,0,0\r\n2024-03-01,1,10\r\n"
        "2024-04-01,0,10\r\n"
    );
}

TEST(TrendReport, PutsNeighboursTogetherWhereTheLineIsShort) {
    EXPECT_EQ(trend_report(four_months(), CountsFormat::Text, 2).substr(0, 7), "█▂\n");
}

TEST(CountsNames, AreToldWhenOneIsWrong) {
    EXPECT_EQ(parse_facet_field("lang"), FacetField::Language);
    EXPECT_EQ(parse_trend_period("week"), TrendPeriod::Week);
    EXPECT_THROW(static_cast<void>(parse_facet_field("color")), UsageError);
    EXPECT_THROW(static_cast<void>(parse_counts_format("xml")), UsageError);
}
}  // namespace
}  // namespace gisa::cli
