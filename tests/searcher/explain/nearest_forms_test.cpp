// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/explain/nearest_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gisa::searcher {
namespace {
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Likeness, CountsLettersNotSyllables) {
    EXPECT_DOUBLE_EQ(likeness("삼성", "삼성"), 1);
    EXPECT_GT(likeness("샴성전자", "삼성전자"), 0.85) << "one vowel of ten letters";
    EXPECT_GT(likeness("샴성전자", "삼성전자"), likeness("부성전자", "삼성전자"));
    EXPECT_LT(likeness("예산", "서약"), 0.5);
    EXPECT_DOUBLE_EQ(likeness("", ""), 1);
}

TEST(NearestForms, AreMisspellingsAndLongerWordsBestFirst) {
    const std::vector<std::string> words = {"삼성전자", "샴성전자주식", "예산", "삼성", "전자"};

    EXPECT_THAT(nearest_forms("샴성전자", words, 3), ElementsAre("샴성전자주식", "삼성전자"));
    EXPECT_THAT(nearest_forms("샴성전자", words, 1), ElementsAre("샴성전자주식"));
    EXPECT_THAT(nearest_forms("회의", words, 3), IsEmpty());
    EXPECT_THAT(nearest_forms("goverment", {"government", "cement"}, 3), ElementsAre("government"));
}
}  // namespace
}  // namespace gisa::searcher
