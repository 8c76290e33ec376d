// SPDX-License-Identifier: GPL-2.0-or-later
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <gisa/error.h>

#include "common/catalog/catalog.h"
#include "common/catalog/database.h"
#include "common/schema/calendar.h"
#include "tests/common/catalog/sample_articles.h"
#include "tests/support/temp_dir.h"

namespace gisa::catalog {
namespace {
using namespace std::chrono_literals;
using std::chrono::sys_days;
using test::publish_pending;
using test::short_article;

SegmentRecord segment(std::uint64_t number, std::uint64_t articles) {
    SegmentRecord record;
    record.number = number;
    record.articles = articles;
    record.bytes = 100;
    record.fingerprint = "chain 1";
    return record;
}

class PublishingTest : public testing::Test {
  protected:
    Article dated(const std::string& id, std::chrono::sys_seconds published) {
        Article article = short_article(id, "본문");
        article.published = published;
        return article;
    }

    gisa::test::TempDir folder_;
    std::filesystem::path archive_ = folder_.path() / "archive";
    Catalog catalog_{archive_, Access::ReadWrite};
    std::uint64_t run_ = catalog_.begin_run("add", "news.jsonl");
};

TEST_F(PublishingTest, AnEmptyArchiveHasAnEmptySet) {
    const PublishedSet set = catalog_.published_set();

    EXPECT_TRUE(set.segments.empty());
    EXPECT_TRUE(set.hidden.empty());
    EXPECT_EQ(set.articles, 0U);
    EXPECT_FALSE(set.first_day);
    EXPECT_EQ(catalog_.next_segment_number(), 1U);
}

TEST_F(PublishingTest, KnowsWhenAnArticleFirstCameIntoTheArchive) {
    catalog_.put(short_article("a", "첫 판"), run_);
    publish_pending(catalog_);
    const std::uint64_t second = catalog_.begin_run("add", "news.jsonl");
    catalog_.put(short_article("a", "둘째 판"), second);
    catalog_.put(short_article("b", "본문"), second);
    publish_pending(catalog_);
    Database(archive_ / "catalog.sqlite", Database::Mode::ReadWrite, 1s)
        .execute("UPDATE runs SET started = 86400 * run");

    const std::chrono::sys_days day_of_run[] = {
        {}, sys_days{1970y / 1 / 2}, sys_days{1970y / 1 / 3}};
    EXPECT_EQ(catalog_.first_stored(catalog_.find("a").value()), day_of_run[run_]);
    EXPECT_EQ(catalog_.first_stored(catalog_.find("b").value()), day_of_run[second]);
    EXPECT_EQ(catalog_.published_set().first_collected, 1970y / 1 / 2);
    EXPECT_EQ(catalog_.published_set().last_collected, 1970y / 1 / 3);
    EXPECT_EQ(catalog_.published_set().begun, sys_days{1970y / 1 / 2});
}

TEST_F(PublishingTest, KnowsTheRowsOfNewArticles) {
    catalog_.put(short_article("a", "첫 판"), run_);
    catalog_.put(short_article("b", "본문"), run_);
    publish_pending(catalog_);
    const Row last = catalog_.find("b").value();
    EXPECT_THAT(catalog_.rows_since(0), testing::ElementsAre(1, 2));
    EXPECT_THAT(catalog_.rows_since(last), testing::IsEmpty());

    catalog_.put(short_article("a", "둘째 판"), run_);
    catalog_.put(short_article("c", "본문"), run_);
    EXPECT_THAT(catalog_.rows_since(last), testing::IsEmpty()) << "pending";
    publish_pending(catalog_);
    const Row row = catalog_.find("c").value();
    EXPECT_THAT(catalog_.rows_since(last), testing::ElementsAre(row));

    catalog_.remove("b", run_);
    catalog_.put(short_article("b", "셋째 판"), run_);
    catalog_.put(short_article("c", "고친 판"), run_);
    publish_pending(catalog_);
    // Who opened the archive before still sees the first of both.
    EXPECT_THAT(catalog_.rows_since(last), testing::ElementsAre(row, catalog_.find("c").value()))
        << "b was here before";
}

TEST_F(PublishingTest, MakesPendingRowsVisibleAndHidesWhatTheyReplace) {
    catalog_.put(short_article("a", "첫 판"), run_);
    catalog_.put(short_article("b", "본문"), run_);
    publish_pending(catalog_);
    const Row replaced = catalog_.find("a").value();
    catalog_.put(short_article("a", "둘째 판"), run_);
    catalog_.put(short_article("c", "본문"), run_);
    const std::uint64_t before = catalog_.state();

    publish_pending(catalog_);

    const PublishedSet set = catalog_.published_set();
    EXPECT_EQ(set.articles, 3U);
    EXPECT_THAT(set.hidden, testing::ElementsAre(replaced));
    ASSERT_EQ(set.segments.size(), 2U);
    EXPECT_EQ(set.segments[0].number, 1U);
    EXPECT_EQ(set.segments[1].number, 2U);
    EXPECT_EQ(set.segments[1].articles, 2U);
    EXPECT_EQ(set.segments[1].bytes, 100U);
    EXPECT_EQ(set.segments[1].fingerprint, "chain 1");
    EXPECT_EQ(set.state, catalog_.state());
    EXPECT_GT(set.state, before);
    EXPECT_EQ(catalog_.article(catalog_.find("a").value())->body, "둘째 판");
    EXPECT_EQ(catalog_.next_segment_number(), 3U);
}

TEST_F(PublishingTest, HiddenRowsAscend) {
    for (const char* id : {"c", "a", "b"}) {
        catalog_.put(short_article(id, "본문"), run_);
    }
    publish_pending(catalog_);
    for (const char* id : {"b", "c", "a"}) {
        catalog_.remove(id, run_);
    }

    EXPECT_THAT(catalog_.published_set().hidden, testing::ElementsAre(1, 2, 3));
}

TEST_F(PublishingTest, TheFirstOfThePendingRowsCanBePublishedAlone) {
    catalog_.put(short_article("a", "1"), run_);
    catalog_.put(short_article("b", "2"), run_);
    const std::vector<Row> rows = catalog_.pending_rows();

    EXPECT_THROW(catalog_.publish(segment(1, 1), {rows[1]}), Error) << "ranges must not overlap";
    catalog_.publish(segment(1, 1), {rows[0]});

    EXPECT_THAT(catalog_.pending_rows(), testing::ElementsAre(rows[1]));
    EXPECT_EQ(catalog_.published_set().articles, 1U);
}

TEST_F(PublishingTest, RefusesRowsThatAreNotPendingAndChangesNothing) {
    catalog_.put(short_article("a", "1"), run_);
    const Row row = catalog_.pending_rows().at(0);
    const std::uint64_t before = catalog_.state();

    EXPECT_THROW(catalog_.publish(segment(1, 2), {row, row}), Error);
    EXPECT_THROW(catalog_.publish(segment(1, 2), {row, row + 1}), Error);
    EXPECT_THROW(catalog_.publish(segment(1, 7), {row}), Error);

    EXPECT_THAT(catalog_.pending_rows(), testing::ElementsAre(row));
    EXPECT_TRUE(catalog_.published_set().segments.empty());
    EXPECT_EQ(catalog_.state(), before);
}

TEST_F(PublishingTest, DaysAreDaysInSeoulOfPublishedArticles) {
    using std::chrono::sys_days;
    using std::chrono::year;
    // 15:30 UTC on the 20th is half past midnight on the 21st in Seoul.
    catalog_.put(dated("first", sys_days(year(2024) / 5 / 20) + 15h + 30min), run_);
    catalog_.put(dated("last", sys_days(year(2024) / 6 / 1) + 1h), run_);
    catalog_.put(short_article("undated", "본문"), run_);
    publish_pending(catalog_);
    catalog_.put(dated("pending", sys_days(year(1999) / 1 / 1)), run_);

    const PublishedSet set = catalog_.published_set();

    EXPECT_TRUE(set.first_day == year(2024) / 5 / 21);
    EXPECT_TRUE(set.last_day == year(2024) / 6 / 1);
}

TEST_F(PublishingTest, AReadingKeepsItsInstant) {
    catalog_.put(short_article("a", "1"), run_);
    const Catalog reader(archive_, Access::ReadOnly);
    std::optional<Reading> reading(reader);
    EXPECT_FALSE(reader.find("a"));

    publish_pending(catalog_);

    EXPECT_FALSE(reader.find("a"));
    reading.reset();
    EXPECT_TRUE(reader.find("a"));
}

TEST_F(PublishingTest, StatusTellsWhatTheArchiveHolds) {
    using std::chrono::sys_days;
    using std::chrono::year;
    const std::chrono::sys_seconds early = sys_days(year(2024) / 5 / 20) + 3h;
    const std::chrono::sys_seconds late = sys_days(year(2024) / 6 / 1) + 1h;
    for (int i = 0; i < 3; ++i) {
        Article article = dated("h" + std::to_string(i), i == 0 ? early : late);
        article.publisher = "하늘목일보";
        catalog_.put(article, run_);
    }
    catalog_.put(short_article("nobody's", "본문"), run_);
    publish_pending(catalog_);
    catalog_.remove("h2", run_);
    catalog_.put(short_article("pending", "본문"), run_);
    catalog_.reject({"news.jsonl", 7, "not JSON", "{", "{"}, run_);
    catalog_.reject({"news.jsonl", 9, "no id", "{}", "{}"}, run_);
    RunReport report;
    report.run = run_;
    report.added = 5;
    report.replaced = 4;
    report.unchanged = 3;
    report.removed = 2;
    report.rejected = 1;
    catalog_.finish_run(report);
    catalog_.begin_run("remove", "h2");
    std::filesystem::create_directories(archive_ / "segments" / "000001");
    std::ofstream(archive_ / "segments" / "000001" / "postlist.glass") << "12345";

    const ArchiveStatus status = Catalog(archive_, Access::ReadOnly).status();

    EXPECT_EQ(status.path, archive_);
    EXPECT_EQ(status.articles, 3U);
    EXPECT_EQ(status.pending, 1U);
    EXPECT_EQ(status.text_bytes, 3 * std::string("본문").size());
    EXPECT_GT(status.catalog_bytes, 8'192U);
    EXPECT_EQ(status.segment_bytes, 5U);
    EXPECT_EQ(status.first, schema::seoul_day(early));
    EXPECT_EQ(status.last, schema::seoul_day(late));
    EXPECT_EQ(status.fingerprint, "chain 1");

    ASSERT_EQ(status.publishers.size(), 2U);
    EXPECT_EQ(status.publishers[0].publisher, "하늘목일보");
    EXPECT_EQ(status.publishers[0].articles, 2U);
    EXPECT_EQ(status.publishers[0].first, schema::seoul_day(early));
    EXPECT_EQ(status.publishers[0].last, schema::seoul_day(late));
    EXPECT_EQ(status.publishers[1].publisher, "");
    EXPECT_FALSE(status.publishers[1].first);

    ASSERT_EQ(status.segments.size(), 1U);
    EXPECT_EQ(status.segments[0].articles, 4U);
    EXPECT_EQ(status.segments[0].hidden, 1U);

    ASSERT_EQ(status.runs.size(), 2U);
    EXPECT_EQ(status.runs[0].command, "remove");
    EXPECT_FALSE(status.runs[0].finished);
    EXPECT_TRUE(status.runs[1].finished);
    EXPECT_EQ(status.runs[1].added, 5U);
    EXPECT_EQ(status.runs[1].replaced, 4U);
    EXPECT_EQ(status.runs[1].unchanged, 3U);
    EXPECT_EQ(status.runs[1].removed, 2U);
    EXPECT_EQ(status.runs[1].rejected, 1U);

    EXPECT_EQ(status.rejected, 2U);
    ASSERT_EQ(status.last_rejected.size(), 2U);
    EXPECT_EQ(status.last_rejected[0].line, 9U);
    EXPECT_EQ(status.last_rejected[1].reason, "not JSON");
}

TEST_F(PublishingTest, OnlyAKnownRunCanBeFinished) {
    RunReport report;
    report.run = run_ + 1;

    EXPECT_THROW(catalog_.finish_run(report), Error);
}
}  // namespace
}  // namespace gisa::catalog
