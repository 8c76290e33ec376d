// SPDX-License-Identifier: GPL-2.0-or-later
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/schema/terms.h"

namespace gisa::schema {
namespace {
using namespace std::chrono_literals;
using std::chrono::sys_days;

TEST(Values, HoldARowInAsFewBytesAsItNeeds) {
    EXPECT_EQ(row_value(1), "\x01");
    EXPECT_EQ(row_value(255), "\xff");
    EXPECT_EQ(row_value(256), std::string_view("\x01\x00", 2));
    EXPECT_EQ(row_value(1'000'000), "\x0f\x42\x40");
    EXPECT_EQ(row_value(0), std::string_view("\0", 1));
}

TEST(Values, GiveTheRowBack) {
    for (const std::int64_t row :
         {std::int64_t{0}, std::int64_t{1}, std::int64_t{65'536}, INT64_MAX}) {
        EXPECT_EQ(row_of(row_value(row)), row);
    }
}

TEST(Values, OrderInstantsByTheirBytes) {
    const std::vector<std::chrono::sys_seconds> ascending = {
        std::chrono::sys_seconds::min(),
        sys_days(1896y / 4 / 7),
        sys_days(1970y / 1 / 1) - 1s,
        sys_days(1970y / 1 / 1),
        sys_days(1970y / 1 / 1) + 1s,
        sys_days(2024y / 5 / 21),
        sys_days(9999y / 12 / 31),
        std::chrono::sys_seconds::max(),
    };
    for (std::size_t i = 0; i + 1 < ascending.size(); ++i) {
        EXPECT_LT(published_value(ascending[i]), published_value(ascending[i + 1])) << i;
    }
    for (const std::chrono::sys_seconds instant : ascending) {
        EXPECT_EQ(published_value(instant).size(), 5U);
        EXPECT_EQ(
            published_value(published_of(published_value(instant))), published_value(instant)
        );
    }
    EXPECT_EQ(published_of(published_value(sys_days(1896y / 4 / 7))), sys_days(1896y / 4 / 7));
    EXPECT_EQ(published_value(sys_days(1970y / 1 / 1)), std::string_view("\x80\0\0\0\0", 5));
}

TEST(Values, KeepATitlesLengthInAByte) {
    EXPECT_EQ(title_value(0), "");
    EXPECT_EQ(title_letters_of(""), 0U);
    for (const std::size_t letters : {std::size_t{1}, std::size_t{75}, std::size_t{255}}) {
        EXPECT_EQ(title_value(letters).size(), 1U);
        EXPECT_EQ(title_letters_of(title_value(letters)), letters);
    }
    EXPECT_EQ(title_letters_of(title_value(256)), 255U) << "longer ones are held to that";
}
}  // namespace
}  // namespace gisa::schema
