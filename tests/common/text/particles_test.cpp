// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/particles.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace gisa::text {
namespace {
/// The word without the longest particle its letters allow.
std::string_view stripped(std::string_view word) {
    const auto matches = particles_at_end(word);
    return matches.empty() ? word : word.substr(0, matches.front().begin);
}

TEST(Particles, AreFoundAtTheEndLongestFirst) {
    struct Case {
        std::string_view word;
        std::string_view stem;
        std::string_view why;
    };

    const Case cases[] = {
        {"삼성전자가", "삼성전자", "가 behind a vowel"},
        {"대통령이", "대통령", "이 behind a consonant"},
        {"서울에서는", "서울", "two particles in a row"},
        {"정부로부터의", "정부", "three"},
        {"한강으로", "한강", "으로 behind a consonant"},
        {"서울로", "서울", "로 behind ㄹ"},
        {"할머니에게서", "할머니", "에게서"},
        {"학생들에게는", "학생", "plural and particles"},
        {"장관께서", "장관", "honorific"},
        {"솔미군조차", "솔미군", "조차"},
        {"누리호까지도", "누리호", "까지도"},
        {"서울", "서울", "no particle"},
        {"나는", "나", "one syllable may be left"},
        {"는", "는", "but not none"},
    };
    for (const Case& example : cases) {
        EXPECT_EQ(stripped(example.word), example.stem) << example.why;
    }
}

TEST(Particles, FitTheSyllableBeforeThem) {
    EXPECT_EQ(stripped("회의은"), "회의은") << "은 needs a consonant before it";
    EXPECT_EQ(stripped("서울는"), "서울는") << "는 needs a vowel before it";
    EXPECT_EQ(stripped("한강로"), "한강로") << "로 needs a vowel or ㄹ before it";
}

TEST(Particles, KnowAWordThatIsOnlyAParticle) {
    EXPECT_TRUE(is_particle("에서", false));
    EXPECT_TRUE(is_particle("는", false));
    EXPECT_FALSE(is_particle("서약", false));
    EXPECT_TRUE(is_particle("는", true)) << "19는";
    EXPECT_TRUE(is_particle("에", true)) << "19에";
    EXPECT_FALSE(is_particle("만", true)) << "2만 is a number";
    EXPECT_FALSE(is_particle("도", true)) << "20도 is a temperature";
}

TEST(Particles, ThatFitBehindAWordAreListed) {
    const auto lists = [](std::string_view word, std::string_view particle) {
        const std::vector<std::string> all = particles_behind(word);
        return std::find(all.begin(), all.end(), particle) != all.end();
    };

    EXPECT_TRUE(lists("대통령", "은"));
    EXPECT_FALSE(lists("대통령", "는"));
    EXPECT_TRUE(lists("정부", "는"));
    EXPECT_TRUE(lists("서울", "로"));
    EXPECT_FALSE(lists("서울", "으로"));
    EXPECT_TRUE(lists("ai", "는"));
    EXPECT_TRUE(lists("ai", "은"));
    EXPECT_TRUE(particles_behind("").empty());
}
}  // namespace
}  // namespace gisa::text
