// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/plan/plan.h"
#include "tests/support/dictionary.h"
#include "tests/support/planned.h"

namespace gisa::searcher {
namespace {
std::string plan_of(std::string_view query) {
    return to_text(test::Planned(query).plan);
}

TEST(Planner, GivesEachWordItsViews) {
    EXPECT_EQ(plan_of("서약"), "word 서약\n  서약\n");
    EXPECT_EQ(plan_of("정상회의에서"), "word 정상회의에서\n  정상회의 | 정상 + 회의\n");
    EXPECT_EQ(plan_of("pledges"), "word pledges\n  pledges | pledg\n");
}

TEST(Planner, TakesTheRunsOfATypedWordTogether) {
    EXPECT_EQ(plan_of("AI서울"), "word ai서울\n  ai\n  서울\n");
}

TEST(Planner, LetsMostWordsDoOnlyWhereTheyMerelyStandSideBySide) {
    EXPECT_EQ(
        plan_of("워터마크 서약"),
        "all, or most of them\n"
        "  word 워터마크\n    워터마크 | 워터 + 마크\n"
        "  word 서약\n    서약\n"
    );
    EXPECT_EQ(plan_of("서약 AND 약속"), "all\n  word 서약\n    서약\n  word 약속\n    약속\n");
}

TEST(Planner, LetsAWordThatOnlyAsksBeMissing) {
    EXPECT_EQ(
        plan_of("서약은 언제"),
        "all, or most of them\n"
        "  word 서약은\n    서약\n"
        "  word 언제 (only asks: may be missing)\n    언제\n"
    );
    EXPECT_EQ(plan_of("언제"), "word 언제\n  언제\n") << "nothing else is asked for";
    EXPECT_EQ(plan_of("서약 AND 언제"), "all\n  word 서약\n    서약\n  word 언제\n    언제\n")
        << "the person said that both must be there";
    EXPECT_EQ(
        plan_of("WHO pledge"),
        "all, or most of them\n  word who\n    who\n  word pledge\n    pledge | pledg\n"
    ) << "WHO is no who";
}

TEST(Planner, LeavesHowWordsStandToTheStoredText) {
    EXPECT_EQ(
        plan_of("서약 NEAR/3 (\"정상 회의\" OR 약속)"),
        "near, at most 3 other words between\n"
        "  word 서약\n    서약\n"
        "  any\n"
        "    side by side\n      word 정상\n        정상\n      word 회의\n        회의\n"
        "    word 약속\n      약속\n"
    );
    EXPECT_EQ(plan_of("lead:서약"), "in the first two paragraphs\n  word 서약\n    서약\n");
    EXPECT_EQ(
        plan_of("title:atleast3:서약"),
        "in the title\n  at least 3 times\n    word 서약\n      서약\n"
    );
    EXPECT_EQ(plan_of("서약 /s ..."), "word 서약\n  서약\n") << "nothing to be near to";
}

TEST(Planner, TellsAQuestionFromASubject) {
    const auto question = [](std::string_view query) { return test::Planned(query).plan.question; };
    EXPECT_TRUE(question("서약은 언제"));
    EXPECT_TRUE(question("가장 큰 대륙은?"));
    EXPECT_TRUE(question("가장 큰 대륙은 ?"));
    EXPECT_TRUE(question("가장 큰 대륙은？"));
    EXPECT_TRUE(question("when did they pledge"));
    EXPECT_FALSE(question("워터마크 서약"));
    EXPECT_FALSE(question("언제")) << "a word like others, where it is the only one";
    EXPECT_FALSE(question("WHO pledge"));
}

TEST(Planner, CarriesTheTitleToItsWords) {
    EXPECT_EQ(plan_of("title:서약"), "in the title\n  word 서약\n    서약\n");
}

TEST(Planner, PrintsDatesAndExclusions) {
    EXPECT_EQ(
        plan_of("서약 -약속 date:2024-05"),
        "all, or most of them\n"
        "  word 서약\n    서약\n"
        "  not\n    word 약속\n      약속\n"
        "  dates 2024-05-01..2024-05-31\n"
    );
}

TEST(Planner, LeavesOutAWordWithoutLettersAndSaysSo) {
    const test::Planned planned("서약 …!");

    EXPECT_EQ(to_text(planned.plan), "word 서약\n  서약\n");
    ASSERT_EQ(planned.plan.notices.size(), 1U);
    EXPECT_EQ(planned.plan.notices[0].where, (ByteRange{7, 11}));
}

TEST(Planner, SearchesForABeginningInSeveralScriptsAsItStandsAndSaysSo) {
    const test::Planned planned("코로나19*");

    EXPECT_EQ(to_text(planned.plan), to_text(test::Planned("코로나19").plan));
    ASSERT_EQ(planned.plan.notices.size(), 1U);
    EXPECT_EQ(planned.plan.notices[0].where, (ByteRange{0, 12}));
}

TEST(Planner, PassesOverTheEndOfASentence) {
    const test::Planned planned("서약 . ?");

    EXPECT_EQ(to_text(planned.plan), "word 서약\n  서약\n");
    EXPECT_TRUE(planned.plan.notices.empty());
}

TEST(Planner, HoldsNothingOfAQueryWithoutLetters) {
    EXPECT_EQ(plan_of("… !!"), "nothing\n");
    EXPECT_EQ(plan_of(""), "nothing\n");
}

TEST(Planner, RanksByEveryWordThatIsNotExcluded) {
    const test::Planned planned("서약 \"정상 회의\" -약속 (-(-비밀))");
    std::string ranking;
    for (const SearchedWord* word : planned.plan.ranking_words()) {
        ranking.append(word->typed).append(" ");
    }

    EXPECT_EQ(ranking, "서약 비밀 정상 회의 ");
}

TEST(Planner, AsksTheArchiveForLongerWordsOfEachKoreanRun) {
    text::Analyzer analyzer(test::dictionary());
    std::vector<std::string> asked;
    ArchiveLookups lookups;
    lookups.words_containing = [&asked](std::string_view piece) {
        asked.emplace_back(piece);
        return std::vector<std::string>{"도담누리호발사체"};
    };
    const Plan plan = make_plan(parse("도담누리호는 KIST"), analyzer, lookups);

    EXPECT_EQ(asked, (std::vector<std::string>{"도담누리호"}));
    EXPECT_EQ(plan.words.at(0).runs.at(0).containing.at(0), "도담누리호발사체");
    EXPECT_TRUE(plan.words.at(1).runs.at(0).containing.empty());
}
}  // namespace
}  // namespace gisa::searcher
