// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/jamo.h"

#include <gtest/gtest.h>

namespace gisa::text {
namespace {
TEST(Jamo, ComposesAConsonantWithTheNextVowelOrElseWithTheOneBefore) {
    struct Case {
        std::u32string_view letters;
        char32_t character;
        std::size_t taken;
    };

    const Case cases[] = {
        {U"ㅎㅏㄴㄱ", U'한', 3},
        {U"ㅎㅏㄴㅏ", U'하', 2},
        {U"ㅎㅏ", U'하', 2},
        {U"ㄱㅏㅄ", U'값', 3},
        {U"ㄱㅏㄸㅏ", U'가', 2},
        {U"ㅋㅋ", U'ㅋ', 1},
        {U"ㅏㄱ", U'ㅏ', 1},
    };
    for (const Case& example : cases) {
        const Composed composed = compose_letters(example.letters);

        EXPECT_EQ(composed.character, example.character);
        EXPECT_EQ(composed.letters, example.taken);
    }
}

TEST(Jamo, KnowsTheHalfWidthLetters) {
    EXPECT_EQ(letter_of_half_width(0xFFA1), U'ㄱ');
    EXPECT_EQ(letter_of_half_width(0xFFBE), U'ㅎ');
    EXPECT_EQ(letter_of_half_width(0xFFC2), U'ㅏ');
    EXPECT_EQ(letter_of_half_width(0xFFC7), U'ㅔ');
    EXPECT_EQ(letter_of_half_width(0xFFCA), U'ㅕ');
    EXPECT_EQ(letter_of_half_width(0xFFD2), U'ㅛ');
    EXPECT_EQ(letter_of_half_width(0xFFDC), U'ㅣ');
}

TEST(Jamo, ShowsLonelyConjoiningLettersAsLooseOnes) {
    EXPECT_EQ(loose_letter(0x110F), U'ㅋ');
    EXPECT_EQ(loose_letter(0x1175), U'ㅣ');
    EXPECT_EQ(loose_letter(0x11C2), U'ㅎ');
    EXPECT_EQ(loose_letter(U'가'), U'가');
}
}  // namespace
}  // namespace gisa::text
