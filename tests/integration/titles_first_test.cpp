// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <gisa/searcher.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
/// More articles that use a word often than the second step reads texts, and one that uses it once
/// in a long text and is named after it. The archive has several segments.
class TitlesFirst : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        dir_ = std::make_unique<test::TempDir>();
        for (int night = 0; night < 4; ++night) {
            std::vector<Article> articles;
            for (int i = 0; i < 40; ++i) {
                const std::string number = std::to_string(night) + "-" + std::to_string(i);
                articles.push_back(test::article(
                    number,
                    "회의 결과 " + number,
                    "서약, 서약을 두고 " + number + "번째 말이 오갔다."
                ));
            }
            if (night == 2) {
                std::string body = "기업들이 서약에 이름을 올렸다.";
                for (int i = 0; i < 6; ++i) {
                    body += " 회의장 밖에서는 비가 내렸고 기자들은 오래 기다렸다.";
                }
                articles.push_back(test::article("named", "서약", body));
            }
            test::index(dir_->path(), articles);
        }
    }

    static void TearDownTestSuite() { dir_.reset(); }

    static SearchResponse search(std::uint32_t limit) {
        return Searcher(dir_->path()).search({.query = "서약", .limit = limit, .fold = false});
    }

    static inline std::unique_ptr<test::TempDir> dir_;
};

TEST_F(TitlesFirst, FindsTheArticleThatIsNamedAfterTheWord) {
    const SearchResponse response = search(10);

    EXPECT_TRUE(std::any_of(response.hits.begin(), response.hits.end(), [](const Hit& hit) {
        return hit.id == "named";
    }));
}

TEST_F(TitlesFirst, GivesEachArticleOnceWithFallingScores) {
    const SearchResponse response = search(1'000);

    ASSERT_EQ(response.hits.size(), 161U);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < response.hits.size(); ++i) {
        ids.push_back(response.hits[i].id);
        EXPECT_LE(response.hits[i].score, response.hits[i == 0 ? 0 : i - 1].score) << i;
        EXPECT_GT(response.hits[i].score, 0) << i;
    }
    std::sort(ids.begin(), ids.end());
    EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end());
}
}  // namespace
}  // namespace gisa
