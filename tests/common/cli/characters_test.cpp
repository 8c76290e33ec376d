// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/characters.h"

#include <gtest/gtest.h>

namespace gisa::cli {
namespace {
TEST(Characters, AreReadFromOneToFourBytes) {
    const std::string_view text = "aé한😀";

    EXPECT_EQ(character_at(text, 0).code, U'a');
    EXPECT_EQ(character_at(text, 1).code, U'é');
    EXPECT_EQ(character_at(text, 3).code, U'한');
    EXPECT_EQ(character_at(text, 6).code, U'😀');
    EXPECT_EQ(character_at(text, 6).bytes, 4U);
    EXPECT_EQ(character_at(text, 10).bytes, 0U);
}

TEST(Characters, WhatIsNoUtf8IsReadByteByByte) {
    const struct {
        std::string_view text;
        const char* why;
    } cases[] = {
        {"\xED\x95", "the end of 한 is cut off"},
        {"\xC0\x80", "an overlong NUL"},
        {"\xE0\x80\x80", "overlong in three bytes"},
        {"\xF0\x80\x80\x80", "overlong in four bytes"},
        {"\xED\xA0\x80", "half a surrogate"},
        {"\xF4\x90\x80\x80", "behind the last code point"},
        {"\x80", "no beginning"},
        {"\xC7\x41", "CP949"},
    };

    for (const auto& broken : cases) {
        const Character character = character_at(broken.text, 0);
        EXPECT_FALSE(character.valid) << broken.why;
        EXPECT_EQ(character.bytes, 1U) << broken.why;
        EXPECT_EQ(character.code, char32_t{0xFFFD}) << broken.why;
    }
}

TEST(Characters, RepairsOnlyWhatIsBroken) {
    EXPECT_EQ(as_utf8("한a\xED\x95"), "한a\uFFFD\uFFFD");
    EXPECT_EQ(as_utf8("기사 gisa 😀"), "기사 gisa 😀");
}

TEST(CellWidth, CountsTheCellsOfATerminal) {
    const struct {
        std::string_view text;
        std::size_t cells;
        const char* why;
    } cases[] = {
        {"gisa", 4, "ASCII"},
        {"기사", 4, "Hangul"},
        {"記事", 4, "Hanja"},
        {"\u1112\u1161\u11AB",
         2,
         "한 as three conjoining letters, the way macOS writes file names"},
        {"e\u0301", 1, "a combining accent"},
        {"\U0001F600", 2, "emoji"},
        {"ＡＢ", 4, "full width"},
        {"ｱ", 1, "half width"},
        {"ㄱ", 2, "a compatibility letter"},
        {"\u200D", 0, "a joiner"},
        {"“…·”", 4, "ambiguous: one cell each"},
        {"", 0, "nothing"},
        {"\xFF", 1, "a broken byte is shown as U+FFFD"},
    };

    for (const auto& expected : cases) {
        EXPECT_EQ(cell_width(expected.text), expected.cells) << expected.why;
    }
}
}  // namespace
}  // namespace gisa::cli
