// SPDX-License-Identifier: GPL-2.0-or-later
//
// A query of many words is matched without Xapian's trees, unless something else is demanded with
// it; both ways find the same. lang:ko demands what every article here has.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <gisa/searcher.h>

#include "tests/support/random_words.h"
#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
constexpr std::size_t kArticles = 3'000;  // more than are looked at together
constexpr std::uint32_t kHits = 100;

/// Three segments; of some articles, old versions that no search may find.
class MostWords : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        dir_ = std::make_unique<test::TempDir>();
        std::mt19937 random(1);  // NOLINT(cert-msc51-cpp): the same articles each time
        for (const auto& [first, last] :
             {std::pair<std::size_t, std::size_t>{0, 2'500}, {2'400, 2'800}, {2'750, kArticles}}) {
            std::vector<Article> articles;
            for (std::size_t i = first; i < last; ++i) {
                articles.push_back(
                    test::article("a" + std::to_string(i), "기사", test::random_body(random, 60))
                );
            }
            test::index(dir_->path(), articles);
        }
    }

    static void TearDownTestSuite() { dir_.reset(); }

    static SearchResponse search(const std::string& query) {
        return Searcher(dir_->path()).search({.query = query, .limit = kHits, .snippet_cells = 0});
    }

    static inline std::unique_ptr<test::TempDir> dir_;
};

TEST_F(MostWords, AreFoundAsByXapianItself) {
    const std::string_view queries[] = {
        "경제 정부 국회 날씨 축구 영화",
        "워터마크 도서관 병원 바다 영화 축구",
        "경제 워터마크 경제 도서관 경제 병원",
        "워터마크 도서관이 없는말하나 없는말둘 없는말셋",
        "날씨는 누가 바다를 봤나?",
    };
    for (const std::string_view query : queries) {
        const SearchResponse loops = search(std::string(query));
        const SearchResponse tree = search("lang:ko " + std::string(query));
        ASSERT_TRUE(loops.relaxed) << query;
        ASSERT_EQ(loops.hits.size(), kHits) << query;
        ASSERT_EQ(tree.hits.size(), kHits) << query;
        for (std::size_t i = 0; i < kHits; ++i) {
            // Lengths are kept as floats, so articles that score alike may change places.
            EXPECT_NEAR(loops.hits[i].score, tree.hits[i].score, 1e-3) << query << " at " << i;
        }
    }
}

TEST_F(MostWords, CountNoMoreArticlesThanThereAre) {
    const SearchResponse found = search("경제 정부 국회 날씨 축구 영화");
    EXPECT_LE(found.total.at_least, found.total.estimate);
    EXPECT_LE(found.total.estimate, found.total.at_most);
    EXPECT_GE(found.total.at_least, kHits);
    EXPECT_LE(found.total.at_most, kArticles + 150);  // old versions count until a merge
}

TEST_F(MostWords, CountExactlyWhenAllAreThere) {
    const SearchResponse found = Searcher(dir_->path())
                                     .search(
                                         {.query = "도서관 워터마크 없는말하나 없는말둘 없는말셋",
                                          .limit = 5'000,
                                          .snippet_cells = 0}
                                     );
    EXPECT_GT(found.hits.size(), 10U);
    EXPECT_EQ(found.total.at_least, found.hits.size());
    EXPECT_EQ(found.total.at_most, found.hits.size());
}

TEST_F(MostWords, LeaveOutOldVersions) {
    Searcher searcher(dir_->path());
    const auto ids = test::found(searcher, "워터마크 도서관 병원 바다 영화 축구", 1'000);
    std::vector<std::string> sorted = ids;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(std::adjacent_find(sorted.begin(), sorted.end()), sorted.end());
}
}  // namespace
}  // namespace gisa
