// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/plain_stretch.h"

#include <random>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace gisa::text {
namespace {
/// The same by the definition, one character after the other.
std::size_t slow_end(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
        } else if (syllable_at(text, at)) {
            at += 3;
        } else {
            break;
        }
    }
    return at;
}

TEST(PlainStretch, KnowsTheSyllables) {
    EXPECT_TRUE(syllable_at("가", 0));
    EXPECT_TRUE(syllable_at("힣", 0));
    EXPECT_FALSE(syllable_at("\uABFF", 0));
    EXPECT_FALSE(syllable_at("\uD7A4", 0));
    EXPECT_FALSE(syllable_at("女", 0));
    EXPECT_FALSE(syllable_at(std::string_view("가").substr(0, 2), 0));
    EXPECT_FALSE(syllable_at("\xEA\xB0 ", 0));
}

TEST(PlainStretch, EndsAtTheFirstOtherCharacterHoweverFarItIs) {
    std::mt19937 random(20240521);
    const std::string_view plain[] = {"가", "히", "힣", "a", " ", "워터마크", "summit ", "뷁"};
    const std::string_view others[] = {
        "女", "\uD7A4", "\uABFF", "·", "\xEA\xB0", "\xEA", "\xB0", "\xED\x9F\xBF", "\xFF"};
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        const std::size_t pieces = random() % 60;
        for (std::size_t i = 0; i < pieces; ++i) {
            text += random() % 40 == 0 ? others[random() % std::size(others)]
                                       : plain[random() % std::size(plain)];
        }
        for (std::size_t at = 0; at < text.size(); ++at) {
            const std::size_t end = end_of_plain(text, at);
            ASSERT_EQ(end, slow_end(text, at)) << text << " from " << at;
        }
    }
}
}  // namespace
}  // namespace gisa::text
