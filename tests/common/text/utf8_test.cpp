// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/utf8.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace gisa::text {
namespace {
TEST(Utf8, DecodesCharactersOfEveryLength) {
    const std::string_view text = "a\u00E9가\U0001F600";

    EXPECT_EQ(decode(text, 0).character, U'a');
    EXPECT_EQ(decode(text, 1).character, 0xE9U);
    EXPECT_EQ(decode(text, 3).character, U'가');
    EXPECT_EQ(decode(text, 6).character, 0x1F600U);
    EXPECT_EQ(decode(text, 6).bytes, 4U);
}

TEST(Utf8, TakesEachIllFormedByteForOneReplacement) {
    struct Case {
        std::string_view bytes;
        std::string_view why;
    };

    const Case cases[] = {
        {"\x80", "a continuation alone"},
        {"\xC0\x80", "an overlong NUL"},
        {"\xE0\x80\x80", "an overlong form of three bytes"},
        {"\xED\xA0\x80", "half a surrogate pair"},
        {"\xF4\x90\x80\x80", "beyond the last character"},
        {"\xEA\xB0", "a syllable cut short"},
        {"\xB0\xA1", "가 in CP949"},
    };
    for (const Case& bad : cases) {
        const Decoded decoded = decode(bad.bytes, 0);

        EXPECT_FALSE(decoded.valid) << bad.why;
        EXPECT_EQ(decoded.bytes, 1U) << bad.why;
        EXPECT_EQ(decoded.character, kReplacement) << bad.why;
    }
}

TEST(Utf8, WritesWhatItReads) {
    std::string out;
    for (const char32_t c : {U'a', char32_t{0xE9}, U'한', char32_t{0x1F600}}) {
        append_utf8(out, c);
    }

    EXPECT_EQ(out, "a\u00E9한\U0001F600");
    EXPECT_EQ(count_characters(out), 4U);
    EXPECT_EQ(previous_character(out, out.size()), 6U);
}
}  // namespace
}  // namespace gisa::text
