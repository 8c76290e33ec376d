// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/explain/explain_article.h"

#include <chrono>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/dictionary.h"

namespace gisa::searcher {
namespace {
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Article sample() {
    Article made;
    made.id = "a";
    made.title = "삼성전자, 서약에 나서";
    made.body = "정상들의 회의에서 삼성전자가 AI 서약을 했다. 비정상회의라는 말도 나왔다.";
    made.published = std::chrono::sys_days{std::chrono::year{2024} / 5 / 21};
    return made;
}

class ExplainArticle : public testing::Test {
  protected:
    ArticleExplanation explain(std::string_view query, const Article& article = sample()) {
        ArchiveLookups lookups;
        lookups.words_containing = [](std::string_view piece) {
            return piece == "비정" ? std::vector<std::string>{"비정상회의", "비정규직"}
                                   : std::vector<std::string>{};
        };
        const Plan plan = make_plan(parse(query), analyzer_, lookups);
        return explain_article(
            plan,
            article,
            analyzer_,
            {
                [](std::size_t) { return false; },
                [](const std::string& word) {
                    return word == "서약" ? std::uint64_t{9} : std::uint64_t{1};
                },
                100,
                std::chrono::year{2024} / 5 / 22,
            }
        );
    }

    text::Analyzer analyzer_{test::dictionary()};
};

TEST_F(ExplainArticle, SaysByWhichViewAWordIsFoundAndHowOften) {
    const ArticleExplanation told = explain("서약은 정상회의 비정");

    EXPECT_TRUE(told.matches);
    EXPECT_THAT(told.reasons, IsEmpty());
    ASSERT_THAT(told.words, SizeIs(3));
    const RunExplanation& whole = told.words[0].runs.front();
    EXPECT_EQ(whole.found_by, FoundBy::Whole);
    EXPECT_EQ(whole.times, 2U);
    EXPECT_EQ(whole.times_in_title, 1U);
    EXPECT_EQ(whole.articles, 9U);
    EXPECT_NEAR(whole.idf, 2.36, 0.01);
    EXPECT_EQ(told.words[1].runs.front().found_by, FoundBy::Parts);
    EXPECT_EQ(told.words[2].runs.front().found_by, FoundBy::LongerWord);
    EXPECT_THAT(told.words[2].runs.front().forms, ElementsAre("비정상회의"));
}

TEST_F(ExplainArticle, NamesTheMissingWordAndTheNearestOne) {
    const ArticleExplanation told = explain("샴성전자 서약");

    EXPECT_FALSE(told.matches);
    EXPECT_FALSE(told.words[0].found);
    EXPECT_TRUE(told.words[1].found);
    ASSERT_THAT(told.reasons, SizeIs(1));
    EXPECT_THAT(told.reasons.front(), HasSubstr("\"샴성전자\" is not in the article"));
    EXPECT_THAT(told.reasons.front(), HasSubstr("nearest there: 삼성전자"));
    EXPECT_THAT(told.words[0].runs.front().forms, ElementsAre("삼성전자"));
}

TEST_F(ExplainArticle, NamesTheMissingPart) {
    const ArticleExplanation told = explain("정상회담");

    EXPECT_THAT(told.words[0].runs.front().missing_parts, ElementsAre("회담"));
    EXPECT_THAT(told.reasons.front(), HasSubstr("of its parts 정상, 회담 it lacks 회담"));
}

TEST_F(ExplainArticle, NamesTheMissingStretchOfAMixedWord) {
    EXPECT_THAT(
        explain("AI서울").reasons.front(), HasSubstr("\"서울\" of \"ai서울\" is not in the article")
    );
}

TEST_F(ExplainArticle, NamesWhatAnExclusionADateATitleOrAPhraseKeepsOut) {
    struct Case {
        std::string_view query;
        std::string_view reason;
    };

    const Case cases[] = {
        {"삼성전자 -서약", "the query excludes \"서약\", which the article has"},
        {"date:2024-06 서약",
         "the article is of 2024-05-21, and the query asks for 2024-06-01..2024-06-30"},
        {"date:2025.. 서약", "the query asks for 2025-01-01.."},
        {"title:회의", "\"회의\" is not in the title"},
        {"\"서약 삼성전자\"",
         "the phrase \"서약 삼성전자\" does not stand in the article, though all"},
        {"atleast9:서약", "\"서약\" stands fewer than 9 times in the article"},
        {"예산 OR 선거", "none of the alternatives is there"},
        {"...", "the query holds nothing to search for"},
    };
    for (const Case& example : cases) {
        const ArticleExplanation told = explain(example.query);
        EXPECT_FALSE(told.matches) << example.query;
        ASSERT_FALSE(told.reasons.empty()) << example.query;
        EXPECT_THAT(told.reasons.front(), HasSubstr(example.reason));
    }
}

TEST_F(ExplainArticle, KnowsWhenNothingKeepsItOut) {
    for (const std::string_view query :
         {"서약 OR 선거", "서약 -선거", "date:2024-05 서약", "title:서약", "*", "AI서약"}) {
        EXPECT_TRUE(explain(query).matches) << query;
    }
    Article undated = sample();
    undated.published.reset();
    EXPECT_THAT(explain("date:2024", undated).reasons.front(), HasSubstr("has no date"));
}
}  // namespace
}  // namespace gisa::searcher
