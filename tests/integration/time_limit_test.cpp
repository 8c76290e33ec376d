// SPDX-License-Identifier: GPL-2.0-or-later
//
// A limit of no time at all, so that no test waits: no text is read.
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
class TimeLimit : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        dir_ = std::make_unique<test::TempDir>();
        std::vector<Article> articles;
        for (int i = 0; i < 40; ++i) {
            const bool together = i % 2 == 0;
            articles.push_back(test::article(
                "a" + std::to_string(i), "기사", together ? "정부 경제 계획" : "정부 계획은 경제"
            ));
        }
        test::index(dir_->path(), articles);
    }

    static void TearDownTestSuite() { dir_.reset(); }

    static SearchRequest request(
        std::string_view query, std::chrono::milliseconds limit = std::chrono::milliseconds(0)
    ) {
        return {.query = std::string(query), .limit = 100, .time_limit = limit};
    }

    TimeLimit() : searcher_(dir_->path()) {}

    static bool says_so(const std::vector<QueryNotice>& notices) {
        return std::any_of(notices.begin(), notices.end(), [](const QueryNotice& notice) {
            return notice.message.find("time limit") != std::string::npos;
        });
    }

    static inline std::unique_ptr<test::TempDir> dir_;
    Searcher searcher_;
};

TEST_F(TimeLimit, LeavesUnreadTextsOutAndSaysSo) {
    for (const std::string_view query :
         {"\"정부 경제\"",
          "정부 NEAR/1 경제",
          "'정부 경제'",
          "계획 AND (\"정부 경제\" OR 없는말)"}) {
        const SearchResponse response = searcher_.search(request(query));
        EXPECT_TRUE(response.partial) << query;
        EXPECT_TRUE(says_so(response.notices)) << query;
        EXPECT_TRUE(response.hits.empty()) << query;
    }
}

TEST_F(TimeLimit, FindsNothingThatAnUnreadTextMightExclude) {
    // Of half of the articles the index knows that the words do not stand side by side there, so
    // that nobody need read them; whether they stand near each other, only the text tells.
    const SearchResponse known = searcher_.search(request("계획 -\"정부 경제\""));
    EXPECT_TRUE(known.partial);
    EXPECT_EQ(known.hits.size(), 20U);

    const SearchResponse all =
        searcher_.search(request("계획 -(정부 NEAR/0 경제)", std::chrono::hours(1)));
    EXPECT_EQ(all.hits.size(), 20U);
    EXPECT_FALSE(all.partial);

    const SearchResponse none = searcher_.search(request("계획 -(정부 NEAR/0 경제)"));
    EXPECT_TRUE(none.partial);
    EXPECT_TRUE(none.hits.empty());
}

TEST_F(TimeLimit, IsNoMatterWhereNoTextIsRead) {
    const SearchResponse response = searcher_.search(request("정부 경제"));
    EXPECT_FALSE(response.partial);
    EXPECT_EQ(response.hits.size(), 40U);
}

TEST_F(TimeLimit, MakesAnExactCountALowerBound) {
    SearchRequest counting = request("\"정부 경제\"");
    counting.limit = 0;
    counting.exact_count = true;
    const HitCount total = searcher_.search(counting).total;
    EXPECT_EQ(total.at_least, 0U);
    EXPECT_EQ(total.at_most, 40U);
}

TEST_F(TimeLimit, MakesFacetsAndTrendsPartial) {
    const FacetCounts facet = searcher_.facet(request("\"정부 경제\""), FacetField::Publisher);
    EXPECT_TRUE(facet.partial);
    EXPECT_TRUE(says_so(facet.notices));
    const Trend trend = searcher_.trend(request("\"정부 경제\""), TrendPeriod::Year);
    EXPECT_TRUE(trend.partial);
    EXPECT_TRUE(says_so(trend.notices));
    EXPECT_FALSE(
        searcher_.trend(request("\"정부 경제\"", std::chrono::hours(1)), TrendPeriod::Year).partial
    );
}
}  // namespace
}  // namespace gisa
