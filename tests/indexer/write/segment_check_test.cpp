// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/segment_check.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "common/segment/segment_files.h"
#include "indexer/write/biword_files.h"
#include "indexer/write/compaction.h"
#include "indexer/write/document_files.h"
#include "indexer/write/glass_database.h"
#include "tests/support/temp_dir.h"

namespace gisa::indexer {
namespace {
/// A segment of the rows 3 and 5, each with one word and a sketch.
class SegmentContentTest : public testing::Test {
  protected:
    SegmentContentTest() {
        Inverter inverter;
        for (const catalog::Row row : {3, 5}) {
            articles_.push_back(
                {.row = row,
                 .story = std::string(16, static_cast<char>(row)),
                 .title_letters = static_cast<std::size_t>(row)}
            );
            articles_.back().biwords = {static_cast<schema::Biword>(row), 700};
            articles_.back().terms.push_back({numbers_.number("서약" + std::to_string(row)), 2});
            inverter.add(articles_.back());
        }
        const std::vector<InvertedBatch> batches = {std::move(inverter).finish(numbers_)};
        write_glass_database(dir_.path() / "batches", batches);
        compact({dir_.path() / "batches"}, dir_.path() / segment::kPostingsFile);
        write_biwords(dir_.path() / segment::kBiwordsFile, batches);
        write_documents(dir_.path() / segment::kDocumentsFile, batches);
    }

    test::TempDir dir_;
    TermNumbers numbers_;
    std::vector<AnalyzedArticle> articles_;
};

TEST_F(SegmentContentTest, HoldsTheArticlesThatWereWritten) {
    const SegmentContent content(dir_.path());

    EXPECT_EQ(content.rows(), (std::vector<catalog::Row>{3, 5}));
    for (const AnalyzedArticle& article : articles_) {
        EXPECT_EQ(content.missing_term(article, numbers_), "");
        EXPECT_TRUE(content.has_biwords(article));
        EXPECT_TRUE(content.has_record(article));
    }
}

TEST_F(SegmentContentTest, MissesABiword) {
    const SegmentContent content(dir_.path());
    AnalyzedArticle other = articles_[0];
    other.biwords = articles_[1].biwords;

    EXPECT_FALSE(content.has_biwords(other));
}

TEST_F(SegmentContentTest, MissesAWordAndItsCount) {
    const SegmentContent content(dir_.path());
    AnalyzedArticle more = articles_[0];
    more.terms[0].count = 3;
    AnalyzedArticle other = articles_[0];
    other.terms = articles_[1].terms;

    EXPECT_EQ(content.missing_term(more, numbers_), "서약3");
    EXPECT_EQ(content.missing_term(other, numbers_), "서약5");
}

TEST_F(SegmentContentTest, TellsAnotherStoryFromItsOwn) {
    const SegmentContent content(dir_.path());
    AnalyzedArticle other = articles_[0];
    other.story = articles_[1].story;
    AnalyzedArticle without = articles_[0];
    without.story.clear();

    EXPECT_FALSE(content.has_record(other));
    EXPECT_FALSE(content.has_record(without));
}

TEST_F(SegmentContentTest, TellsATitleOfAnotherLengthFromItsOwn) {
    const SegmentContent content(dir_.path());
    AnalyzedArticle other = articles_[0];
    other.title_letters = articles_[1].title_letters;

    EXPECT_FALSE(content.has_record(other));
}

TEST_F(SegmentContentTest, TellsAnotherDateAndLengthFromItsOwn) {
    const SegmentContent content(dir_.path());
    AnalyzedArticle dated = articles_[0];
    dated.published = std::chrono::sys_seconds(std::chrono::seconds(1));
    AnalyzedArticle longer = articles_[0];
    ++longer.terms[0].count;

    EXPECT_FALSE(content.has_record(dated));
    EXPECT_FALSE(content.has_record(longer));
}

TEST_F(SegmentContentTest, HasNothingOfAnArticleThatIsNotThere) {
    const SegmentContent content(dir_.path());
    AnalyzedArticle absent = articles_[0];
    absent.row = 4;

    EXPECT_EQ(content.missing_term(absent, numbers_), "서약3");
    EXPECT_FALSE(content.has_record(absent));
}
}  // namespace
}  // namespace gisa::indexer
