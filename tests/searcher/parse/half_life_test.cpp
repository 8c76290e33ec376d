// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/parse/half_life.h"

#include <gtest/gtest.h>

namespace gisa::searcher {
namespace {
TEST(HalfLife, IsANumberAndItsUnit) {
    struct Case {
        const char* text;
        int days;
    };

    const Case cases[] = {
        {"1d", 1},
        {"7d", 7},
        {"7D", 7},
        {"2w", 14},
        {"6M", 180},
        {"6m", 180},
        {"1y", 365},
        {"999y", 999 * 365},
        {"3일", 3},
        {"2주", 14},
        {"6개월", 180},
        {"6달", 180},
        {"1년", 365},
        {"1\u1102\u1167\u11AB", 365},  // decomposed 년
        {"７ｄ", 7},                   // full width
    };
    for (const Case& c : cases) {
        EXPECT_EQ(read_half_life(c.text), std::chrono::days(c.days)) << c.text;
    }
}

TEST(HalfLife, IsNothingElse) {
    for (const char* text :
         {"",
          "d",
          "7",
          "0d",
          "0년",
          "-7d",
          "7.5d",
          "7 d",
          "1000d",
          "7dd",
          "7h",
          "어제",
          "일",
          "한달"}) {
        EXPECT_FALSE(read_half_life(text)) << text;
    }
}
}  // namespace
}  // namespace gisa::searcher
