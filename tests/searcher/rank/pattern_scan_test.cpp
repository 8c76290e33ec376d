// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/pattern_scan.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace gisa::searcher {
namespace {
using Places = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Places places(const std::vector<std::string>& patterns, std::string_view text) {
    std::vector<PatternScan::Found> found;
    PatternScan(patterns).find_all(text, found);
    Places out;
    for (const PatternScan::Found& one : found) {
        out.emplace_back(one.pattern, one.end);
    }
    std::sort(out.begin(), out.end());
    return out;
}

TEST(PatternScan, FindsOverlappingPatterns) {
    EXPECT_EQ(places({"가나", "나가나", "나다"}, "나가나다"), (Places{{0, 9}, {1, 9}, {2, 12}}));
}

TEST(PatternScan, FindsLatinWhereAWordBegins) {
    EXPECT_EQ(places({"iron"}, "iron environment 챗iron"), (Places{{0, 4}, {0, 24}}));
}

TEST(PatternScan, FindsKoreanInsideLongerWords) {
    EXPECT_EQ(places({"정상", "회의"}, "비정상 회의실"), (Places{{0, 9}, {1, 16}}));
}

TEST(PatternScan, GivesOccurrencesByTheirBeginnings) {
    std::vector<PatternScan::Found> found;
    PatternScan({"정상회의", "정상", "회의"}).find_all("정상회의", found);

    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].pattern, 1U);
    EXPECT_EQ(found[1].pattern, 0U);
    EXPECT_EQ(found[2].pattern, 2U);
}

TEST(PatternScan, FindsOneLetterBesideLongerWordsThatBeginWithIt) {
    EXPECT_EQ(
        places({"a", "abc", ".net"}, "a abc xabc .net"), (Places{{0, 1}, {0, 3}, {1, 5}, {2, 15}})
    );
}

TEST(PatternScan, FindsWordsWhereverTheyLieInALongText) {
    for (std::uint32_t before = 0; before < 200; ++before) {
        const std::string text = std::string(before, ' ') + "summit" + std::string(100, 'x');

        EXPECT_EQ(places({"summi"}, text), (Places{{0, before + 5}})) << before;
        EXPECT_TRUE(places({"ummit"}, text).empty()) << before;
    }
}

TEST(PatternScan, FindsNothingInNothing) {
    EXPECT_TRUE(places({"a"}, "").empty());
    EXPECT_TRUE(places({}, "text").empty());
    EXPECT_TRUE(places({""}, "text").empty());
}

TEST(PatternScan, AgreesWithPlainSearch) {
    std::mt19937 random(3);
    // One byte, two, three (sharing two of them) and four.
    constexpr std::string_view kCharacters[] = {" ", "\u00E9", "가", "각", "한", "\U0001F600"};
    const auto word = [&](std::size_t longest) {
        std::string out;
        for (std::size_t i = 1 + random() % longest; i > 0; --i) {
            out.append(kCharacters[random() % std::size(kCharacters)]);
        }
        return out;
    };
    for (int round = 0; round < 500; ++round) {
        std::vector<std::string> patterns;
        // Few beginnings are looked for in another way than many.
        for (int i = round % 2 == 0 ? 6 : 60; i > 0; --i) {
            patterns.push_back(word(3));
        }
        const std::string text = word(60);
        Places expected;
        for (std::uint32_t i = 0; i < patterns.size(); ++i) {
            for (std::size_t at = text.find(patterns[i]); at != std::string::npos;
                 at = text.find(patterns[i], at + 1)) {
                expected.emplace_back(i, at + patterns[i].size());
            }
        }
        std::sort(expected.begin(), expected.end());
        EXPECT_EQ(places(patterns, text), expected);
    }
}
}  // namespace
}  // namespace gisa::searcher
