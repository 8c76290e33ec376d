// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/trend_plot.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <regex>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include "searcher/cli/trend_shapes.h"
#include "tests/searcher/cli/four_months.h"

namespace gisa::cli {
namespace {
using std::chrono::year;
using test::four_months;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Trend many_days(std::size_t count) {
    Trend trend;
    auto day = std::chrono::sys_days(year(1920) / 4 / 1);
    for (std::size_t i = 0; i < count; ++i, day += std::chrono::days(1)) {
        const std::uint64_t held = i / 500 == 3 ? 0 : 50 + i % 7;
        trend.points.push_back({day, held == 0 ? 0 : i * i % 31, held});
        trend.articles += trend.points.back().articles;
    }
    return trend;
}

class Drawn {
  public:
    explicit Drawn(const std::string& text) : text_(text) {
        EXPECT_TRUE(document_.load_buffer(text.data(), text.size()));
    }

    [[nodiscard]] const std::string& text() const { return text_; }

    [[nodiscard]] pugi::xml_node root() const { return document_.child("svg"); }

    [[nodiscard]] std::vector<pugi::xml_node> with_class(const std::string& name) const {
        std::vector<pugi::xml_node> nodes;
        for (const auto& found : document_.select_nodes(("//*[@class='" + name + "']").c_str())) {
            nodes.push_back(found.node());
        }
        return nodes;
    }

    [[nodiscard]] std::vector<std::string> paths(const std::string& name) const {
        std::vector<std::string> paths;
        for (const pugi::xml_node node : with_class(name)) {
            paths.emplace_back(node.attribute("d").value());
        }
        return paths;
    }

    /// What can be read in the picture.
    [[nodiscard]] std::vector<std::string> words() const {
        std::vector<std::string> words;
        for (const auto& found : document_.select_nodes("//text")) {
            words.emplace_back(found.node().text().get());
        }
        return words;
    }

