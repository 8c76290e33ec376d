// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include <gisa/searcher.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
using Reason = QuerySuggestion::Reason;

/// Twelve articles in two segments.
class Suggestions : public ::testing::Test {
  protected:
    void SetUp() override {
        std::vector<Article> articles;
        for (int i = 0; i < 6; ++i) {
            const std::string id = std::to_string(i);
            articles.push_back(test::article(
                "a" + id,
                "삼성전자가 반도체 공장을 짓는다",
                "산신전기는 아니다. 기후협약에 관한 회의록을 google 검색에서 찾았다."
            ));
        }
        test::index(dir_.path(), articles);
        articles.clear();
        for (int i = 0; i < 6; ++i) {
            articles.push_back(test::article(
                "b" + std::to_string(i),
                "The government keeps a watermark pledge",
                "워터마크 서약은 삼성전자도 지킨다. 대통령은 떠들썩한 회의를 싫어한다. "
                "국가인권위원회가 그렇게 말했다. 임영웅도."
            ));
        }
        articles.push_back(test::article("c", "삼선전자라는 상호", "드문 이름이다."));
        test::index(dir_.path(), articles);
    }

    SearchResponse answer(std::string_view query) {
        return Searcher(dir_.path()).search({.query = std::string(query)});
    }

    test::TempDir dir_;
};

struct Meant {
    std::string_view typed;
    std::string_view meant;
    Reason reason;
    std::string_view what;
};

constexpr Meant kMeant[] = {
    {"샴성전자", "삼성전자", Reason::Spelling, "a vowel for another"},
    {"샴성전자에서는", "삼성전자", Reason::Spelling, "with particles"},
    {"삼성전저", "삼성전자", Reason::Spelling, "in the last syllable"},
    {"삼서전자", "삼성전자", Reason::Spelling, "a final forgotten"},
    {"삼성전잔", "삼성전자", Reason::Spelling, "a final too many"},
    {"삼성저낮", "삼성전자", Reason::Spelling, "two keys swapped across syllables"},
    {"반도채", "반도체", Reason::Spelling, "ㅐ for ㅔ"},
    {"떠들석한", "떠들썩", Reason::Spelling, "a single consonant for a doubled one"},
    {"goverment", "government", Reason::Spelling, "a letter forgotten"},
    {"watermrak", "watermark", Reason::Spelling, "letters swapped"},
    {"tkatjdwjswk", "삼성전자", Reason::Keyboard, "typed with the Latin keyboard"},
    {"ㅎㅐㅐ힏", "google", Reason::Keyboard, "typed with the Korean keyboard"},
    {"ㅅㅅㅈㅈ", "삼성전자", Reason::Initials, "initial consonants"},
    {"ㅂㄷㅊ", "반도체", Reason::Initials, ""},
    {"국가인권위원홰", "국가인권위원회", Reason::Spelling, "at the end of a long word"},
};

TEST_F(Suggestions, TellWhatMayHaveBeenMeant) {
    for (const Meant& one : kMeant) {
        const SearchResponse response = answer(one.typed);
        ASSERT_FALSE(response.suggestions.empty()) << one.typed << ": " << one.what;
        const QuerySuggestion& first = response.suggestions.front();
        EXPECT_EQ(first.text, one.meant) << one.typed << ": " << one.what;
        EXPECT_EQ(first.reason, one.reason) << one.typed << ": " << one.what;
        EXPECT_GE(first.articles, 6U) << one.typed;
        EXPECT_EQ(first.where.begin, 0U);
        EXPECT_EQ(first.where.end, one.typed.size());
    }
}

TEST_F(Suggestions, AreAnsweredWhenTheQueryFindsNothing) {
    const SearchResponse response = answer("샴성전자 반도채");

    EXPECT_EQ(response.corrected, "삼성전자 반도체");
    ASSERT_FALSE(response.hits.empty());
    EXPECT_EQ(response.hits.front().id.front(), 'a') << "an article with both words";
    EXPECT_EQ(response.suggestions.size(), 2U);
}

TEST_F(Suggestions, AreOnlyOfferedForShortWordsAndNames) {
    for (const auto& [typed, near] :
         {std::pair{"떠들석", "떠들썩"}, {"횐의", "회의"}, {"임영운", "임영웅"}}) {
        const SearchResponse response = answer(typed);
        ASSERT_FALSE(response.suggestions.empty()) << typed;
        EXPECT_EQ(response.suggestions.front().text, near);
        const bool is_applied = std::string_view(typed) == "떠들석";
        EXPECT_EQ(response.corrected, is_applied ? near : "") << typed;
        EXPECT_EQ(response.hits.empty(), !is_applied) << typed;
    }
}

TEST_F(Suggestions, OfPartedWordsTellHowManyArticlesHaveBoth) {
    const SearchResponse response = answer("반도체회의록");

    ASSERT_FALSE(response.suggestions.empty());
    EXPECT_EQ(response.suggestions.front().text, "반도체 회의록");
    EXPECT_EQ(response.suggestions.front().articles, 6U);
    EXPECT_TRUE(answer("반도체대통령").suggestions.empty()) << "no article has both";
}

TEST_F(Suggestions, AreOnlyOfferedWhenTheQueryFindsSomething) {
    const SearchResponse response = answer("샴성전자 OR 워터마크");

    EXPECT_EQ(response.corrected, "");
    EXPECT_EQ(response.total.estimate, 6U);
    ASSERT_FALSE(response.suggestions.empty());
    EXPECT_EQ(response.suggestions.front().text, "삼성전자");
    EXPECT_EQ(response.suggestions.front().articles, 12U);
}

TEST_F(Suggestions, LeaveKnownWordsAlone) {
    for (const std::string_view query : {"삼성전자", "서약을", "government", "회의", "삼선전자"}) {
        EXPECT_TRUE(answer(query).suggestions.empty()) << query;
    }
}

TEST_F(Suggestions, AreNoneForWhatIsNoWord) {
    std::string endless;
    for (int i = 0; i < 1'000; ++i) {
        endless += i % 2 == 0 ? "쿼" : "뤁";
    }
    EXPECT_TRUE(answer(endless).suggestions.empty());
}

TEST_F(Suggestions, AreNoneForWhatNothingIsNear) {
    for (const std::string_view query :
         {"쿼크글루온", "xyzzyplugh", "ㅋㅋㅋ", "ㅎ", "12345", "!"}) {
        const SearchResponse response = answer(query);
        EXPECT_TRUE(response.suggestions.empty()) << query;
        EXPECT_EQ(response.corrected, "") << query;
    }
}

TEST_F(Suggestions, AreNotForExcludedWords) {
    EXPECT_TRUE(answer("워터마크 -샴성전자").suggestions.empty());
}

TEST_F(Suggestions, CanBeSwitchedOff) {
    const SearchResponse response =
        Searcher(dir_.path()).search({.query = "샴성전자", .suggest = false});
    EXPECT_TRUE(response.suggestions.empty());
    EXPECT_TRUE(response.hits.empty());
}

TEST(SuggestionsOfAnEmptyArchive, AreNone) {
    const test::TempDir dir;
    test::index(dir.path(), {});
    EXPECT_TRUE(Searcher(dir.path()).search({.query = "샴성전자"}).suggestions.empty());
}
}  // namespace
}  // namespace gisa
