// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <gisa/searcher.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
using testing::Contains;
using testing::Not;
using testing::SizeIs;

/// Ten reports about a budget that speak of a tax cut, and a hundred about other things.
class RelatedWordsOfAnArchive : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        dir_ = std::make_unique<test::TempDir>();
        std::vector<Article> articles;
        for (int i = 0; i < 110; ++i) {
            const std::string number = std::to_string(i);
            const std::string subject =
                i < 10 ? "예산안 심사 " + number + "번째. 여당은 감세를, 야당은 복지를 " + number
                             + "번 말했다."
                       : "물때표 " + number + "번. 여당도 야당도 바다를 보았다.";
            articles.push_back(test::article("a" + number, "소식 " + number, subject));
        }
        for (int i = 0; i < 4; ++i) {
            articles.push_back(test::article("c" + std::to_string(i), "갯벌", "갯벌에 간 이야기"));
        }
        test::index(dir_->path(), articles);
    }

    static void TearDownTestSuite() { dir_.reset(); }

    static RelatedWords related(std::string_view query, std::size_t limit = 20) {
        return Searcher(dir_->path()).related_words({.query = std::string(query)}, limit);
    }

    static std::vector<std::string> words(const RelatedWords& related) {
        std::vector<std::string> words;
        for (const RelatedWord& one : related.words) {
            words.push_back(one.word);
        }
        return words;
    }

    static inline std::unique_ptr<test::TempDir> dir_;
};

TEST_F(RelatedWordsOfAnArchive, SetTheFoundArticlesApart) {
    const RelatedWords found = related("예산안을");
    EXPECT_EQ(found.stories, 10U);
    EXPECT_EQ(found.archive_articles, 114U);
    EXPECT_THAT(words(found), Contains("감세"));
    EXPECT_THAT(words(found), Contains("복지"));
    EXPECT_THAT(words(found), Not(Contains("여당")));
    const auto cut = std::find_if(found.words.begin(), found.words.end(), [](const auto& one) {
        return one.word == "감세";
    });
    ASSERT_NE(cut, found.words.end());
    EXPECT_EQ(cut->stories, 10U);
    EXPECT_EQ(cut->articles, 10U);
    EXPECT_GT(cut->score, 10.83);
    EXPECT_TRUE(std::is_sorted(found.words.begin(), found.words.end(), [](auto& a, auto& b) {
        return a.score > b.score;
    }));
}

TEST_F(RelatedWordsOfAnArchive, AreNoMoreThanAskedFor) {
    EXPECT_THAT(related("예산안", 1).words, SizeIs(1));
    EXPECT_THAT(related("예산안", 0).words, SizeIs(0));
}

TEST_F(RelatedWordsOfAnArchive, AreNotToldOfAFewArticles) {
    const RelatedWords few = related("갯벌");
    EXPECT_TRUE(few.words.empty());
    EXPECT_GT(few.stories, 0U);
    EXPECT_FALSE(few.notices.empty());
}

TEST_F(RelatedWordsOfAnArchive, SayWhenMostOfTheWordsWereEnough) {
    EXPECT_TRUE(related("예산안 심사").notices.empty());
    const RelatedWords relaxed = related("예산안 심사 감세 복지 여당 갯벌");
    EXPECT_GE(relaxed.stories, 10U);
    EXPECT_FALSE(relaxed.notices.empty());
}

TEST_F(RelatedWordsOfAnArchive, AreNoneWhereNothingIsFound) {
    EXPECT_EQ(related("없는말씀").stories, 0U);
    EXPECT_EQ(related("").stories, 0U);
}
}  // namespace
}  // namespace gisa
