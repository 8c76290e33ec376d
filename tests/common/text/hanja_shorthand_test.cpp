// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/hanja_shorthand.h"

#include <string_view>

#include <gtest/gtest.h>

#include "common/text/normal_form.h"

namespace gisa::text {
namespace {
TEST(HanjaShorthand, IsWrittenOutAsReadersReadIt) {
    struct Case {
        std::string_view headline;
        std::string_view normal;
        std::string_view why;
    };

    const Case cases[] = {
        {"美", "미국", "alone"},
        {"美 대통령", "미국 대통령", "a space behind"},
        {"美대통령", "미국 대통령", "a noun behind begins a word"},
        {"美·中 정상", "미·중 정상", "in a row they are read, as Hangul writes it"},
        {"韓ㆍ美ㆍ日이", "한·미·일이", ""},
        {"美·EU, 美·유럽", "미국·eu, 미국·유럽", "no row of Hanja"},
        {"美, 中", "미국, 중국", ""},
        {"\"北,", "\"북한,", "punctuation"},
        {"美FBI", "미국 fbi", "Latin letters behind"},
        {"美서", "미국서", "서 leans on the name (에서)"},
        {"中에서는", "중국에서는", "particles lean"},
        {"日의", "일본의", ""},
        {"北이", "북한이", ""},
        {"美는", "미국은", "a particle takes the shape that the name wants"},
        {"美가", "미국이", ""},
        {"美와", "미국과", ""},
        {"美로", "미국으로", ""},
        {"獨로", "독일로", "ㄹ wants 로"},
        {"佛은", "프랑스는", ""},
        {"美서부", "미국 서부", "서 is no particle here"},
        {"中발", "중국발", "a suffix"},
        {"日산은", "일본산은", "a suffix with its particle"},
        {"美의회", "미국 의회", "의 is no particle here"},
        {"日은행", "일본 은행", ""},
        {"北핵", "북한핵", "a syllable leans"},
        {"北한", "북한", "half in Hanja, half in Hangul"},
        {"美국", "미국", ""},
        {"美군", "미군", "a part of the word"},
        {"美군은", "미군은", ""},
        {"美군수", "미국 군수", ""},
        {"英어", "영어", ""},
        {"中동에서", "중동에서", ""},
        {"北아일랜드", "북아일랜드", ""},
        {"中학교의", "중학교의", ""},
        {"방美", "방미", "behind Hangul it is read"},
        {"주한美군", "주한미군", ""},
        {"회의中", "회의중", ""},
        {"野3당", "야3당", "before a digit it is read"},
        {"5月18日", "5월18일", "behind a digit as well"},
        {"對中國", "대중국", "two Hanja are read"},
        {"韓美", "한미", ""},
        {"前대통령", "전 대통령", "a determiner (관형사)"},
        {"前 대통령", "전 대통령", ""},
        {"前처", "전처", ""},
        {"故 노무현", "고 노무현", ""},
        {"靑, 檢 警", "청와대, 검찰 경찰", "institutions"},
        {"與·野, 黨·政·靑", "여·야, 당·정·청", "rows again"},
        {"反기업", "반기업", "prefixes are read and stay"},
        {"脫원전", "탈원전", ""},
        {"李대통령", "이대통령", "a surname"},
        {"盧대통령", "노대통령", ""},
        {"金대통령", "김대통령", "金 before a title"},
        {"金메달", "금메달", "and elsewhere"},
        {"盧前대통령", "노 전 대통령", "surname, 전, title"},
        {"直前대책", "직전대책", "no surname"},
        {"韓총리", "한총리", "here a surname"},
        {"韓정부", "한국 정부", "here a country"},
        {"日の丸", "일の환", "Japanese letters beside it"},
    };
    for (const Case& example : cases) {
        EXPECT_EQ(normalized(example.headline), example.normal)
            << example.headline << " " << example.why;
    }
}
}  // namespace
}  // namespace gisa::text
