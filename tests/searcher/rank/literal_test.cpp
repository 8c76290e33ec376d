// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/literal.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace gisa::searcher {
namespace {
TEST(Literal, StandsByteByByte) {
    struct Case {
        std::string_view literal;
        std::string_view text;
        bool holds;
        std::string_view why;
    };

    const Case cases[] = {
        {"워터마크 서약", "‘워터마크 서약’이 나왔다", true, "as written"},
        {"워터마크 서약", "워터마크  서약", false, "two spaces"},
        {"마크 서", "워터마크 서약", true, "from inside a word into another"},
        {"COVID-19", "the COVID-19 data", true, "with its sign"},
        {"COVID-19", "the covid-19 data", false, "case"},
        {"art", "a party", false, "inside a Latin word"},
        {"art", "a party of art", true, "the second time a word"},
        {"AI", "AI서울", true, "Latin beside Korean"},
        {"한글", "\u1112\u1161\u11AB\u1100\u1173\u11AF", false, "decomposed is other bytes"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(find_literal(c.text, {std::string(c.literal)}).has_value(), c.holds)
            << c.literal << " / " << c.text << ": " << c.why;
    }
}

TEST(Literal, MayIgnoreWhiteSpace) {
    EXPECT_TRUE(find_literal("정상 회의\n 결과", {"정상회의 결과", true}));
    EXPECT_TRUE(find_literal("정상회의결과", {"정상\u3000회의", true}));
    const auto place = find_literal("첫 정상 회의", {" 정상회의 ", true});
    ASSERT_TRUE(place);
    EXPECT_EQ(place->begin, 4U) << "behind the space";
    EXPECT_EQ(place->end, std::string_view("첫 정상 회의").size());
    EXPECT_FALSE(find_literal("정상, 회의", {"정상 회의", true})) << "signs still count";
}
}  // namespace
}  // namespace gisa::searcher
