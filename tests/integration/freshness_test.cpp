// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include <gisa/searcher.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;

constexpr sys_days kToday = year(2024) / 5 / 21;

/// More old articles about watermarks than the second step looks at, each better than the one of
/// yesterday, which names them once among other things.
class Freshness : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        dir_ = std::make_unique<test::TempDir>();
        std::vector<Article> articles;
        for (int i = 0; i < 350; ++i) {
            Article old = test::article(
                "old" + std::to_string(i),
                "워터마크",
                "워터마크 기술을 다룬 글 " + std::to_string(i)
            );
            old.published = sys_days(year(2010) / 1 / 1) + days(i);
            articles.push_back(old);
        }
        Article yesterday = test::article(
            "yesterday",
            "기업들 워터마크 넣는다",
            "국회가 열렸다. 기업들은 워터마크를 넣기로 했다. 축구 경기가 있었다."
        );
        yesterday.published = kToday - days(1);
        articles.push_back(yesterday);
        Article undated = test::article("undated", "워터마크", "워터마크 기술을 다룬 글");
        undated.published.reset();
        articles.push_back(undated);
        test::index(dir_->path(), articles);
    }

    static void TearDownTestSuite() { dir_.reset(); }

    static SearchResponse search(std::string_view query, std::uint32_t limit = 10) {
        return Searcher(dir_->path())
            .search({.query = std::string(query), .limit = limit, .now = kToday});
    }

    static bool shows(const SearchResponse& response, std::string_view id) {
        return std::any_of(response.hits.begin(), response.hits.end(), [id](const Hit& hit) {
            return hit.id == id;
        });
    }

    static inline std::unique_ptr<test::TempDir> dir_;
};

TEST_F(Freshness, LiftsAnArticleOfYesterdayAmongOlderBetterOnes) {
    EXPECT_FALSE(shows(search("워터마크"), "yesterday"));
    EXPECT_EQ(search("워터마크 fresh:7d").hits.front().id, "yesterday");
    EXPECT_EQ(search("최신:1주 워터마크").hits.front().id, "yesterday");
}

TEST_F(Freshness, IsNoCondition) {
    const SearchResponse plain = search("워터마크", 400);
    const SearchResponse fresh = search("워터마크 fresh:7d", 400);
    EXPECT_EQ(plain.hits.size(), 352U);
    EXPECT_EQ(fresh.hits.size(), 352U);
    EXPECT_TRUE(shows(fresh, "undated"));
    EXPECT_EQ(fresh.understood, "(fresh 7d 워터마크)");
}

TEST_F(Freshness, ShowsNoArticleTwice) {
    std::vector<std::string> ids;
    for (const Hit& hit : search("워터마크 fresh:999y", 400).hits) {
        ids.push_back(hit.id);
    }
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
    EXPECT_EQ(ids.size(), 352U);
}

TEST_F(Freshness, ScoresAscendToTheBest) {
    const SearchResponse fresh = search("워터마크 fresh:1y", 400);
    EXPECT_TRUE(std::is_sorted(
        fresh.hits.begin(),
        fresh.hits.end(),
        [](const Hit& a, const Hit& b) { return a.score > b.score; }
    ));
}

TEST_F(Freshness, IsToldWithTheScore) {
    Searcher searcher(dir_->path());
    EXPECT_EQ(searcher.explain_article({.query = "워터마크"}, "old3").freshness, 1);
    // Its fourteen years and more are nothing in a hundred.
    const ArticleExplanation told =
        searcher.explain_article({.query = "워터마크 fresh:100y"}, "old3");
    EXPECT_LT(told.freshness, 1);
    EXPECT_GT(told.freshness, 0.8);
}

TEST_F(Freshness, AloneRanksAllArticlesByTheirAge) {
    EXPECT_EQ(search("fresh:7d").hits.front().id, "yesterday");
}

TEST_F(Freshness, DecidesWhereNoWordIsThereToRankBy) {
    for (const std::string_view query :
         {"*", "date:2010-01..", "lang:ko", "-축구 lang:ko", "-없는말"}) {
        const std::vector<Hit> hits = search(query).hits;
        ASSERT_FALSE(hits.empty()) << query;
        EXPECT_TRUE(std::is_sorted(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
            return a.published > b.published;
        })) << query;
        EXPECT_NE(hits.front().id, "old0") << query;
    }
    EXPECT_EQ(search("*").hits.front().id, "yesterday");
}

}  // namespace
}  // namespace gisa
