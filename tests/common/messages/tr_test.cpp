// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/messages/tr.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {
// Not through tr() itself, so that these sentences get into no catalog.
constexpr const char* kSentence = "%2 comes before %1";

TEST(Tr, PutsArgumentsWhereTheirNumbersStand) {
    EXPECT_EQ(tr(kSentence, {"a", "b"}), "b comes before a");
}

TEST(Tr, TakesAnArgumentAsItIs) {
    EXPECT_EQ(tr(kSentence, {"%2", "100 %1"}), "100 %1 comes before %2");
}

TEST(Tr, LeavesOtherPercentSignsAlone) {
    const char* const sentence = "100 % of %1, not %0 or %x, and %";

    EXPECT_EQ(tr(sentence, {"all"}), "100 % of all, not %0 or %x, and %");
}

TEST(Tr, KnowsTheEnglishPlural) {
    const char* const one = "%1 day";
    const char* const many = "%1 days";

    EXPECT_EQ(tr_n(one, many, 1, {"1"}), "1 day");
    EXPECT_EQ(tr_n(one, many, 0, {"0"}), "0 days");
    EXPECT_EQ(tr_n(one, many, 1000, {"1,000"}), "1,000 days");
}
}  // namespace
}  // namespace gisa
