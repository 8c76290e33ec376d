// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/scan.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace gisa::text {
namespace {
/// Runs as text: words parted by a space, the runs of one word by a |.
std::string runs_of(std::string_view text) {
    std::vector<Run> runs;
    scan(text, runs);
    std::string out;
    std::uint32_t word = 0;
    for (const Run& run : runs) {
        if (!out.empty()) {
            out.push_back(run.word == word ? '|' : ' ');
        }
        word = run.word;
        out.append(text.substr(run.where.begin, run.where.end - run.where.begin));
    }
    return out;
}

TEST(Scan, CutsTextIntoRunsOfOneScript) {
    struct Case {
        std::string_view text;
        std::string_view runs;
        std::string_view why;
    };

    const Case cases[] = {
        {"워터마크 서약", "워터마크 서약", "spaces part words"},
        {"ai서울정상회의", "ai|서울정상회의", "scripts part runs of one word"},
        {"코로나19는", "코로나|19|는", "three runs"},
        {"g7에서", "g7|에서", "letters and digits are one run"},
        {"3.25%로", "3.25 로", "a decimal point stays inside"},
        {"1조2000억원", "1|조|2000|억원", "amounts"},
        {"1조 2000억 원", "1|조 2000|억 원", "with spaces"},
        {"1,2", "1,2", "a comma between digits stays"},
        {"10.1%와 $1.5", "10.1 와 1.5", "percent and dollar signs are none of the number's"},
        {"1/3 and/or", "1/3 and or", "a slash joins digits only"},
        {"10:30", "10:30", "times"},
        {"2024년 제22대", "2024|년 제|22|대", "numbers and units"},
        {"a,b", "a b", "a comma between letters parts"},
        {"u.s. pledges", "u.s pledges", "dots inside an acronym"},
        {"covid-19", "covid-19", "hyphen"},
        {"r&d와 at&t", "r&d|와 at&t", "ampersand between letters"},
        {"c++로 c#", "c++|로 c#", "signs behind a letter"},
        {"korea's", "korea's", "apostrophe"},
        {"'quoted'", "quoted", "quotation marks are no apostrophes"},
        {"한·미", "한 미", "a middle dot parts words"},
        {"o'brien workers'", "o'brien workers", "an apostrophe joins letters"},
        {"wi-fi f-35 5g", "wi-fi f-35 5g", "hyphens; digits before letters"},
        {".net을 end .next example.net", ".net|을 end next example.net", "the one name with a dot"},
        {"q&a", "q&a", ""},
        {"(g)i-dle의", "(g)i-dle|의", "a letter in parentheses that begins a name"},
        {"(a) the (ab)c", "a the ab c", "and no other parentheses"},
        {"한국과학기술연구원(kist)은", "한국과학기술연구원 kist 은", "parentheses part words"},
        {"大統領이", "大統領이", "hanja and hangul are one run"},
        {"ㅋㅋ 하하", "ㅋㅋ 하하", "loose letters"},
        {"end. next", "end next", "a full stop ends a word"},
        {"--- … !!!", "", "punctuation holds no run"},
        {"", "", "nothing"},
    };
    for (const Case& example : cases) {
        EXPECT_EQ(runs_of(example.text), example.runs) << example.why;
    }
}

TEST(Closers, EndWhereNoneFollows) {
    EXPECT_EQ(skip_closers("20%를", 2), 3U);
    EXPECT_EQ(skip_closers("kist)\"는", 4), 6U);
    EXPECT_EQ(skip_closers("서약》을", 6), 9U);
    EXPECT_EQ(skip_closers("서약을", 6), 6U);
    EXPECT_EQ(skip_closers("서약 )", 6), 6U);
    EXPECT_EQ(skip_closers("서약)", 7), 7U);
}

TEST(PartsWords, WhatIsNeitherLetterNorDigit) {
    for (const char32_t sign : U" .%(·₩「→") {
        EXPECT_TRUE(parts_words(sign) || sign == 0) << static_cast<std::uint32_t>(sign);
    }
    for (const char32_t letter : {U'a', U'7', U'é', U'가', U'ㅋ', U'韓', U'я'}) {
        EXPECT_FALSE(parts_words(letter)) << static_cast<std::uint32_t>(letter);
    }
}

TEST(LetterBytes, CountLettersAndDigitsAndNoSigns) {
    EXPECT_EQ(letter_bytes(""), 0U);
    EXPECT_EQ(letter_bytes("서약"), 6U);
    EXPECT_EQ(letter_bytes("'서약', 24일!"), 11U);
    EXPECT_EQ(letter_bytes("ai pledge"), 8U);
    EXPECT_EQ(letter_bytes("- ... -"), 0U);
}
}  // namespace
}  // namespace gisa::text
