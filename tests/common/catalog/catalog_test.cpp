// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/catalog/catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gisa/error.h>

#include "tests/common/catalog/sample_articles.h"
#include "tests/support/temp_dir.h"

namespace gisa::catalog {
namespace {
using test::full_article;
using test::publish_pending;
using test::short_article;

class CatalogTest : public testing::Test {
  protected:
    gisa::test::TempDir folder_;
    Catalog catalog_{folder_.path() / "archive", Access::ReadWrite};
    std::uint64_t run_ = catalog_.begin_run("add", "news.jsonl");
};

TEST_F(CatalogTest, GivesBackEveryFieldOfAnArticle) {
    const Article given = full_article();

    catalog_.put(given, run_);
    publish_pending(catalog_);

    const std::optional<Row> row = catalog_.find(given.id);
    ASSERT_TRUE(row);
    const std::optional<Article> got = catalog_.article(*row);
    ASSERT_TRUE(got);
    EXPECT_EQ(got->id, given.id);
    EXPECT_EQ(got->title, given.title);
    EXPECT_EQ(got->body, given.body);
    EXPECT_EQ(got->url, given.url);
    EXPECT_EQ(got->publisher, given.publisher);
    EXPECT_EQ(got->byline, given.byline);
    EXPECT_EQ(got->sections, given.sections);
    EXPECT_EQ(got->language, given.language);
    EXPECT_EQ(got->published, given.published);
    EXPECT_EQ(got->other_fields, given.other_fields);
}

TEST_F(CatalogTest, GivesBackEmptyFieldsAsEmpty) {
    catalog_.put(short_article("a", ""), run_);

    const std::optional<Article> got = catalog_.article(catalog_.pending_rows().at(0));

    ASSERT_TRUE(got);
    EXPECT_EQ(got->body, "");
    EXPECT_EQ(got->other_fields, "");
    EXPECT_EQ(got->published, std::nullopt);
    EXPECT_TRUE(got->sections.empty());
}

TEST_F(CatalogTest, HeadlineLacksOnlyTheBody) {
    catalog_.put(full_article(), run_);

    const std::optional<Article> got = catalog_.headline(catalog_.pending_rows().at(0));

    ASSERT_TRUE(got);
    EXPECT_EQ(got->title, full_article().title);
    EXPECT_EQ(got->other_fields, full_article().other_fields);
    EXPECT_EQ(got->body, "");
}

TEST_F(CatalogTest, TextReplacesWhatTheStringsHeld) {
    catalog_.put(short_article("a", "긴 본문이 먼저 온다"), run_);
    catalog_.put(short_article("b", ""), run_);
    const std::vector<Row> rows = catalog_.pending_rows();
    std::string title = "옛 제목";
    std::string body = "옛 본문";

    EXPECT_TRUE(catalog_.text(rows.at(0), title, body));
    EXPECT_EQ(title, "");
    EXPECT_EQ(body, "긴 본문이 먼저 온다");
    EXPECT_TRUE(catalog_.text(rows.at(1), title, body));
    EXPECT_EQ(body, "");
}

TEST_F(CatalogTest, UnknownRowsAndIdsAreNothing) {
    std::string title;
    std::string body;

    EXPECT_FALSE(catalog_.text(77, title, body));
    EXPECT_EQ(catalog_.article(77), std::nullopt);
    EXPECT_FALSE(catalog_.find("nobody"));
    EXPECT_FALSE(catalog_.remove("nobody", run_));
}

TEST_F(CatalogTest, KeepsALongTextWhole) {
    std::string body;
    for (int i = 0; i < 200'000; ++i) {
        body += "기사 " + std::to_string(i) + ' ';
    }

    catalog_.put(short_article("long", body), run_);

    EXPECT_EQ(catalog_.article(catalog_.pending_rows().at(0))->body, body);
}

TEST_F(CatalogTest, AnIdMayHoldAnyCharacter) {
    const std::string odd("a'b\"%\0z", 7);

    catalog_.put(short_article(odd, "1"), run_);
    catalog_.put(short_article("a'b\"%", "2"), run_);
    publish_pending(catalog_);

    ASSERT_TRUE(catalog_.find(odd));
    EXPECT_EQ(catalog_.article(*catalog_.find(odd))->id, odd);
}

TEST_F(CatalogTest, RefusesAnArticleWithoutId) {
    try {
        catalog_.put(short_article("", "본문"), run_);
        FAIL() << "it was stored";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::InvalidArgument);
    }
}

// --- what put() makes of a version ---

TEST_F(CatalogTest, TheSameArticleAgainIsUnchangedPendingOrVisible) {
    EXPECT_EQ(catalog_.put(full_article(), run_), PutOutcome::Added);
    EXPECT_EQ(catalog_.put(full_article(), run_), PutOutcome::Unchanged);

    publish_pending(catalog_);

    EXPECT_EQ(catalog_.put(full_article(), run_), PutOutcome::Unchanged);
    EXPECT_TRUE(catalog_.pending_rows().empty());
}

TEST_F(CatalogTest, AChangeOfAnyFieldReplaces) {
    catalog_.put(full_article(), run_);
    publish_pending(catalog_);
    std::vector<Article> changed(9, full_article());
    changed[0].title += "!";
    changed[1].body += "!";
    changed[2].url += "!";
    changed[3].publisher += "!";
    changed[4].byline += "!";
    changed[5].sections.pop_back();
    changed[6].language = "en";
    changed[7].published.reset();
    changed[8].other_fields.clear();

    for (const Article& article : changed) {
        EXPECT_EQ(catalog_.put(article, run_), PutOutcome::Replaced);
        EXPECT_EQ(catalog_.pending_rows().size(), 1U);
    }
}

TEST_F(CatalogTest, ANewerPendingVersionTakesTheOlderOnesPlace) {
    EXPECT_EQ(catalog_.put(short_article("a", "첫 판"), run_), PutOutcome::Added);
    EXPECT_EQ(catalog_.put(short_article("a", "둘째 판"), run_), PutOutcome::Replaced);

    const std::vector<Row> rows = catalog_.pending_rows();

    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(catalog_.article(rows[0])->body, "둘째 판");
}

TEST_F(CatalogTest, AReplacementStaysUnseenUntilItIsPublished) {
    catalog_.put(short_article("a", "첫 판"), run_);
    publish_pending(catalog_);
    const Row first = catalog_.find("a").value();

    EXPECT_EQ(catalog_.put(short_article("a", "둘째 판"), run_), PutOutcome::Replaced);

    EXPECT_EQ(catalog_.find("a"), first);
    EXPECT_TRUE(catalog_.published_set().hidden.empty());
}

TEST_F(CatalogTest, GoingBackToTheVisibleVersionDropsThePendingOne) {
    catalog_.put(short_article("a", "첫 판"), run_);
    publish_pending(catalog_);
    catalog_.put(short_article("a", "둘째 판"), run_);

    EXPECT_EQ(catalog_.put(short_article("a", "첫 판"), run_), PutOutcome::Unchanged);

    EXPECT_TRUE(catalog_.pending_rows().empty());
}

TEST_F(CatalogTest, ARowNumberIsNeverGivenTwice) {
    catalog_.put(short_article("a", "1"), run_);
    const Row dropped = catalog_.pending_rows().at(0);
    catalog_.remove("a", run_);

    catalog_.put(short_article("b", "2"), run_);

    EXPECT_GT(catalog_.pending_rows().at(0), dropped);
}

// --- removing ---

TEST_F(CatalogTest, RemovingAPendingArticleLeavesNothing) {
    catalog_.put(short_article("a", "1"), run_);
    const std::uint64_t before = catalog_.state();

    EXPECT_TRUE(catalog_.remove("a", run_));

    EXPECT_TRUE(catalog_.pending_rows().empty());
    EXPECT_EQ(catalog_.state(), before) << "searchers never saw it";
}

TEST_F(CatalogTest, RemovingAVisibleArticleHidesItAtOnce) {
    catalog_.put(short_article("a", "1"), run_);
    catalog_.put(short_article("b", "2"), run_);
    publish_pending(catalog_);
    catalog_.put(short_article("a", "새 판"), run_);
    const Row row = catalog_.find("a").value();
    const std::uint64_t before = catalog_.state();

    EXPECT_TRUE(catalog_.remove("a", run_));

    EXPECT_FALSE(catalog_.find("a"));
    EXPECT_TRUE(catalog_.pending_rows().empty());
    EXPECT_THAT(catalog_.published_set().hidden, testing::ElementsAre(row));
    EXPECT_EQ(catalog_.published_set().articles, 1U);
    EXPECT_GT(catalog_.state(), before);
    EXPECT_TRUE(catalog_.article(row)) << "a searcher opened before may still show it";
    EXPECT_FALSE(catalog_.remove("a", run_));
}

TEST_F(CatalogTest, ARemovedArticleCanComeBack) {
    catalog_.put(short_article("a", "1"), run_);
    publish_pending(catalog_);
    catalog_.remove("a", run_);

    EXPECT_EQ(catalog_.put(short_article("a", "1"), run_), PutOutcome::Added);
    publish_pending(catalog_);

    EXPECT_TRUE(catalog_.find("a"));
    EXPECT_EQ(catalog_.published_set().articles, 1U);
}

// --- groups of changes ---

TEST_F(CatalogTest, WithoutCommitAGroupOfChangesIsForgotten) {
    {
        Catalog other = std::move(catalog_);
        other.put(short_article("kept", "1"), run_);
        other.begin();
        other.put(short_article("lost", "2"), run_);
    }
    catalog_ = Catalog(folder_.path() / "archive", Access::ReadWrite);

    EXPECT_EQ(catalog_.pending_rows().size(), 1U);
}

TEST_F(CatalogTest, AFailedChangeTakesItsGroupBackAndCommitSaysSo) {
    catalog_.begin();
    catalog_.put(short_article("a", "1"), run_);
    EXPECT_THROW(catalog_.publish({1, 1, 100, "chain"}, {999}), Error);

    try {
        catalog_.commit();
        FAIL() << "it claimed to have committed";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::StorageFailed);
    }
    EXPECT_TRUE(catalog_.pending_rows().empty());
}

