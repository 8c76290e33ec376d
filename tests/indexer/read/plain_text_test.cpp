// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/plain_text.h"

#include <gtest/gtest.h>

#include "indexer/read/seen_ids.h"

namespace gisa::indexer {
namespace {
TEST(PlainText, FindsTheFirstIllFormedByte) {
    EXPECT_FALSE(first_ill_formed(""));
    EXPECT_FALSE(first_ill_formed("기사 article 😀"));
    EXPECT_EQ(first_ill_formed("기\xB1사"), 3U);
    EXPECT_EQ(first_ill_formed("기사\xEA\xB0"), 6U) << "cut inside a character";
}

TEST(PlainText, ShownBeginningIsValidAndBounded) {
    EXPECT_EQ(shown_beginning("기사", 5), "기");
    EXPECT_EQ(shown_beginning("기사", 6), "기사");
    EXPECT_EQ(shown_beginning("a\xB1z", 100), "a\uFFFDz");
    EXPECT_EQ(shown_beginning("\xB1\xB1", 4), "\uFFFD");
    EXPECT_EQ(shown_beginning(std::string(10'000, 'x')).size(), 4096U);
}

TEST(PlainText, TrimsSpacesOfEveryKindAtBothEnds) {
    EXPECT_EQ(trimmed(" \t\r\n\u00A0\u3000가 나\u3000\u00A0\v\f "), "가 나");
    EXPECT_EQ(trimmed(" \u3000 "), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(PlainText, CleanTextTurnsCrLfIntoLf) {
    EXPECT_EQ(clean_text("\r\na\r\n\r\nb\rc\r\n"), "a\n\nb\rc");
}

TEST(SeenIds, TellsWhereAnIdWasFirst) {
    SeenIds seen;

    EXPECT_FALSE(seen.add("a", "record 1", 1));
    EXPECT_FALSE(seen.add("b", "record 1", 2));
    const auto again = seen.add("a", "record 1", 3);
    const auto changed = seen.add("a", "record 2", 4);

    ASSERT_TRUE(again);
    EXPECT_EQ(again->line, 1U);
    EXPECT_TRUE(again->same_record);
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->line, 1U);
    EXPECT_FALSE(changed->same_record);
}

TEST(SeenIds, ForgetsNothingAsItGrows) {
    SeenIds seen;
    for (std::uint64_t i = 1; i <= 50'000; ++i) {
        ASSERT_FALSE(seen.add("id-" + std::to_string(i), "", i));
    }

    for (std::uint64_t i = 1; i <= 50'000; i += 777) {
        const auto sighting = seen.add("id-" + std::to_string(i), "", 99'999);
        ASSERT_TRUE(sighting);
        EXPECT_EQ(sighting->line, i);
    }
}
}  // namespace
}  // namespace gisa::indexer
