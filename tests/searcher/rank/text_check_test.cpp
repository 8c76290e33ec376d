// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/text_check.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/planned.h"

namespace gisa::searcher {
namespace {
bool holds(std::string_view query, std::string_view title, std::string_view body) {
    test::Planned planned(query);
    const std::string text = text::normalized(std::string(title) + "\n\n" + std::string(body));
    return TextMatcher(planned.plan, planned.plan.checks.at(0), planned.analyzer)
        .holds({text, text.find("\n\n"), {}, 0});
}

struct Case {
    std::string_view query;
    std::string_view body;
    bool holds;
    std::string_view why;
};

TEST(TextCheck, LooksHowNearWordsStand) {
    const Case cases[] = {
        {"정부 NEAR/2 예산", "정부는 내년 국방 예산을 냈다", true, "two words between"},
        {"정부 NEAR/1 예산", "정부는 내년 국방 예산을 냈다", false, "two are more than one"},
        {"정부 NEAR/2 예산", "예산안을 두고 정부가", true, "in any order"},
        {"정부 NEAR/0 예산", "정부예산이 나왔다", true, "written together"},
        {"예산 NEAR/1 정부", "예산 말고 다른 것. 예산 얘기. 정부 예산", true, "any of its places"},
        {"정부 ONEAR/2 예산", "정부는 내년 국방 예산을 냈다", true, "in order"},
        {"예산 ONEAR/2 정부", "정부는 내년 국방 예산을 냈다", false, "the other way round"},
        {"예산 ADJ 정부", "정부 예산 정부", true, "next to each other"},
        {"\"정부 예산 발표\"~1",
         "발표된 정부의 내년 예산",
         true,
         "three words, one other among them"},
        {"\"정부 예산 발표\"~1", "발표는 오늘 났고 정부의 예산은", false, "two others"},
        {"\"국방 예산\" NEAR/2 정부", "정부는 내년 국방 예산을", true, "a phrase"},
        {"\"예산 국방\" NEAR/2 정부", "정부는 내년 국방 예산을", false, "no such phrase"},
        {"(세금 OR 예산) NEAR/2 정부", "정부는 내년 국방 예산을", true, "alternatives"},
        {"pledge NEAR/3 watermark", "They pledged a visible watermark", true, "any form of a word"},
        {"\"pledge\" NEAR/3 watermark",
         "They pledged a watermark",
         false,
         "a phrase as it was typed"},
        {"밝혔다 NEAR/1 뜻", "뜻을 밝혔다고 한다", true, "a verb"},
        {"정부 /s 예산", "정부는 말했다. 예산은 늘었다.", false, "two sentences"},
        {"정부 /s 예산", "정부는 3.5% 늘린 예산을 냈다.", true, "a dot inside a number"},
        {"정부 /s 예산",
         "\"정부는 어렵다.\" 예산을 말했다.",
         false,
         "a quote closes behind the dot"},
        {"trade /s budget", "U.S. trade and Mr. Doe's budget", true, "dots that end nothing"},
        {"정부 /p 예산", "정부는 말했다. 예산은 늘었다.", true, "one paragraph"},
        {"정부 /p 예산", "정부는 말했다.\n\n예산은 늘었다.", false, "two paragraphs"},
        {"정부 /p 예산", "정부는 말했다.\n예산은 늘었다.", true, "a line break is no paragraph"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(holds(c.query, "제목", c.body), c.holds)
            << c.query << " / " << c.body << ": " << c.why;
    }
}

TEST(TextCheck, CountsHowOftenSomethingStands) {
    const Case cases[] = {
        {"atleast3:예산", "예산은 예산안의 예산에서", true, "in any form, in a compound too"},
        {"atleast4:예산", "예산은 예산안의 예산에서", false, "three are not four"},
        {"atleast2:예산·", "예산은 예산안의 예산에서", true, "the noun alone, twice"},
        {"atleast3:예산·", "예산은 예산안의 예산에서", false, "예산안 is another one"},
        {"atleast2:pledge", "A pledge is pledged", true, "any form of an English word"},
        {"atleast2:\"국방 예산\"", "국방예산과 국방 예산을", true, "a phrase, however spaced"},
        {"atleast2:\"국방 예산\"", "국방 예산과 다른 예산을", false, "the phrase stands once"},
        {"atleast3:(세금 OR 예산)", "세금과 예산, 그리고 세금", true, "alternatives together"},
        {"atleast2:(국방 OR \"국방 예산\")", "국방 예산", false, "one place is counted once"},
        {"atleast3:제목", "제목과 제목", true, "title and body together"},
        {"body:atleast3:제목", "제목과 제목", false, "the body alone"},
        {"title:atleast2:제목", "제목과 제목", false, "the title alone"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(holds(c.query, "제목", c.body), c.holds)
            << c.query << " / " << c.body << ": " << c.why;
    }
}

TEST(TextCheck, LooksAtThePlaceThatWasAskedFor) {
    constexpr std::string_view kTitle = "정부 예산";
    constexpr std::string_view kBody = "첫째 문단.\n\n둘째 소식.\n\n셋째 얘기.";

    EXPECT_TRUE(holds("\"정부 예산\"", kTitle, kBody));
    EXPECT_TRUE(holds("title:\"정부 예산\"", kTitle, kBody));
    EXPECT_FALSE(holds("body:예산", kTitle, kBody));
    EXPECT_TRUE(holds("body:얘기", kTitle, kBody));
    EXPECT_TRUE(holds("lead:소식", kTitle, kBody)) << "the second paragraph";
    EXPECT_FALSE(holds("lead:얘기", kTitle, kBody)) << "the third";
    EXPECT_FALSE(holds("lead:정부", kTitle, kBody)) << "the title";
    EXPECT_FALSE(holds("예산 NEAR/3 첫째", kTitle, kBody)) << "from the title into the body";
    EXPECT_TRUE(holds("title:예산 NEAR/3 정부", kTitle, kBody));
}
}  // namespace
}  // namespace gisa::searcher
