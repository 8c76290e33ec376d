// SPDX-License-Identifier: GPL-2.0-or-later
//
// What was indexed has to be what is asked for: every form of a word must give the terms of the bare
// word, whatever particle, mark or sentence it stands in.
#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "common/text/analyzer.h"
#include "common/text/utf8.h"
#include "tests/support/dictionary.h"

namespace gisa::text {
namespace {
constexpr std::size_t kSyllableBytes = 3;

/// A particle behind a consonant and behind a vowel.
struct Particle {
    std::string_view behind_consonant;
    std::string_view behind_vowel;
};

constexpr Particle kParticles[] = {
    {"은", "는"},         {"이", "가"},         {"을", "를"},           {"과", "와"},
    {"으로", "로"},       {"의", "의"},         {"에", "에"},           {"에서", "에서"},
    {"에게", "에게"},     {"에서는", "에서는"}, {"까지", "까지"},       {"부터", "부터"},
    {"도", "도"},         {"만", "만"},         {"처럼", "처럼"},       {"보다", "보다"},
    {"이라고", "라고"},   {"이라는", "라는"},   {"이나", "나"},         {"이다", "다"},
    {"이었다", "였다"},   {"입니다", "입니다"}, {"에는", "에는"},       {"에도", "에도"},
    {"에서도", "에서도"}, {"으로는", "로는"},   {"으로부터", "로부터"}, {"까지도", "까지도"},
    {"이라며", "라며"},   {"인데", "인데"},     {"이지만", "이지만"},   {"들이", "들이"},
    {"들은", "들은"},     {"들의", "들의"},     {"조차", "조차"},       {"마저", "마저"},
    {"밖에", "밖에"},     {"마다", "마다"},     {"과의", "와의"},       {"에게는", "에게는"},
    {"께서", "께서"},     {"만큼", "만큼"},     {"이라도", "라도"},
};

/// A word of one syllable with a short particle is as often a word of its own (국가, 물의, 때로), so
/// these alone are asked of it.
constexpr std::string_view kBehindOneSyllable[] = {
    "에서", "에게", "에서는", "까지", "부터", "입니다"};

/// Forms that are another word of the news, and commoner as that.
constexpr std::string_view kOtherWords[] = {
    // a noun: cat, forty million, next year's, in this month, a liqueur, a racehorse, a bar across
    "고양이라고",
    "고양이라는",
    "고양이나",
    "고양이다",
    "고양이라며",
    "고양이라도",
    "고양이지만",
    "이천만",
    "사천만",
    "이천보다",
    "내년도",
    "이달로",
    "이달로는",
    "이달로부터",
    "이자와",
    "이자이지만",
    "이자와의",
    "경주마다",
    "가로보다",
    // a verb or an adjective: grows up, one of the persons' names that end in 나 or 다
    "자라나",
    "이유나",
    "로마나",
    "아이다",
    "이씨다",
    "파리다",
    // -마다 (every) and -보다 (than) against -마 or -보 and the copula
    "미얀마다",
    "파나마다",
    "고구마다",
    "오바마다",
    "이마다",
};

bool is_other_word(std::string_view form) {
    return std::find(std::begin(kOtherWords), std::end(kOtherWords), form) != std::end(kOtherWords);
}

std::vector<std::string> news_words() {
    std::vector<std::string> words;
    std::ifstream in(GISA_SOURCE_DIR "/tests/data/news_words.txt");
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.front() != '#') {
            words.push_back(line);
        }
    }
    return words;
}

std::string_view fitting(const Particle& particle, std::string_view word) {
    constexpr char32_t kRieul = 8;
    const char32_t last = decode(word, previous_character(word, word.size())).character;
    const char32_t consonant = (last - U'가') % 28;
    const bool as_vowel = consonant == 0
                          || (consonant == kRieul
                              && particle.behind_consonant.substr(0, kSyllableBytes * 2) == "으로");
    return as_vowel ? particle.behind_vowel : particle.behind_consonant;
}

/// "whole(part part)" for each run of a text.
std::string terms_of(Analyzer& analyzer, std::string_view text) {
    std::string out;
    analyzer.analyze(text, [&out](const AnalyzedRun& run) {
        out.append(run.whole).push_back('(');
        for (const std::string_view part : run.parts) {
            out.append(part).push_back(' ');
        }
        out.append(") ");
    });
    return out;
}

/// Every form of every word that is not another word.
class Forms {
  public:
    Forms() : words_(news_words()), known_(words_.begin(), words_.end()) {}

    [[nodiscard]] const std::vector<std::string>& words() const { return words_; }

    template <class Visit>
    std::size_t visit(Visit visit) const {
        std::size_t forms = 0;
        for (const std::string& word : words_) {
            for (const Particle& particle : kParticles) {
                const std::string_view ending = fitting(particle, word);
                const std::string form = word + std::string(ending);
                const bool asked =
                    word.size() > kSyllableBytes
                    || std::find(
                           std::begin(kBehindOneSyllable), std::end(kBehindOneSyllable), ending
                       ) != std::end(kBehindOneSyllable);
                if (asked && known_.count(form) == 0 && !is_other_word(form)) {
                    visit(word, form);
                    ++forms;
                }
            }
        }
        return forms;
    }

  private:
    std::vector<std::string> words_;
    std::set<std::string> known_;
};

TEST(Consistency, GivesAWordTheSameTermsBehindEveryParticle) {
    const Forms forms;
    Analyzer analyzer(test::dictionary());
    std::size_t failures = 0;

    const std::size_t tried = forms.visit([&](const std::string& word, const std::string& form) {
        const std::string alone = terms_of(analyzer, word);
        const std::string inflected = terms_of(analyzer, form);
        failures += inflected == alone ? 0 : 1;
        EXPECT_EQ(inflected, alone) << form;
    });

    EXPECT_GE(forms.words().size(), 2'000U);
    EXPECT_GE(tried, 80'000U);
    EXPECT_EQ(failures, 0U) << "of " << tried;
}

TEST(Consistency, GivesAWordTheSameTermsBesideEveryMark) {
    const Forms forms;
    Analyzer analyzer(test::dictionary());
    for (const std::string& word : forms.words()) {
        const std::string alone = terms_of(analyzer, word);
        for (const std::string_view mark :
             {".", ",", "!", "?", ")", "]", "”", "’", "」", "》", "…", ":", ";", "·", "%", "/"}) {
            EXPECT_EQ(terms_of(analyzer, word + std::string(mark)), alone) << word << mark;
            EXPECT_EQ(terms_of(analyzer, "“" + word + std::string(mark)), alone) << word << mark;
        }
    }
}

TEST(Consistency, GivesAWordTheSameTermsInsideASentence) {
    const Forms forms;
    Analyzer analyzer(test::dictionary());
    const std::array<std::string, 3> before = {"", "관계자는 어제 ", "“그것은 "};
    const std::array<std::string, 3> after = {" 대해 밝혔다.", ", 그리고 다른 것들", "” 라고 했다"};
    forms.visit([&](const std::string& word, const std::string& form) {
        const std::string alone = terms_of(analyzer, word);
        for (std::size_t i = 0; i < before.size(); ++i) {
            const std::string frame = before[i] + form + after[i];
            const std::string expected =
                terms_of(analyzer, before[i]) + alone + terms_of(analyzer, after[i]);
            EXPECT_EQ(terms_of(analyzer, frame), expected) << frame;
        }
    });
}
}  // namespace
}  // namespace gisa::text
