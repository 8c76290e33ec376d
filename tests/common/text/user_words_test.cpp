// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/user_words.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/text/korean_word.h"
#include "tests/support/dictionary.h"

namespace gisa::text {
namespace {
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Parts = std::vector<std::string>;

TEST(UserWordsText, ReadsWordsWithTheirPartsAndPassesOverComments) {
    const UserWordsText read =
        read_user_words_text("\xEF\xBB\xBF# 지명\r\n세종시 세종 시\r\n\r\n  윤슬빛나래\t# 새 이름\n"
        );

    EXPECT_THAT(read.check.problems, IsEmpty());
    ASSERT_THAT(read.check.words, SizeIs(2));
    EXPECT_EQ(read.check.words[0], (UserWord{"세종시", {"세종", "시"}}));
    EXPECT_EQ(read.check.words[1], (UserWord{"윤슬빛나래", {"윤슬빛나래"}}));
}

TEST(UserWordsText, ReadsWordsInAnySpellingOfTheSameLetters) {
    // Decomposed, as macOS writes it, with a no-break space.
    const UserWordsText read =
        read_user_words_text("\u1109\u1166\u110C\u1169\u11BC\u1109\u1175\u00A0\uC138\uC885 \uC2DC");

    ASSERT_THAT(read.check.words, SizeIs(1));
    EXPECT_EQ(read.check.words[0], (UserWord{"세종시", {"세종", "시"}}));
}

TEST(UserWordsText, NamesABadLineAndKeepsTheRest) {
    struct Case {
        std::string_view line;
        std::string_view reason;
    };

    const Case cases[] = {
        {"NewJeans", "only Korean words, written in Hangul, can be listed"},
        {"KF-21", "only Korean words, written in Hangul, can be listed"},
        {"챗GPT", "only Korean words, written in Hangul, can be listed"},
        {"ㅋㅋ", "only Korean words, written in Hangul, can be listed"},
        {"시", "a word of one syllable would be cut out"},
        {"세종시 세종 청", "the parts 세종 청 do not join to 세종시"},
        {"세종시 세종시 시", "do not join"},
        {"정상회의", "정상회의 is listed in line 1 already"},
        {"정상회의 정상 회의", "정상회의 is listed in line 1 already, with other parts"},
        {"\xBC\xBC\xC1\xBE\xBD\xC3", "the line is not UTF-8"},
    };
    for (const Case& example : cases) {
        const UserWordsText read =
            read_user_words_text("정상회의\n" + std::string(example.line) + "\n윤슬빛나래\n");

        EXPECT_THAT(read.check.words, SizeIs(2)) << example.line;
        ASSERT_THAT(read.check.problems, SizeIs(1)) << example.line;
        EXPECT_EQ(read.check.problems[0].line, 2U);
        EXPECT_THAT(read.check.problems[0].reason, HasSubstr(example.reason));
        EXPECT_EQ(read.good_lines, "정상회의\n윤슬빛나래\n");
    }
}

TEST(UserWordsText, RefusesWordsThatAreNotAnalysedAsWords) {
    std::string word;
    for (int i = 0; i < 41; ++i) {
        word += "가";
    }

    EXPECT_THAT(read_user_words_text(word).check.problems, SizeIs(1));
    EXPECT_THAT(read_user_words_text(word.substr(3)).check.problems, IsEmpty());
}

TEST(UserWords, FindsTheLongestListedBeginning) {
    const UserWords words({{"세종", {}}, {"세종시", {}}, {"세종시청", {}}, {"세계", {}}});

    EXPECT_EQ(words.longest_beginning("세종시장")->word, "세종시");
    EXPECT_EQ(words.longest_beginning("세종시청에서")->word, "세종시청");
    EXPECT_EQ(words.longest_beginning("세종")->word, "세종");
    EXPECT_EQ(words.longest_beginning("세"), nullptr);
    EXPECT_EQ(words.longest_beginning("신세계"), nullptr);
    EXPECT_EQ(words.find("세종시장"), nullptr);
    EXPECT_EQ(words.find("세계")->word, "세계");
    EXPECT_TRUE(words.any_stands_in("a 신세계"));
    EXPECT_FALSE(words.any_stands_in("세 종시"));
    EXPECT_FALSE(UserWords().any_stands_in("세종시"));
}

TEST(UserWords, AreToldApartByWordsAndPartsAlone) {
    const std::string one = make_user_words("가나다 가 나다\n마바\n")->fingerprint();

    EXPECT_EQ(make_user_words("# x\n마바\n가나다 가  나다")->fingerprint(), one);
    EXPECT_NE(make_user_words("가나다 가나 다\n마바\n")->fingerprint(), one);
    EXPECT_NE(make_user_words("가나다 가 나다\n")->fingerprint(), one);
    EXPECT_EQ(make_user_words("# nothing")->fingerprint(), "");
}

TEST(UserWords, DifferByWhatOneListHasAndTheOtherHasNot) {
    const UserWordsDifference found = difference(
        *make_user_words("가나다 가 나다\n마바\n사아\n"), *make_user_words("가나다\n사아\n자차\n")
    );

    EXPECT_EQ(found.added, 1U);
    EXPECT_EQ(found.removed, 1U);
    EXPECT_EQ(found.changed, 1U);
    EXPECT_THAT(found.words, SizeIs(3));
}

TEST(KoreanWordsOfTheUser, ComeBeforeTheDictionary) {
    struct Case {
        std::string_view word;
        std::string_view whole;
        Parts parts;
        std::string_view why;
    };

    const Case cases[] = {
        {"세종시", "세종시", {"세종", "시"}, "as listed"},
        {"세종시에서는", "세종시", {"세종", "시"}, "with particles"},
        {"윤슬빛나래가", "윤슬빛나래", {"윤슬빛나래"}, "a name stays whole"},
        {"윤슬빛나래만의", "윤슬빛나래", {"윤슬빛나래"}, "also with two of them"},
        {"세종시였다고", "세종시", {"세종", "시"}, "endings are no part of it"},
        {"세종시청에서", "세종시청", {"세종", "시", "청"}, "at the beginning of a compound"},
        {"윤슬빛나래호를", "윤슬빛나래호", {"윤슬빛나래", "호"}, ""},
        {"온라인", "온라인", {"온라인"}, "other words are as they were"},
        {"어린이집은", "어린이집", {"어린이집"}, "the longer listed word wins"},
        {"어린이는", "어린이", {"어린이"}, ""},
    };
    KoreanWords words(
        test::dictionary(),
        std::make_shared<FormMemo>(1'000),
        make_user_words("세종시 세종 시\n윤슬빛나래\n어린이\n어린이집\n")
    );
    for (const Case& example : cases) {
        const FlatForm& form = words.analyze(example.word);
        const std::vector<std::string> parts(form.parts().begin(), form.parts().end());
        EXPECT_EQ(form.whole(), example.whole) << example.word << ": " << example.why;
        EXPECT_EQ(parts, example.parts) << example.word << ": " << example.why;
    }
}
}  // namespace
}  // namespace gisa::text
