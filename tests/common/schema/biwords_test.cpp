// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/biwords.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/normal_form.h"

namespace gisa::schema {
namespace {
std::vector<Biword> biwords_in(std::string_view text) {
    const std::string normal = text::normalized(text);
    std::vector<text::Run> runs;
    text::scan(normal, runs);
    std::vector<Biword> biwords;
    add_biwords(normal, runs, biwords);
    std::sort(biwords.begin(), biwords.end());
    return biwords;
}

bool has(std::string_view text, std::string_view before, std::string_view behind) {
    const auto one = biword(before, behind);
    const std::vector<Biword> all = biwords_in(text);
    return one && std::binary_search(all.begin(), all.end(), *one);
}

struct Beside {
    const char* text;
    const char* before;
    const char* behind;
    bool together;
};

TEST(Biwords, AreOfWordsThatStandSideBySide) {
    const Beside cases[] = {
        {"정상 회의", "정상", "회의", true},
        {"정상회의", "정상", "회의", true},             // spacing does not matter
        {"한미정상 회의실에서", "정상", "회의", true},  // the seam is what counts
        {"정상의 회의", "정상", "회의", true},          // a particle between
        {"정상에게서는 회의", "정상", "회의", true},    // several of them
        {"정상의 회의", "상의", "회의", true},          // as it stands
        {"정상들 회의", "정상", "회의", false},         // no particle
        {"'정상' - '회의", "정상", "회의", false},      // more than four marks
        {"“정상” 회의", "정상", "회의", true},          // light ones
        {"정상·회의", "정상", "회의", true},
        {"정상. 회의", "정상", "회의", false},  // a full stop parts
        {"정상… 회의", "정상", "회의", false},
        {"정상(회의)", "정상", "회의", true},     // a sign that parts no sentences
        {"'정상'의 회의", "정상", "회의", true},  // a particle behind a closing sign
        {"20%를 넘긴", "20", "넘긴", true},
        {"20%를 넘긴", "20", "를", false},  // of one syllable
        {"₩20 이상", "20", "이상", true},
        {"회의 정상", "정상", "회의", false},  // the order counts
        {"AI는 서울", "ai", "서울", true},     // a particle behind Latin
        {"AI 서울", "ai", "서울", true},
        {"서울은 AI", "서울", "ai", true},
        {"White House", "white", "house", true},
        {"dying man", "die", "man", true},  // a word and its stem
        {"happier men", "happi", "men", true},
        {"U.S. Army", "u.s", "army", true},
        {"US Army", "u.s", "army", true},
        {"COVID-19 vaccine", "covid19", "vaccine", true},
        {"COVID-19 vaccine", "19", "vaccine", true},
        {"COVID-19 vaccine", "covid", "19", true},
        {"dying-3.5", "dying", "3.5", true},  // a word that has a sign inside
        {"o'neil-r&d team", "r&d", "team", true},
        {"new e-mail", "new", "email", true},
        {"new e-mail", "new", "e", true},
        {"2024년 선거", "2024", "선거", false},  // 년 is between
        {"2024 선거", "2024", "선거", true},
        {"2023 선거", "2024", "선거", false},
        {"大統領 選擧", "대통령", "선거", true}  // Hanja is read as Hangul
    };
    for (const Beside& one : cases) {
        EXPECT_EQ(has(one.text, one.before, one.behind), one.together)
            << one.text << ": " << one.before << " | " << one.behind;
    }
}

TEST(Biwords, AreOfNumbersWithASyllableThatCounts) {
    struct Counted {
        const char* text;
        const char* number;
        const char* counter;
        const char* behind;
        bool together;
    };

    const Counted cases[] = {
        {"9월 10일", "9", "월", "10", true},
        {"9 월 10일", "9", "월", "10", true},
        {"9월10일", "9", "월", "10", true},
        {"9월에 10일", "9", "월", "10", true},  // a particle between
        {"8월 10일", "9", "월", "10", false},
        {"2013년 1월 3일", "2013", "년", "1", true},
        {"2013년 1월 3일", "1", "월", "3", true},
        {"covid-19월 10일", "19", "월", "10", true},
        {"1986년 미국", "1986", "년", "미국", true},
        {"1986년에 미국", "1986", "년", "미국", true},
        {"1986년미국", "1986", "년", "미국", true},
        {"1985년 미국", "1986", "년", "미국", false},
        {"9-월 10일", "9", "월", "10", false},  // of one word, with spaces at the most
        {"9월에서 회의 10일", "9", "월", "10", false}};
    for (const Counted& one : cases) {
        const std::vector<Biword> all = biwords_in(one.text);
        const auto counted = counted_biword(one.number, one.counter, one.behind);
        ASSERT_TRUE(counted);
        EXPECT_EQ(std::binary_search(all.begin(), all.end(), *counted), one.together) << one.text;
    }
}

TEST(BiwordOfPieces, IsNoneWhereASyllableStandsAlone) {
    EXPECT_FALSE(biword("한", "미국"));
    EXPECT_FALSE(biword("미국", "한"));
    EXPECT_TRUE(biword("한국", "미국"));
}

/// Every text that holds a literal has its biwords.
TEST(BiwordsOfLiteral, AreThoseOfTheTextsThatHoldIt) {
    struct Held {
        const char* literal;
        const char* text;
    };

    for (const Held& one :
         {Held{"국은행 총재", "지난해 한국은행 총재가 말했다"},
          Held{"은 오늘", "한국은 오늘 밝혔다"},
          Held{"약 10", "금액은 약 10,000원이다"},
          Held{"19 vaccine", "a COVID-19 vaccine"},
          Held{"5명이 다쳤", "사고로 15명이 다쳤다"},
          Held{"대통령 선거", "大대통령 선거日"},
          Held{"\"정상 회의\"", "어제 \"정상 회의\"가 열렸다"},
          Held{"U.S. Army", "the U.S. Army's"}}) {
        const std::vector<Biword> text = biwords_in(one.text);
        for (const Biword biword : biwords_of_literal(one.literal)) {
            EXPECT_TRUE(std::binary_search(text.begin(), text.end(), biword)) << one.literal;
        }
    }
    EXPECT_FALSE(biwords_of_literal("국은행 총재").empty());
}

TEST(BiwordsOfLiteral, AreNoneOfWhatIsReadByItsSurroundings) {
    EXPECT_TRUE(biwords_of_literal("大統領 選擧").empty());
    EXPECT_TRUE(biwords_of_literal("\u1112\u1161\u11ab국은행 총재").empty());
}
}  // namespace
}  // namespace gisa::schema
