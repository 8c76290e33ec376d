// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/story.h"

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace gisa::schema {
namespace {
using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
    std::istringstream in{std::string(text)};
    Words words;
    for (std::string word; in >> word;) {
        words.push_back(word);
    }
    return words;
}

/// So many words of a newspaper that does not exist, always the same for a seed.
Words report(unsigned seed, std::size_t count) {
    std::mt19937 random(seed);
    Words words;
    for (std::size_t i = 0; i < count; ++i) {
        words.push_back(
            "낱말" + std::string(1, static_cast<char>('a' + random() % 26))
            + static_cast<char>('a' + random() % 26)
        );
    }
    return words;
}

std::string sketch(const Words& title, const Words& body) {
    StorySketcher sketcher;
    for (const std::string& word : title) {
        sketcher.add_title_word(word);
    }
    for (const std::string& word : body) {
        sketcher.add_body_word(word);
    }
    return sketcher.finish();
}

std::string sketch(const Words& body) {
    return sketch({}, body);
}

TEST(Story, IsKnownAgainAsAnotherPaperPrintsIt) {
    const Words body = report(1, 200);
    Words cut = body;
    cut.erase(cut.begin() + 80, cut.begin() + 120);
    Words moved = body;
    std::rotate(moved.begin(), moved.begin() + 60, moved.end());
    Words framed = words_of("(서울=가온통신) 윤슬 기자 =");
    framed.insert(framed.end(), body.begin(), body.end());
    for (const std::string& word : words_of("저작권자 가온통신 무단 전재 재배포 금지")) {
        framed.push_back(word);
    }
    Words edited = body;
    for (std::size_t i = 0; i < edited.size(); i += 10) {
        edited[i] = "고친말";
    }

    for (const auto& [copy, change] : std::vector<std::pair<Words, const char*>>{
             {body, "nothing"},
             {cut, "a fifth cut"},
             {moved, "paragraphs moved"},
             {framed, "a byline and a copyright line"},
             {edited, "every tenth word changed"},
         }) {
        EXPECT_TRUE(same_story(sketch(body), sketch(words_of("다른 제목"), copy))) << change;
    }
}

TEST(Story, IsNotTakenForAnother) {
    for (unsigned seed = 1; seed < 40; ++seed) {
        for (const std::size_t words : {32U, 100U, 1'000U}) {
            EXPECT_FALSE(same_story(sketch(report(seed, words)), sketch(report(seed + 40, words))))
                << seed << ", " << words;
        }
    }
}

TEST(Story, OfATemplateDiffersByItsNumbers) {
    Words monday;
    Words tuesday;
    for (int line = 0; line < 20; ++line) {
        for (const std::string& word : words_of("고을 아침 기온 낮 기온")) {
            monday.push_back(word + std::to_string(line % 4));
            tuesday.push_back(word + std::to_string(line % 4));
        }
        monday.push_back(std::to_string(line) + "도");
        tuesday.push_back(std::to_string(line + 40) + "도");
    }

    EXPECT_FALSE(same_story(sketch(monday), sketch(tuesday)));
    EXPECT_TRUE(same_story(sketch(monday), sketch(monday)));
}

TEST(Story, OfFewWordsMustBeTheSame) {
    Words longer = report(1, 31);
    const Words brief = longer;
    longer[15] = "고친말";
    EXPECT_EQ(sketch(brief).size(), 8U);
    EXPECT_FALSE(same_story(sketch(brief), sketch(longer)));
    EXPECT_TRUE(same_story(sketch(words_of("한 제목"), brief), sketch(words_of("딴 제목"), brief)))
        << "a brief under another headline";

    const Words byline = words_of("윤슬 기자");
    EXPECT_FALSE(
        same_story(sketch(words_of("강물 불어"), byline), sketch(words_of("눈 내려"), byline))
    );
    EXPECT_TRUE(
        same_story(sketch(words_of("강물 불어"), byline), sketch(words_of("강물 불어"), byline))
    );
    EXPECT_FALSE(same_story(sketch(words_of("강물 불어"), {}), sketch(words_of("불어 강물"), {})));
}

TEST(Story, NeedsWords) {
    EXPECT_EQ(sketch({}), "");
    EXPECT_FALSE(same_story("", ""));
}

TEST(Story, OfOneWordOverAndOverIsAStoryToo) {
    const Words chant(100, "만세");

    EXPECT_EQ(sketch(chant).size(), kSketchBits / 8);
    EXPECT_TRUE(same_story(sketch(chant), sketch(Words(50, "만세"))));
}

TEST(Story, IsSketchedAnewEachTime) {
    StorySketcher sketcher;
    for (const std::string& word : report(1, 100)) {
        sketcher.add_title_word(word);
        sketcher.add_body_word(word);
    }
    static_cast<void>(sketcher.finish());
    for (const std::string& word : report(2, 20)) {
        sketcher.add_body_word(word);
    }

    EXPECT_EQ(sketcher.finish(), sketch(report(2, 20)));
}

/// Sketches are kept in archives and told stories in files: another algorithm is another version.
TEST(Story, HasTheSameSketchEverywhere) {
    const std::string made = sketch(words_of("제목"), report(7, 40));
    std::string hex;
    for (const char c : made) {
        constexpr std::string_view kDigits = "0123456789abcdef";
        hex += kDigits[static_cast<unsigned char>(c) >> 4U];
        hex += kDigits[static_cast<unsigned char>(c) & 0xFU];
    }
    EXPECT_EQ(hex, "a044b800d5d35923e833e0543d5ed235");
}
}  // namespace
}  // namespace gisa::schema