  private:
    std::string text_;
    pugi::xml_document document_;
};

Drawn drawn(const Trend& trend, TrendPeriod period = TrendPeriod::Month) {
    return Drawn(trend_plot(trend, period, "서약"));
}

TEST(TrendPlot, HasABarOnlyWhereSomethingMatchesAndTellsWhatItIs) {
    const Drawn picture = drawn(four_months());

    EXPECT_THAT(picture.paths("gisa-bar"), SizeIs(2));
    std::vector<std::string> titles;
    for (const pugi::xml_node column : picture.with_class("gisa-column")) {
        titles.emplace_back(column.child_value("title"));
    }
    EXPECT_THAT(
        titles,
        ElementsAre(
            "2024-01: 4 of 10 articles, 40.0 %",
            "2024-03: 1 of 10 articles, 10.0 %",
            "2024-04: 0 of 10 articles, 0.0 %"
        )
    );
}

TEST(TrendPlot, HatchesGapsAndInterruptsTheLineThere) {
    const Drawn picture = drawn(four_months());

    const auto gaps = picture.with_class("gisa-gap");
    ASSERT_THAT(gaps, SizeIs(2)) << "and the one beside its explanation";
    EXPECT_STREQ(gaps[0].child_value("title"), "2024-02: the archive holds nothing");
    EXPECT_STREQ(gaps[0].attribute("fill").value(), "url(#gisa-gap)");
    const auto lines = picture.paths("gisa-line");
    ASSERT_THAT(lines, SizeIs(1));
    EXPECT_EQ(std::count(lines[0].begin(), lines[0].end(), 'M'), 2) << lines[0];
    EXPECT_EQ(std::count(lines[0].begin(), lines[0].end(), 'L'), 1) << lines[0];
    EXPECT_THAT(picture.words(), testing::Contains("hatched: the archive holds nothing (1 of 4)"));
}

TEST(TrendPlot, SaysNothingOfGapsWhereThereAreNone) {
    Trend trend = four_months();
    trend.points.resize(1);

    EXPECT_THAT(drawn(trend).with_class("gisa-gap"), IsEmpty());
}

TEST(TrendPlot, TellsThoseWhoDoNotSeeItWhatItShows) {
    const Drawn picture = drawn(four_months());

    EXPECT_STREQ(picture.root().attribute("role").value(), "img");
    EXPECT_STREQ(picture.root().child_value("title"), "Trend: 서약");
    EXPECT_STREQ(
        picture.root().child_value("desc"),
        "5 articles · 2024-01 – 2024-04; most: 4 (2024-01); highest: 40.0 % (2024-01); "
        "hatched: the archive holds nothing (1 of 4)"
    );
    EXPECT_EQ(
        std::string(picture.root().attribute("aria-labelledby").value()),
        picture.root().child("title").attribute("id").value()
    );
}

TEST(TrendPlot, EscapesTheQueryAndLeavesOutWhatXmlCannotHold) {
    const Drawn picture(
        trend_plot(four_months(), TrendPeriod::Month, "a<b> & \"c\"\x01\x1b \xEF\xBF\xBF]]> \xFF")
    );

    EXPECT_EQ(picture.words().front(), "a<b> & \"c\" ]]> \uFFFD");
    EXPECT_THAT(picture.text(), HasSubstr("a&lt;b&gt; &amp; "));
    EXPECT_THAT(picture.text(), Not(HasSubstr("]]>")));
}

TEST(TrendPlot, NeedsNothingBesideItself) {
    const std::string text = drawn(four_months()).text();

    for (const char* const outside :
         {"<script", "href", "@import", "<image", "<!DOCTYPE", "onload"}) {
        EXPECT_THAT(text, Not(HasSubstr(outside)));
    }
    EXPECT_THAT(text, HasSubstr("prefers-color-scheme:dark"));
}

TEST(TrendPlot, IsTheSameForTheSameTrend) {
    EXPECT_EQ(drawn(many_days(900)).text(), drawn(many_days(900)).text());
}

TEST(TrendPlot, DrawsThinBarsAsOneShapeAndStillTellsEachOfThem) {
    const Drawn picture = drawn(many_days(700), TrendPeriod::Day);

    EXPECT_THAT(picture.paths("gisa-bar"), SizeIs(1));
    EXPECT_THAT(picture.paths("gisa-most"), IsEmpty());
    EXPECT_THAT(picture.with_class("gisa-zone"), SizeIs(700));
}

TEST(TrendPlot, StaysSmallOverAHundredYearsOfDays) {
    const Drawn picture = drawn(many_days(36'525), TrendPeriod::Day);

    EXPECT_LT(picture.text().size(), 64'000U);
    EXPECT_THAT(picture.paths("gisa-most"), SizeIs(1));
    EXPECT_THAT(
        picture.words(),
        testing::Contains(
            "each column stands for 46 bars side by side: strong their mean, pale the highest"
        )
    );
}

TEST(TrendPlot, HasNoNumberWithMoreThanTwoDecimals) {
    static const std::regex kLong("[0-9]\\.[0-9]{3}");
    for (const std::size_t count : {1U, 7U, 31U, 300U, 800U, 801U, 5000U}) {
        EXPECT_FALSE(std::regex_search(drawn(many_days(count), TrendPeriod::Day).text(), kLong));
    }
}

TEST(TrendPlot, SaysWhatItDoesNotDraw) {
    Trend trend = four_months();
    trend.articles = 7;
    trend.partial = true;

    const std::vector<std::string> words = drawn(trend).words();
    EXPECT_THAT(words, testing::Contains("2 articles without a date are not drawn"));
    EXPECT_THAT(
        words, testing::Contains("the time limit was reached: there are at least so many articles")
    );
}

TEST(TrendPlot, OfAnArchiveWithoutDatesSaysThat) {
    Trend trend;
    trend.articles = 1;

    EXPECT_THAT(
        drawn(trend).words(),
        ElementsAre(
            "서약",
            "1 article",
            "the archive holds no article with a date",
            "1 article without a date is not drawn"
        )
    );
}

TEST(TrendPlot, OfNoMatchesHasAnEmptyPanelAndALineOnTheGround) {
    Trend trend;
    trend.points = {{year(2024) / 1 / 1, 0, 5}, {year(2024) / 2 / 1, 0, 5}};

    const Drawn picture = drawn(trend);
    EXPECT_THAT(picture.paths("gisa-bar"), IsEmpty());
    EXPECT_THAT(picture.paths("gisa-line"), ElementsAre(HasSubstr(" 482L")));
    EXPECT_STREQ(picture.root().child_value("desc"), "0 articles · 2024-01 – 2024-02");
}

TEST(TrendShapes, WriteNumbersShortAndRounded) {
    EXPECT_EQ(svg_number(0), "0");
    EXPECT_EQ(svg_number(-0.001), "0");
    EXPECT_EQ(svg_number(12.5), "12.5");
    EXPECT_EQ(svg_number(12.046), "12.05");
    EXPECT_EQ(svg_number(-3.25), "-3.25");
}

TEST(TrendShapes, PutAllPeriodsIntoColumnsAndTheRestIntoTheLast) {
    const Trend trend = many_days(11);
    const TrendColumns columns = columns_of(trend.points, 3);

    ASSERT_THAT(columns, SizeIs(3));
    EXPECT_EQ(columns[1].first, 3U);
    EXPECT_EQ(columns[2].last, 10U);
}

TEST(TrendShapes, CountNoGapIntoAMean) {
    const TrendColumn column = column_of(four_months().points, 0, 2);

    EXPECT_EQ(column.mean(), 2.5);
    EXPECT_EQ(column.percent(), 25);
    EXPECT_EQ(column.most, 4U);
}

TEST(TrendShapes, ShowAShareBetweenGapsAsADot) {
    const std::vector<TrendPoint> points = {
        {year(2024) / 1 / 1, 0, 0}, {year(2024) / 2 / 1, 1, 2}, {year(2024) / 3 / 1, 0, 0}};
    const TrendLayout layout = trend_layout(points);

    EXPECT_THAT(
        share_dots_path(layout.columns, ShareDots::Lonely, layout.scale, layout.shares),
        HasSubstr("h0")
    );
    EXPECT_THAT(gaps_of(layout.columns), SizeIs(2));
}

TEST(TrendShapes, LetTheSmallestBarBeSeenAndNoneOfNothing) {
    const TrendPanel panel{.top = 0, .bottom = 200, .axis = ValueAxis(1e6, 5, 0)};

    EXPECT_EQ(panel.bar_top(1), 199);
    EXPECT_EQ(panel.bar_top(0), 200);
    EXPECT_EQ(panel.bar_top(1e6), 0);
}
}  // namespace
}  // namespace gisa::cli
