// SPDX-License-Identifier: GPL-2.0-or-later
//
// The index leaves out articles whose words do not stand side by side before their texts are read.
// Whatever the text would have said yes to, the index must let pass.
#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/normal_form.h"
#include "searcher/plan/check_biwords.h"
#include "searcher/rank/text_check.h"
#include "tests/support/planned.h"

namespace gisa::searcher {
namespace {
constexpr const char* kWords[] = {
    "정상",   "회의",   "정상회의", "한미정상회담", "대통령", "대통령실", "실",     "한국",
    "미국",   "AI",     "COVID-19", "19",           "dying",  "U.S.",     "army",   "trump's",
    "2024",   "10",     "월",       "서울",         "비정상", "밝혔다",   "했다고", "전자",
    "LG전자", "e-mail", "o'neil",   "大統領",       "北",     "3.5",      "r&d",    "만",
    "것",     "9월",    "10일",     "년",           "2024년", "일"};
constexpr const char* kBehind[] = {"", "", "", "", "은", "의", "에서는", "이", "들", "으로부터"};
constexpr const char* kBetween[] = {
    " ", " ", " ", " ", "", ", ", "·", " '", "\" ", "-", ". ", "\n\n", "      ", "("};

std::string random_text(std::mt19937& random, std::size_t words) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
        text += kWords[random() % std::size(kWords)];
        text += kBehind[random() % std::size(kBehind)];
        text += kBetween[random() % std::size(kBetween)];
    }
    return text;
}

std::string random_phrase(std::mt19937& random) {
    std::string words;
    for (std::size_t left = 2 + random() % 2; left > 0; --left) {
        words += kWords[random() % std::size(kWords)];
        words += left > 1 && random() % 4 != 0 ? " " : "";
    }
    return words;
}

std::vector<schema::Biword> biwords_in(const std::string& normal) {
    std::vector<text::Run> runs;
    text::scan(normal, runs);
    std::vector<schema::Biword> biwords;
    schema::add_biwords(normal, runs, biwords);
    std::sort(biwords.begin(), biwords.end());
    return biwords;
}

bool pass(const std::vector<BiwordWays>& required, const std::vector<schema::Biword>& there) {
    return std::all_of(required.begin(), required.end(), [&](const BiwordWays& ways) {
        return std::any_of(ways.begin(), ways.end(), [&](const auto& way) {
            return std::all_of(way.begin(), way.end(), [&](schema::Biword one) {
                return std::binary_search(there.begin(), there.end(), one);
            });
        });
    });
}

/// How many texts of those that a query's check holds in, and how many the index lets pass.
struct Tally {
    int held = 0;
    int passed = 0;
    int texts = 0;
};

void compare(const std::string& query, const std::vector<std::string>& texts, Tally& tally) {
    test::Planned planned(query);
    for (const TextCheck& check : planned.plan.checks) {
        TextMatcher matcher(planned.plan, check, planned.analyzer);
        const std::vector<BiwordWays> required = biwords_of(planned.plan, check);
        for (const std::string& text : texts) {
            const std::string normal = text::normalized(text);
            const bool holds = matcher.holds({.normal = normal, .original = text});
            const bool passes = pass(required, biwords_in(normal));
            EXPECT_TRUE(passes || !holds) << query << " in " << text;
            tally.held += holds ? 1 : 0;
            tally.passed += passes ? 1 : 0;
            ++tally.texts;
        }
    }
}

std::vector<std::string> random_texts(std::mt19937& random) {
    std::vector<std::string> texts(200);
    std::generate(texts.begin(), texts.end(), [&random] { return random_text(random, 12); });
    return texts;
}

TEST(PhraseBiwords, LetPassWhateverHoldsThePhrase) {
    std::mt19937 random(1);
    const std::vector<std::string> texts = random_texts(random);
    Tally tally;
    for (int round = 0; round < 300; ++round) {
        compare("\"" + random_phrase(random) + "\"", texts, tally);
        compare(random_phrase(random) + " NEAR/2 " + random_phrase(random), texts, tally);
    }
    EXPECT_GT(tally.held, 1'000);
    EXPECT_LT(tally.passed, tally.texts / 2);
}

TEST(PhraseBiwords, AskForTheSeamsInsideAWord) {
    Tally tally;
    compare("\"비교적 높았지만\"", {"비교적 높고 맑았지만", "비교적 높았지만 맑았다"}, tally);
    EXPECT_EQ(tally.passed, 1);
    EXPECT_EQ(tally.held, 1);
}

TEST(PhraseBiwords, LetPassWhateverHoldsTheLiteral) {
    std::mt19937 random(2);
    const std::vector<std::string> texts = random_texts(random);
    Tally tally;
    for (int round = 0; round < 300; ++round) {
        // A piece of a text, cut between characters.
        const std::string& text = texts[random() % texts.size()];
        std::size_t begin = random() % (text.size() / 2);
        std::size_t end = begin + 9 + random() % 20;
        const auto inside = [&text](std::size_t at) {
            return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
        };
        while (inside(begin)) {
            ++begin;
        }
        while (inside(end)) {
            ++end;
        }
        const std::string piece = text.substr(begin, end - begin);
        if (piece.find_first_of("'\n") == std::string::npos) {
            compare("'" + piece + "'", texts, tally);
        }
    }
    EXPECT_GT(tally.held, 100);
    EXPECT_LT(tally.passed, tally.texts * 3 / 4);
}
}  // namespace
}  // namespace gisa::searcher
