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

class UserWordsTest : public testing::Test {
  protected:
    UserWordsTest() {
        catalog_.put(test::full_article(), run_);
        catalog_.put(short_article("b", "본문"), run_);
        publish_pending(catalog_);
    }

    /// A change that analyses the given rows again.
    [[nodiscard]] UserWordsChange change_of(std::vector<Row> rows) const {
        UserWordsChange change;
        change.user_words = "세종시 세종 시\n";
        change.fingerprint = "chain 2";
        change.rows = rows;
        change.segment.number = catalog_.next_segment_number();
        change.segment.articles = rows.size();
        change.segment.bytes = 100;
        change.segment.fingerprint = "chain 2";
        change.run = run_;
        return change;
    }

    gisa::test::TempDir folder_;
    Catalog catalog_{folder_.path() / "archive", Access::ReadWrite};
    std::uint64_t run_ = catalog_.begin_run("dictionary", "");
};

TEST_F(UserWordsTest, ThereAreNoneAtFirst) {
    EXPECT_EQ(catalog_.user_words(), "");
    EXPECT_EQ(catalog_.published_set().user_words, "");
}

TEST_F(UserWordsTest, AChangeMovesItsArticlesToANewSegmentAndRenamesTheOthers) {
    const std::string id = test::full_article().id;
    const Row before = catalog_.find(id).value();
    const Row after = catalog_.next_row();
    const std::uint64_t state = catalog_.state();

    catalog_.change_user_words(change_of({before}));

    EXPECT_EQ(catalog_.find(id), after);
    EXPECT_EQ(catalog_.article(after)->body, test::full_article().body);
    EXPECT_EQ(catalog_.article(after)->other_fields, test::full_article().other_fields);
    const PublishedSet set = catalog_.published_set();
    EXPECT_EQ(set.articles, 2U);
    EXPECT_THAT(set.hidden, testing::ElementsAre(before));
    ASSERT_EQ(set.segments.size(), 2U);
    EXPECT_EQ(set.segments[0].fingerprint, "chain 2");
    EXPECT_EQ(set.segments[1].fingerprint, "chain 2");
    EXPECT_EQ(set.user_words, "세종시 세종 시\n");
    EXPECT_GT(set.state, state);
    EXPECT_EQ(catalog_.put(test::full_article(), run_), PutOutcome::Unchanged);
    const ArchiveStatus status = catalog_.status();
    EXPECT_EQ(status.articles, 2U);
    EXPECT_EQ(status.segments[1].articles, 1U);
}

TEST_F(UserWordsTest, AChangeThatConcernsNoArticleAddsNoSegment) {
    catalog_.change_user_words(change_of({}));

    EXPECT_EQ(catalog_.published_set().segments.size(), 1U);
    EXPECT_EQ(catalog_.published_set().segments[0].fingerprint, "chain 2");
    EXPECT_EQ(catalog_.user_words(), "세종시 세종 시\n");
}

TEST_F(UserWordsTest, AChangeThatFailsLeavesEverythingAsItWas) {
    const Row visible = catalog_.find("b").value();

    EXPECT_THROW(catalog_.change_user_words(change_of({visible, 99})), Error);

    EXPECT_EQ(catalog_.find("b"), visible);
    EXPECT_EQ(catalog_.user_words(), "");
    EXPECT_EQ(catalog_.published_set().segments[0].fingerprint, "chain 1");
}
}  // namespace
}  // namespace gisa::catalog
