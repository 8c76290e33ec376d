// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/hanja.h"

#include <gtest/gtest.h>

namespace gisa::text {
namespace {
TEST(Hanja, IsReadAsHangul) {
    EXPECT_EQ(read_hanja("大統領"), "대통령");
    EXPECT_EQ(read_hanja("大韓民國"), "대한민국");
    EXPECT_EQ(read_hanja("大統領이"), "대통령이") << "Hangul stays";
    EXPECT_EQ(read_hanja("北"), "북") << "the teaching list's reading, not 배";
}

TEST(Hanja, FollowsTheInitialLaw) {
    EXPECT_EQ(read_hanja("女性"), "여성");
    EXPECT_EQ(read_hanja("李"), "이");
    EXPECT_EQ(read_hanja("勞動"), "노동");
    EXPECT_EQ(read_hanja("男女"), "남녀") << "only at the beginning";
}

TEST(Hanja, KnowsWhetherThereIsAny) {
    EXPECT_TRUE(has_hanja("李대통령"));
    EXPECT_FALSE(has_hanja("이대통령"));
    EXPECT_FALSE(has_hanja(""));
}
}  // namespace
}  // namespace gisa::text
