// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/respell.h"

#include <string_view>

#include <gtest/gtest.h>

#include "common/text/normal_form.h"

namespace gisa::text {
namespace {
TEST(Respell, TakesTheCommasOutOfGroupedNumbers) {
    struct Case {
        std::string_view text;
        std::string_view normal;
        std::string_view why;
    };

    const Case cases[] = {
        {"2,000명", "2000명", ""},
        {"1,234.5", "1234.5", "decimals"},
        {"1,234,567원", "1234567원", "two groups"},
        {"２，０００", "2000", "full-width"},
        {"1,2", "1,2", "a list"},
        {"5,18", "5,18", "a list"},
        {"2,0000", "2,0000", "four digits are no group"},
        {"1234,567", "1234,567", "nor do groups follow four digits"},
        {"1,2,345", "1,2,345", "a list, not a number"},
        {"0.123,456", "0.123,456", "behind a decimal point"},
        {"1, 234", "1, 234", "a space"},
        {"a,234", "a,234", "no number"},
        {",234", ",234", ""},
        {"2,000,", "2000,", "a comma behind the number"},
    };
    for (const Case& example : cases) {
        EXPECT_EQ(normalized(example.text), example.normal) << example.text << " " << example.why;
    }
}

TEST(Respell, WritesDatesThatAreNamesWithAFullStop) {
    EXPECT_EQ(normalized("5·18 민주화"), "5.18 민주화");
    EXPECT_EQ(normalized("6ㆍ25전쟁"), "6.25전쟁");
    EXPECT_EQ(normalized("한·미 1·가"), "한·미 1·가") << "only between digits";
}

TEST(Respell, ReadsHanjaInPlaceWhereTheReadingIsAsLong) {
    std::string text = "大統領 美";
    std::vector<Edit> edits;
    const ByteRange runs[] = {{0, 9}, {10, 13}};

    respell_hanja(text, runs, edits);

    EXPECT_EQ(text, "대통령 美");
    ASSERT_EQ(edits.size(), 1U);
    EXPECT_EQ(edits[0].where, (ByteRange{10, 13}));
    EXPECT_EQ(edits[0].to, "미국");
}
}  // namespace
}  // namespace gisa::text