TEST_F(CatalogTest, AKillInsideAGroupLeavesTheStateBeforeIt) {
    catalog_.put(short_article("before", "1"), run_);
    publish_pending(catalog_);

    const pid_t child = fork();
    if (child == 0) {
        Catalog writer(folder_.path() / "archive", Access::ReadWrite);
        writer.begin();
        for (int i = 0; i < 500; ++i) {
            writer.put(short_article(std::to_string(i), "본문 " + std::to_string(i)), run_);
        }
        writer.remove("before", run_);
        _exit(0);
    }
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_EQ(status, 0);

    Catalog after(folder_.path() / "archive", Access::ReadWrite);
    EXPECT_TRUE(after.pending_rows().empty());
    EXPECT_TRUE(after.find("before"));
    EXPECT_EQ(after.put(short_article("0", "본문 0"), run_), PutOutcome::Added);
}

TEST_F(CatalogTest, AKillAfterCommitLosesNothing) {
    const pid_t child = fork();
    if (child == 0) {
        Catalog writer(folder_.path() / "archive", Access::ReadWrite);
        writer.begin();
        writer.put(short_article("a", "본문"), run_);
        writer.commit();
        _exit(0);
    }
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_EQ(status, 0);

    EXPECT_EQ(catalog_.pending_rows().size(), 1U);
}
}  // namespace
}  // namespace gisa::catalog
