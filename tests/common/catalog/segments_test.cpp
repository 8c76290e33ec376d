// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <gisa/error.h>

#include "common/catalog/catalog.h"
#include "tests/common/catalog/sample_articles.h"
#include "tests/support/temp_dir.h"

namespace gisa::catalog {
namespace {
using test::publish_pending;
using test::short_article;
using testing::ElementsAre;

/// Three nights: a, b; then c and a new version of a; then d.
class SegmentsTest : public testing::Test {
  protected:
    SegmentsTest() {
        night({short_article("a", "첫 판"), short_article("b", "본문")});
        night({short_article("c", "본문"), short_article("a", "둘째 판")});
        night({short_article("d", "본문")});
    }

    void night(const std::vector<Article>& articles) {
        run_ = catalog_.begin_run("add", "");
        for (const Article& article : articles) {
            catalog_.put(article, run_);
        }
        publish_pending(catalog_);
    }

    [[nodiscard]] SegmentMerge merge_of(
        std::vector<std::uint64_t> replaced, std::uint64_t articles, std::vector<Row> purged = {}
    ) const {
        SegmentMerge merge;
        merge.replaced = std::move(replaced);
        merge.segment.number = catalog_.next_segment_number();
        merge.segment.articles = articles;
        merge.segment.fingerprint = "chain 1";
        merge.purged = std::move(purged);
        return merge;
    }

    [[nodiscard]] std::vector<std::uint64_t> numbers() const {
        std::vector<std::uint64_t> numbers;
        for (const SegmentRecord& segment : catalog_.published_set().segments) {
            numbers.push_back(segment.number);
        }
        return numbers;
    }

    [[nodiscard]] std::vector<std::string> bodies_of(const std::string& id) const {
        std::vector<std::string> bodies;
        for (const ArticleVersion& version : catalog_.versions(id)) {
            bodies.push_back(version.article.body);
        }
        return bodies;
    }

