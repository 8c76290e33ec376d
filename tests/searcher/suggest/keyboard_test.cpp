// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/suggest/keyboard.h"

#include <string_view>

#include <gtest/gtest.h>

namespace gisa::searcher {
namespace {
struct Typed {
    std::string_view hangul;
    std::string_view keys;
    std::string_view what;
};

constexpr Typed kTyped[] = {
    {"삼성전자", "tkatjdwjswk", "simple letters"},
    {"서울", "tjdnf", "a final and the next lead"},
    {"까치", "Rkcl", "a doubled consonant is a key with shift"},
    {"있다", "dlTek", "a doubled final"},
    {"과외", "rhkdhl", "vowels of two keys"},
    {"의원", "dmldnjs", ""},
    {"닭", "ekfr", "a final of two keys"},
    {"값이", "rkqtdl", "a final of two keys before ㅇ"},
    {"몫", "ahrt", ""},
    {"얘기", "dOrl", ""},
    {"예산", "dPtks", ""},
    {"해ㅐ힏", "google", "a loose letter and a syllable that no word has"},
    {"ㅅㅅㅈㅈ", "ttww", "consonants alone"},
    {"뚫다", "Enfgek", "ㅀ"},
    {"웨딩", "dnpeld", ""},
};

TEST(KoreanKeyboard, TypesHangulByKeys) {
    for (const Typed& one : kTyped) {
        EXPECT_EQ(keys_of(one.hangul), one.keys) << one.what;
    }
}

TEST(KoreanKeyboard, ReadsKeysAsAnInputMethodDoes) {
    for (const Typed& one : kTyped) {
        EXPECT_EQ(hangul_of(one.keys), one.hangul) << one.what;
    }
    EXPECT_EQ(hangul_of("TKATJD"), "쌈썽") << "shift where there is no letter of its own";
    EXPECT_EQ(hangul_of("rkrk"), "가가") << "a consonant goes to the next vowel";
    EXPECT_EQ(hangul_of("rkrtk"), "각사") << "only its last one does";
    EXPECT_EQ(hangul_of("kk"), "ㅏㅏ");
}

TEST(KoreanKeyboard, GivesSyllablesOnlyWhenNoLetterStaysLoose) {
    EXPECT_EQ(syllables_of("tkatjdwjswk"), "삼성전자");
    EXPECT_EQ(syllables_of("google"), std::nullopt);
    EXPECT_EQ(syllables_of("ttww"), std::nullopt);
}

TEST(KoreanKeyboard, TakesLooseLettersForTheirKeys) {
    EXPECT_EQ(keys_of("ㅎㅐㅐ힏"), "google");
    EXPECT_EQ(keys_of("ㅘ"), "hk");
}

TEST(KoreanKeyboard, KnowsNothingElse) {
    EXPECT_EQ(keys_of("삼성1"), std::nullopt);
    EXPECT_EQ(keys_of("三星"), std::nullopt);
    EXPECT_EQ(hangul_of("rk1"), std::nullopt);
    EXPECT_EQ(hangul_of(""), "");
}
}  // namespace
}  // namespace gisa::searcher
