// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/korean_word.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/dictionary.h"

namespace gisa::text {
namespace {
std::string form_of(KoreanWords& words, std::string_view word) {
    const KoreanForm& form = words.analyze(word);
    std::string out = form.whole + ":";
    for (const std::string& part : form.parts) {
        out.append(" ").append(part);
    }
    return out;
}

TEST(KoreanWords, GivesTheWholeWordAndItsMorphemes) {
    struct Case {
        std::string_view word;
        std::string_view form;
        std::string_view why;
    };

    const Case cases[] = {
        {"대통령", "대통령: 대통령", "a simple noun is its own morpheme"},
        {"대통령이", "대통령: 대통령", "particle gone"},
        {"정상회의에서는", "정상회의: 정상 회의", "a compound by its parts and whole"},
        {"당시의", "당시: 당시", "not 당 + 시의, as at the end of a sentence"},
        {"온라인", "온라인: 온라인", "인 belongs to the noun"},
        {"도로", "도로: 도로", "로 belongs to the noun"},
        {"나이", "나이: 나이", "이 belongs to the noun"},
        {"우크라이나는", "우크라이나: 우크라이나", "a name that ends like a particle"},
        {"학생들이", "학생: 학생", "the plural says nothing"},
        {"서약했다고", "서약: 서약", "a verb made of a noun is that noun"},
        {"윤슬빛나래가", "윤슬빛나: 윤슬 빛나", "래 is taken for an ending, with and without 가"},
        {"갓생살기를", "갓생살기: 갓 생 살기", "and so does a new word"},
        {"한국과학기술연구원은", "한국과학기술연구원: 한국 과학 기술 연구 원", ""},
        {"가덕도신공항에서는", "가덕도신공항: 가덕 도 신 공항", "도 is no particle inside a name"},
    };
    KoreanWords words(test::dictionary(), 1'000);
    for (const Case& example : cases) {
        EXPECT_EQ(form_of(words, example.word), example.form) << example.why;
    }
}

TEST(KoreanWords, FindTheBareWordBehindEveryParticle) {
    const std::string_view nouns[] = {
        "서울", "대통령", "삼성전자", "정상회의", "워터마크", "우크라이나", "누리호"};
    const std::string_view particles[] = {
        "에서", "의", "도", "만", "까지", "부터", "에서는", "에게", "처럼", "보다"};
    KoreanWords words(test::dictionary(), 1'000);
    for (const std::string_view noun : nouns) {
        for (const std::string_view particle : particles) {
            const std::string word = std::string(noun).append(particle);
            EXPECT_EQ(words.analyze(word).whole, noun) << word;
        }
    }
}

TEST(KoreanWords, UseBigramsWithoutADictionary) {
    KoreanWords words(nullptr, 1'000);

    EXPECT_EQ(form_of(words, "정상회의에서는"), "정상회의: 정상 상회 회의");
    EXPECT_EQ(form_of(words, "서약을"), "서약: 서약");
    EXPECT_EQ(form_of(words, "말"), "말: 말");
}

TEST(KoreanWords, RememberNoMoreThanTheyMay) {
    KoreanWords words(test::dictionary(), 4);
    const std::string before = form_of(words, "정상회의에서는");
    for (const std::string_view word : {"하나", "둘", "셋", "넷", "다섯", "여섯"}) {
        words.forget_old();
        EXPECT_FALSE(words.analyze(word).whole.empty());
    }

    EXPECT_EQ(form_of(words, "정상회의에서는"), before) << "a forgotten form is made again";
}

TEST(KoreanWords, CutAnEndlessWordIntoBigrams) {
    std::string endless;
    for (int i = 0; i < 200; ++i) {
        endless += "가나";
    }
    KoreanWords words(test::dictionary(), 1'000);

    const KoreanForm& form = words.analyze(endless);

    EXPECT_EQ(form.whole, endless);
    EXPECT_EQ(form.parts.size(), 399U);
}
}  // namespace
}  // namespace gisa::text