    gisa::test::TempDir folder_;
    Catalog catalog_{folder_.path() / "archive", Access::ReadWrite};
    std::uint64_t run_ = 0;
};

TEST_F(SegmentsTest, AMergeTakesThePlaceOfItsNeighboursAndHiddenRowsStayHidden) {
    const std::uint64_t state = catalog_.state();

    catalog_.replace_segments(merge_of({1, 2}, 4));

    EXPECT_THAT(numbers(), ElementsAre(4, 3)) << "the oldest rows come first";
    const PublishedSet set = catalog_.published_set();
    EXPECT_THAT(set.hidden, ElementsAre(1));
    EXPECT_EQ(set.articles, 4U);
    EXPECT_GT(set.state, state);
    EXPECT_EQ(set.segments[0].first_row, 1);
    EXPECT_EQ(set.segments[0].last_row, 4);
}

TEST_F(SegmentsTest, APurgedRowIsHiddenNoMoreAndItsVersionIsKept) {
    catalog_.replace_segments(merge_of({1}, 1, {1}));

    EXPECT_TRUE(catalog_.published_set().hidden.empty());
    EXPECT_EQ(catalog_.published_set().articles, 4U);
    EXPECT_THAT(bodies_of("a"), ElementsAre("첫 판", "둘째 판"));
}

TEST_F(SegmentsTest, ASegmentWhoseArticlesAreAllHiddenGoesAway) {
    catalog_.remove("d", run_);

    catalog_.replace_segments(merge_of({3}, 0, {5}));

    EXPECT_THAT(numbers(), ElementsAre(1, 2));
    EXPECT_EQ(catalog_.status().articles, 3U);
}

TEST_F(SegmentsTest, RefusesWhatDoesNotAddUpAndChangesNothing) {
    EXPECT_THROW(catalog_.replace_segments(merge_of({1, 3}, 3)), Error) << "no neighbours";
    EXPECT_THROW(catalog_.replace_segments(merge_of({1, 2}, 3)), Error) << "an article is missing";
    EXPECT_THROW(catalog_.replace_segments(merge_of({1}, 1, {2})), Error) << "not hidden";
    EXPECT_THROW(catalog_.replace_segments(merge_of({2}, 1, {1})), Error) << "not in it";
    EXPECT_THROW(catalog_.replace_segments(merge_of({9}, 0)), Error) << "no such segment";

    EXPECT_THAT(numbers(), ElementsAre(1, 2, 3));
    EXPECT_THAT(catalog_.published_set().hidden, ElementsAre(1));
}

TEST_F(SegmentsTest, ARebuildTakesThePlaceOfAllSegments) {
    SegmentRecord older;
    older.number = catalog_.next_segment_number();
    older.articles = 2;
    older.fingerprint = "chain 2";
    older.first_row = 2;
    older.last_row = 3;
    SegmentRecord newer = older;
    newer.number = older.number + 1;
    newer.first_row = 4;
    newer.last_row = 5;

    EXPECT_THROW(catalog_.replace_all_segments({older}), Error) << "two articles would be lost";
    EXPECT_THROW(catalog_.replace_all_segments({newer, older}), Error) << "out of order";
    catalog_.replace_all_segments({older, newer});

    EXPECT_THAT(numbers(), ElementsAre(older.number, newer.number));
    EXPECT_TRUE(catalog_.published_set().hidden.empty());
    EXPECT_EQ(catalog_.published_set().articles, 4U);
}

TEST_F(SegmentsTest, TheHistoryTellsWhatBecameOfEachVersion) {
    catalog_.put(short_article("a", "셋째 판"), catalog_.begin_run("add", ""));
    catalog_.remove("b", run_);

    const std::vector<ArticleVersion> a = catalog_.versions("a");

    ASSERT_EQ(a.size(), 3U);
    EXPECT_EQ(a[0].state, ArticleVersion::State::Replaced);
    EXPECT_EQ(a[0].run, 1U);
    EXPECT_EQ(a[0].ended_run, 2U);
    EXPECT_EQ(a[1].state, ArticleVersion::State::Visible);
    EXPECT_FALSE(a[1].ended_run);
    EXPECT_EQ(a[2].state, ArticleVersion::State::Pending);
    ASSERT_EQ(catalog_.versions("b").size(), 1U);
    EXPECT_EQ(catalog_.versions("b")[0].state, ArticleVersion::State::Removed);
    EXPECT_TRUE(catalog_.versions("nobody").empty());
}

TEST_F(SegmentsTest, APendingVersionThatGaveWayIsKeptToo) {
    const std::uint64_t run = catalog_.begin_run("add", "");
    catalog_.put(short_article("a", "셋째 판"), run);
    catalog_.put(short_article("a", "넷째 판"), run);

    EXPECT_THAT(bodies_of("a"), ElementsAre("첫 판", "둘째 판", "셋째 판", "넷째 판"));
}

TEST_F(SegmentsTest, OfAnArticleThatWasTakenDownNothingIsLeft) {
    EXPECT_TRUE(catalog_.take_down("a", "법원 결정", run_));

    EXPECT_FALSE(catalog_.find("a"));
    EXPECT_TRUE(catalog_.versions("a").empty());
    EXPECT_EQ(catalog_.article(1), std::nullopt);
    EXPECT_EQ(catalog_.article(4), std::nullopt);
    ASSERT_TRUE(catalog_.takedown("a"));
    EXPECT_EQ(catalog_.takedown("a")->reason, "법원 결정");
    EXPECT_EQ(catalog_.published_set().articles, 3U);
    EXPECT_THAT(catalog_.published_set().hidden, ElementsAre(1, 4));
    const std::vector<SegmentRecord> segments = catalog_.published_set().segments;
    EXPECT_THAT(catalog_.taken_down_rows(segments[0]), ElementsAre(1));
    EXPECT_THAT(catalog_.taken_down_rows(segments[1]), ElementsAre(4));
    EXPECT_TRUE(catalog_.taken_down_rows(segments[2]).empty());

    catalog_.replace_segments(merge_of({1, 2}, 2, {1, 4}));
    EXPECT_TRUE(catalog_.published_set().hidden.empty());
    EXPECT_EQ(catalog_.status().articles, 3U);
}

TEST_F(SegmentsTest, AnArticleThatWasTakenDownMayNotComeBackUntilThatIsLifted) {
    catalog_.take_down("b", "당사자 요청", run_);

    EXPECT_EQ(catalog_.put(short_article("b", "본문"), run_), PutOutcome::TakenDown);
    EXPECT_TRUE(catalog_.pending_rows().empty());
    EXPECT_TRUE(catalog_.lift_takedown("b"));
    EXPECT_FALSE(catalog_.lift_takedown("b"));
    EXPECT_EQ(catalog_.put(short_article("b", "본문"), run_), PutOutcome::Added);
}

TEST_F(SegmentsTest, AnIdThatNeverWasCanBeTakenDownInAdvance) {
    EXPECT_FALSE(catalog_.take_down("not yet", "판결", run_));

    EXPECT_EQ(catalog_.put(short_article("not yet", "본문"), run_), PutOutcome::TakenDown);
}
}  // namespace
}  // namespace gisa::catalog
