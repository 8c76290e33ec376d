// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/catalog/catalog.h"
#include "tests/common/catalog/sample_articles.h"
#include "tests/support/temp_dir.h"

namespace gisa::catalog {
namespace {
using test::publish_pending;
using test::short_article;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

class SourcesTest : public testing::Test {
  protected:
    SourceRecord begun(const std::string& path, std::uint64_t run) {
        SourceRecord source;
        source.path = path;
        source.bytes = 100;
        source.modified = 1'700'000'000'000'000'000;
        source.options = "jsonl";
        source.reading = run;
        source.number = catalog_.begin_source(source, run);
        return source;
    }

    gisa::test::TempDir folder_;
    Catalog catalog_{folder_.path() / "archive", Access::ReadWrite};
    std::uint64_t run_ = catalog_.begin_run("add", "");
};

TEST_F(SourcesTest, AFileIsKnownAsItWasReadLast) {
    EXPECT_FALSE(catalog_.source("/news/1.jsonl"));
    SourceRecord source = begun("/news/1.jsonl", run_);
    source.records = 3;
    source.articles = 2;
    catalog_.advance_source(source);

    std::optional<SourceRecord> known = catalog_.source("/news/1.jsonl");
    ASSERT_TRUE(known);
    EXPECT_FALSE(known->content_hash) << "not read to its end";
    EXPECT_EQ(known->records, 3U);

    source.content_hash = io::FileHash{std::byte{7}};
    catalog_.finish_source(source, run_);
    known = catalog_.source("/news/1.jsonl");
    EXPECT_EQ(known->content_hash, source.content_hash);
    EXPECT_EQ(known->bytes, 100U);
    EXPECT_EQ(known->modified, source.modified);
    EXPECT_EQ(known->options, "jsonl");
    EXPECT_EQ(known->articles, 2U);
    EXPECT_EQ(known->reading, run_);
}

TEST_F(SourcesTest, OnlyTheFilesBelowAFolderAreItsOwn) {
    for (const char* path :
         {"/news/2.jsonl",
          "/news/1.jsonl",
          "/news/old/1.jsonl",
          "/news.jsonl",
          "/newsroom/1.jsonl"}) {
        begun(path, run_);
    }

    std::vector<std::string> paths;
    for (const SourceRecord& source : catalog_.sources_below("/news")) {
        paths.push_back(source.path);
    }
    EXPECT_THAT(paths, ElementsAre("/news/1.jsonl", "/news/2.jsonl", "/news/old/1.jsonl"));
    EXPECT_EQ(catalog_.sources_below("/").size(), 5U);
}

TEST_F(SourcesTest, KnowsWhichArticlesAReadingDidNotSeeAgain) {
    const SourceRecord first = begun("/news/1.jsonl", run_);
    for (const char* id : {"stays", "changes", "goes"}) {
        catalog_.put(short_article(id, "본문"), run_, first);
    }
    catalog_.put(short_article("elsewhere", "본문"), run_);
    publish_pending(catalog_);
    const std::uint64_t next = catalog_.begin_run("add", "");
    const SourceRecord second = begun("/news/1.jsonl", next);
    EXPECT_EQ(second.number, first.number);

    catalog_.put(short_article("stays", "본문"), next, second);
    catalog_.put(short_article("changes", "새 본문"), next, second);
    publish_pending(catalog_);

    EXPECT_THAT(catalog_.unseen_ids(second), ElementsAre("goes"));
    EXPECT_THAT(
        catalog_.ids_of_source(second.number), UnorderedElementsAre("stays", "changes", "goes")
    );
}

TEST_F(SourcesTest, ReadingAFileAnewForgetsWhatWasRejectedOfIt) {
    begun("/news/1.jsonl", run_);
    catalog_.reject({"/news/1.jsonl", 7, "not JSON", "{", "{"}, run_);
    catalog_.reject({"/news/2.jsonl", 7, "not JSON", "{", "{"}, run_);

    begun("/news/1.jsonl", run_);

    EXPECT_EQ(catalog_.status().rejected, 1U);
}

TEST_F(SourcesTest, RejectedRecordsComeBackWholeUntilTheyAreForgotten) {
    const std::string record(10'000, 'x');
    catalog_.reject({"-", 7, "not JSON", "xxx", record}, run_);
    catalog_.reject({"-", 8, "longer than 16 MiB", "yyy", ""}, run_);
    catalog_.reject({"-", 9, "no id", "{}", "{}"}, run_);

    const std::vector<NumberedRejection> rejected = catalog_.rejected_after(0, 10);

    ASSERT_EQ(rejected.size(), 2U) << "what was not kept cannot be tried again";
    EXPECT_EQ(rejected[0].record.record, record);
    EXPECT_EQ(rejected[0].record.line, 7U);
    EXPECT_EQ(rejected[1].record.record, "{}");
    EXPECT_EQ(catalog_.rejected_after(rejected[0].number, 10).size(), 1U);
    catalog_.forget_rejected(rejected[0].number);
    EXPECT_EQ(catalog_.rejected_after(0, 10).size(), 1U);
}

TEST_F(SourcesTest, ARunThatIsDroppedLeavesNothingPendingAndItsFilesUnread) {
    catalog_.put(short_article("before", "본문"), run_);
    const std::uint64_t next = catalog_.begin_run("add", "");
    SourceRecord source = begun("/news/1.jsonl", next);
    catalog_.put(short_article("dropped", "본문"), next, source);
    source.records = source.articles = 1;
    catalog_.advance_source(source);

    catalog_.drop_stored(next);

    EXPECT_EQ(catalog_.pending_rows().size(), 1U);
    EXPECT_EQ(catalog_.source("/news/1.jsonl")->records, 0U);
}

TEST_F(SourcesTest, AFailedRunSaysWhy) {
    catalog_.fail_run(run_, "no room is left");

    const ArchiveStatus status = catalog_.status();
    EXPECT_EQ(status.runs.at(0).problem, "no room is left");
    EXPECT_TRUE(status.runs.at(0).finished);
}
}  // namespace
}  // namespace gisa::catalog
