// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/related/related_words.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/related/function_words.h"
#include "tests/support/dictionary.h"
#include "tests/support/planned.h"

namespace gisa::searcher {
namespace {
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

/// The words of stories that each have one of the texts, in an archive of a thousand articles where
/// every word is in five of them, unless it is named here.
std::vector<std::string> words_of(
    std::string_view query,
    const std::vector<std::string>& bodies,
    const std::map<std::string, std::uint64_t>& articles_with = {}
) {
    test::Planned planned(query);
    text::Analyzer analyzer(test::dictionary());
    WordTally tally(analyzer);
    for (const std::string& body : bodies) {
        tally.add("", body);
    }
    const auto held = [&articles_with](const std::string& word) -> std::uint64_t {
        const auto named = articles_with.find(word);
        return named == articles_with.end() ? 5 : named->second;
    };
    std::vector<std::string> words;
    for (const RelatedWord& one : related_words(tally, planned.plan, {held, 1'000}, 20)) {
        words.push_back(one.word);
    }
    return words;
}

TEST(RelatedWords, AreTheSurprisingOnes) {
    const std::vector<std::string> bodies = {
        "예산 심사에서 국회는 감세를 다투었다.",
        "국회와 정부가 예산을 두고 감세로 맞섰다.",
        "감세냐 예산이냐, 국회 안의 말이 길었다.",
    };
    EXPECT_THAT(words_of("예산", bodies, {{"국회", 900}}), Contains("감세"));
    EXPECT_THAT(words_of("예산", bodies, {{"국회", 900}}), Not(Contains("국회")));
    EXPECT_THAT(words_of("예산", bodies), Contains("국회"));
}

TEST(RelatedWords, HaveNoParticlesAndAreNotTheQuerysOwn) {
    const std::vector<std::string> words = words_of(
        "예산을",
        {"감세로 예산이 줄었다.", "예산과 감세를 함께 보았다.", "그 예산은 감세와 맞물린다."}
    );
    EXPECT_THAT(words, ElementsAre("감세"));
}

TEST(RelatedWords, AreWholeAndNotTheirParts) {
    const std::vector<std::string> words = words_of(
        "서울",
        {"서울에서 정상회의가 열렸다.", "정상회의를 서울이 맡았다.", "서울 정상회의에 모였다."}
    );
    EXPECT_THAT(words, Contains("정상회의"));
    EXPECT_THAT(words, Not(Contains("정상")));
    EXPECT_THAT(words, Not(Contains("회의")));
}

TEST(RelatedWords, MayHoldAnEnglishWordOfTheQueryInTheirMiddle) {
    const std::vector<std::string> words = words_of(
        "port",
        {"The port has a sport.", "A sport of the port.", "Sport beside the port."},
        {{"the", 400}}
    );
    EXPECT_THAT(words, Contains("sport"));
}

TEST(RelatedWords, AreOfMoreThanOneStory) {
    EXPECT_THAT(
        words_of("예산", {"예산과 감세.", "예산과 증세.", "예산과 추경."}), Not(Contains("감세"))
    );
}

TEST(RelatedWords, AreNoNumbersAndNothingThatAnyArticleSays) {
    const std::vector<std::string> words = words_of(
        "예산",
        {"예산 2024 때문 지난해 기자", "때문 2024 기자 지난해 예산", "지난해 2024 예산 기자 때문"}
    );
    EXPECT_THAT(words, IsEmpty());
}

TEST(RelatedWords, AreWrittenAsEnglishArticlesWriteThem) {
    const std::vector<std::string> words = words_of(
        "budget",
        {"The budget of Korea's parliament.", "Korea has a budget again.", "A budget for Korea."},
        {{"the", 400}}
    );
    EXPECT_THAT(words, Contains("Korea"));
    EXPECT_THAT(words, Not(Contains("the")));
    EXPECT_THAT(words, Not(Contains("The")));
}

TEST(RelatedWords, DoNotCountALineThatStandsUnderEachReport) {
    const std::vector<std::string> bodies = {
        "예산을 다루었다.\n별빛재단 지원으로 썼습니다.",
        "예산이 늘었다.\n별빛재단 지원으로 썼습니다.",
        "예산은 그대로다.\n별빛재단 지원으로 썼습니다.",
    };
    EXPECT_THAT(words_of("예산", bodies), Not(Contains("재단")));
}

TEST(FunctionWords, AreNoSubjects) {
    for (const std::string_view word : {"때문", "지난해", "기자", "although", "the"}) {
        EXPECT_TRUE(is_function_word(word)) << word;
    }
    for (const std::string_view word : {"예산", "서울", "budget"}) {
        EXPECT_FALSE(is_function_word(word)) << word;
    }
}
}  // namespace
}  // namespace gisa::searcher
