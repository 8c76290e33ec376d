// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/explanation_report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace gisa::cli {
namespace {
ArticleExplanation sample() {
    ArticleExplanation told;
    told.in_archive = true;
    told.id = "a-1";
    told.title = "삼성전자의 서약";
    told.understood = "(words 샴성전자 서약)";
    told.reasons = {"\"샴성전자\" is not in the article; nearest there: 삼성전자"};
    RunExplanation missing;
    missing.whole = "샴성전자";
    missing.forms = {"삼성전자"};
    missing.idf = 5.25;
    RunExplanation there;
    there.whole = "서약";
    there.parts = {"서약"};
    there.found_by = FoundBy::Whole;
    there.times = 2;
    there.times_in_title = 1;
    there.articles = 1'200;
    there.idf = 2.3;
    told.words = {
        {"샴성전자", {0, 12}, false, false, false, {missing}},
        {"서약", {13, 19}, false, false, true, {there}},
    };
    return told;
}

TEST(ExplanationReport, TellsPeopleWhyAnArticleIsNotFound) {
    EXPECT_EQ(
        explanation_text(sample(), 80),
        "article   a-1\n"
        "          삼성전자의 서약\n"
        "          no date\n"
        "query     (words 샴성전자 서약)\n"
        "answer    not found\n"
        "          \"샴성전자\" is not in the article; nearest there: 삼성전자\n"
        "\n"
        "  word      found by   times  in title  articles   idf\n"
        "  샴성전자  not there      0         0         0  5.25\n"
        "  서약      the word       2         1     1,200  2.30\n"
    );
}

TEST(ExplanationReport, TellsRankAndScore) {
    ArticleExplanation told = sample();
    told.rank = 3;
    told.score = 12.5;
    told.evidence = {{"first step", 8.25}, {"bigrams", 1.75}};
    told.factors = {{"lead", 0.25}};
    told.relaxed = true;

    EXPECT_NE(
        explanation_text(told, 80).find(
            "answer    rank 3, score 12.500, with most of the words only\n"
            "          (first step 8.25 + bigrams 1.75) × (1 + lead 0.25)\n"
        ),
        std::string::npos
    );
}

TEST(ExplanationReport, BreaksLongSentencesAtTheTerminalsEdge) {
    EXPECT_NE(
        explanation_text(sample(), 50)
            .find(
                "          \"샴성전자\" is not in the article;\n          nearest there: 삼성전자\n"
            ),
        std::string::npos
    );
}

TEST(ExplanationReport, SaysWhenThereIsNoSuchArticle) {
    ArticleExplanation told;
    told.id = "a\x1b[2J";

    EXPECT_EQ(
        explanation_text(told, 80),
        "article   a[2J\nanswer    there is no such article in the archive\n"
    );
}

TEST(ExplanationReport, IsOneObjectForPrograms) {
    const auto object = nlohmann::json::parse(explanation_json(sample()));

    EXPECT_EQ(object["rank"], nullptr);
    EXPECT_EQ(object["matches"], false);
    EXPECT_EQ(object["words"][0]["runs"][0]["found_by"], "nothing");
    EXPECT_EQ(object["words"][0]["runs"][0]["forms"][0], "삼성전자");
    EXPECT_EQ(object["words"][1]["begin"], 13);
    EXPECT_EQ(object["reasons"].size(), 1U);
}
}  // namespace
}  // namespace gisa::cli
