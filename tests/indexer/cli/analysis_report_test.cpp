// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/analysis_report.h"

#include <gtest/gtest.h>

namespace gisa::cli {
namespace {
std::vector<WordAnalysis> two_words() {
    return {
        {{0, 2}, "AI", 1, WordScript::Latin, "ai", "ai", {}},
        {{2, 20},
         "정상회의\t는",
         1,
         WordScript::Korean,
         "정상회의는",
         "정상회의",
         {"정상", "회의"}},
    };
}

TEST(AnalysisReport, IsATableForPeople) {
    EXPECT_EQ(
        analysis_text(two_words()),
        "  typed        script  normal      whole     parts\n"
        "  AI           latin   ai          ai\n"
        "  정상회의 는  korean  정상회의는  정상회의  정상 회의\n"
    );
    EXPECT_EQ(analysis_text({}), "");
}

TEST(AnalysisReport, HasAsManyTabsInEveryLineForPrograms) {
    EXPECT_EQ(
        analysis_tsv(two_words()),
        "AI\tlatin\tai\tai\t\n정상회의 는\tkorean\t정상회의는\t정상회의\t정상 회의\n"
    );
}

TEST(AnalysisReport, IsOneObjectALine) {
    EXPECT_EQ(
        analysis_json("AI", {two_words().front()}),
        R"({"text":"AI","words":[{"begin":0,"end":2,"word":1,"typed":"AI","script":"latin",)"
        R"("normal":"ai","whole":"ai","parts":[]}]})"
        "\n"
    );
}

WordCheckReport report() {
    WordCheckReport made;
    made.words = 1;
    made.forms = 90;
    made.articles = 1'200;
    made.disagreements = 3;
    made.first = {
        {WordDisagreement::Kind::Particle, "한강", "한강임", "", {"한강"}, {"강임", "한"}},
        {WordDisagreement::Kind::Article, "한강", "한강수", "a 7", {"한강"}, {"한강수"}},
    };
    return made;
}

TEST(WordCheckReport, CountsWhatItDoesNotList) {
    EXPECT_EQ(
        check_text(report()),
        "  word  form           expected  got\n"
        "  한강  한강임         한강      강임 한\n"
        "  한강  한강수 in a 7  한강      한강수\n"
        "  and 1 more\n"
        "1 word, 90 forms, 3 disagreements; 1,200 articles read\n"
    );
}

TEST(WordCheckReport, IsDataForPrograms) {
    EXPECT_EQ(
        check_tsv(report()),
        "particle\t한강\t한강임\t\t한강\t강임 한\narticle\t한강\t한강수\ta 7\t한강\t한강수\n"
    );
    const std::string json = check_json(report());
    EXPECT_NE(json.find(R"("disagreements":3)"), std::string::npos);
    EXPECT_NE(json.find(R"("article":null,"expected":["한강"])"), std::string::npos);
}
}  // namespace
}  // namespace gisa::cli
