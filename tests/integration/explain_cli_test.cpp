// SPDX-License-Identifier: GPL-2.0-or-later
// gisa-search --explain --article as scripts and people meet it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/integration/cli_fixture.h"

namespace gisa {
namespace {
using test::ProgramResult;
using testing::HasSubstr;

class ExplainCli : public test::CliFixture {
  protected:
    void SetUp() override {
        add(R"({"id": "a 1", "title": "삼성전자의 서약", "body": "본문", "date": "2024-05-21"})"
            "\n");
    }
};

TEST_F(ExplainCli, TellsWhyAnArticleIsFoundOrNot) {
    const ProgramResult found = search({"--explain", "--article", "a 1", "삼성전자"});
    const ProgramResult lost = search({"--explain", "--article", "a 1", "샴성전자"});
    const ProgramResult nobody = search({"--explain", "--article", "b", "삼성전자"});

    EXPECT_EQ(found.status, 0);
    EXPECT_THAT(found.output, HasSubstr("answer    rank 1, score "));
    EXPECT_EQ(lost.status, 1);
    EXPECT_THAT(lost.output, HasSubstr("nearest there: 삼성전자"));
    EXPECT_EQ(nobody.status, 1);
    EXPECT_THAT(nobody.output, HasSubstr("there is no such article"));
}

TEST_F(ExplainCli, PrintsOneObjectForPrograms) {
    const ProgramResult told =
        search({"--explain", "--article", "a 1", "--format", "json", "서약", "-삼성전자"});

    EXPECT_EQ(told.status, 1);
    const auto object = nlohmann::json::parse(told.output);
    EXPECT_EQ(object["matches"], false);
    EXPECT_EQ(object["words"][1]["excluded"], true);
}

TEST_F(ExplainCli, ExpandsSavedQueriesAsTheSearchDoes) {
    const auto asked = [this](Words arguments) {
        test::ProgramCall called = call(std::move(arguments));
        called.environment.push_back("XDG_CONFIG_HOME=" + path("config"));
        return run_program(GISA_SEARCH_PROGRAM, called);
    };
    ASSERT_EQ(asked({"--save", "회사", "삼성전자 OR 현대차"}).status, 0);

    EXPECT_THAT(
        asked({"--explain", "query:회사 서약"}).output,
        HasSubstr("(words (or 삼성전자 현대차) 서약)")
    );
    const ProgramResult article = asked({"--explain", "--article", "a 1", "query:회사"});
    EXPECT_EQ(article.status, 0);
    EXPECT_THAT(article.output, HasSubstr("answer    rank 1, score "));
    EXPECT_THAT(
        asked({"--show", "a 1", "--color", "always", "query:회사"}).output, HasSubstr("\x1b")
    );
}

TEST_F(ExplainCli, TellsWhatWasMendedOrLeftOut) {
    EXPECT_THAT(search({"--explain", "query:없는것 서약"}).errors, HasSubstr("no saved query"));
    EXPECT_THAT(
        search({"--explain", "--article", "a 1", "query:없는것 서약"}).errors,
        HasSubstr("no saved query")
    );
}

TEST_F(ExplainCli, WrongUsageSaysWhatToDo) {
    EXPECT_THAT(
        search({"--article", "a 1", "서약"}).errors,
        HasSubstr("gisa-search --explain --article ID QUERY")
    );
    EXPECT_EQ(search({"--explain", "--article", "a 1", "--format", "ids", "서약"}).status, 2);
    EXPECT_EQ(search({"--explain", "--article", "a 1"}).status, 2);
}
}  // namespace
}  // namespace gisa
