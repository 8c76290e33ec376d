// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/hanja.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace gisa::text {
namespace {
struct Case {
    std::string_view hanja;
    std::string_view hangul;
    std::string_view why;
};

std::string reading(std::string_view run) {
    return read_hanja(run, {0, run.size()}).text;
}

TEST(Hanja, IsReadAsHangul) {
    const Case cases[] = {
        {"大統領", "대통령", "the plain reading"},
        {"大韓民國", "대한민국", ""},
        {"女性", "여성", "initial law: ㄴ before a palatal vowel"},
        {"李承晩", "이승만", "initial law: ㄹ before a palatal vowel"},
        {"勞動", "노동", "initial law: ㄹ to ㄴ"},
        {"男女", "남녀", "no law inside a word"},
        {"重勞動", "중노동", "a word inside a word keeps its law"},
        {"比率", "비율", "률 behind a vowel"},
        {"出産率", "출산율", "률 behind ㄴ"},
        {"合格率", "합격률", "률 behind another consonant"},
        {"系列", "계열", "렬 behind a vowel"},
        {"不正", "부정", "不 before ㅈ"},
        {"不動産", "부동산", "不 before ㄷ"},
        {"不可能", "불가능", "不 elsewhere"},
        {"自動車", "자동차", "車 is 차"},
        {"自轉車", "자전거", "but 거 in this pair"},
        {"音樂", "음악", ""},
        {"娛樂", "오락", ""},
        {"樂園", "낙원", ""},
        {"金大中", "김대중", "a surname at the beginning"},
        {"金融", "금융", ""},
        {"資金大", "자금대", "no surname inside"},
        {"拘束令狀", "구속영장", ""},
        {"變更", "변경", ""},
        {"更新", "갱신", ""},
        {"年々", "연년", "the repetition mark"},
        {"々", "々", "nothing to repeat"},
        {"\U00020000女", "\U00020000녀", "a character without a reading stays"},
        {"韓美", "한미", "two countries"},
        {"北美", "북미", ""},
        {"美術", "미술", ""},
    };
    for (const Case& example : cases) {
        EXPECT_EQ(reading(example.hanja), example.hangul) << example.hanja << " " << example.why;
    }
}

TEST(Hanja, KeepsTheReadingThatADuplicateOfKsX1001WasChosenFor) {
    const Case cases[] = {
        {"\uF914園", "낙원", "U+F914 樂 stands among the 낙"},
        {"娛\uF95C", "오락", "U+F95C 樂 among the 락"},
        {"\uF9BF", "요", "U+F9BF 樂 among the 요"},
        {"新\uF981性", "신여성", "U+F981 女 is 여 inside a word as well"},
        {"\uF90A", "금", "U+F90A 金"},
    };
    for (const Case& example : cases) {
        EXPECT_EQ(reading(example.hanja), example.hangul) << example.why;
    }
}

TEST(Hanja, HasNoInitialLawBehindHangulOrADigit) {
    const std::string_view text = "2年";
    EXPECT_EQ(read_hanja(text, {1, 4}).text, "년");
}
}  // namespace
}  // namespace gisa::text
