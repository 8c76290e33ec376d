// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analyze/word_check.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/dictionary.h"
#include "tests/support/temp_dir.h"

namespace gisa::indexer {
namespace {
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Kind = WordDisagreement::Kind;

class WordCheckerTest : public testing::Test {
  protected:
    WordCheckReport forms_of(const std::vector<std::string>& words) {
        WordChecker checker(analyzer_, words);
        checker.check_forms();
        return checker.take_report();
    }

    /// One article after another, the last one the newest.
    WordCheckReport in_articles(
        const std::vector<std::string>& words,
        const std::vector<std::string>& bodies,
        std::uint32_t most = 20
    ) {
        const gisa::test::TempDir folder;
        catalog::Catalog catalog(folder.path(), catalog::Access::ReadWrite);
        const std::uint64_t run = catalog.begin_run("add", "");
        for (std::size_t i = 0; i < bodies.size(); ++i) {
            Article article;
            article.id = "article " + std::to_string(i);
            article.body = bodies[i];
            catalog.put(article, run);
        }
        const std::vector<catalog::Row> rows = catalog.pending_rows();
        catalog.publish({1, rows.size(), 1, "chain"}, rows);
        WordChecker checker(analyzer_, words);
        checker.check_articles(catalog, {.articles_per_word = most});
        return checker.take_report();
    }

    text::Analyzer analyzer_{test::dictionary()};
};

TEST_F(WordCheckerTest, TriesParticlesPunctuationAndCase) {
    const WordCheckReport report = forms_of({"대통령", "pledge", "...", ""});

    EXPECT_EQ(report.words, 2U) << "those without a letter are passed over";
    EXPECT_GT(report.forms, 100U);
    EXPECT_EQ(report.articles, 0U);
}

TEST_F(WordCheckerTest, NamesAFormThatDoesNotFindTheWord) {
    // 한강임 is taken for 한 + 강임 or keeps its ending: whatever the rules become, the report says
    // what it got, and nothing of what it names finds the word.
    const WordCheckReport report = forms_of({"한강"});

    EXPECT_EQ(report.first.size(), report.disagreements);
    for (const WordDisagreement& one : report.first) {
        EXPECT_EQ(one.word, "한강");
        EXPECT_EQ(one.kind, Kind::Particle);
        EXPECT_EQ(one.form.substr(0, one.word.size()), one.word);
        EXPECT_NE(one.got, one.expected);
    }
}

TEST_F(WordCheckerTest, FindsArticlesThatTheWordDoesNot) {
    // The listed word is written onto one that merely begins like it.
    const WordCheckReport report =
        in_articles({"한강"}, {"한강에서 만났다", "한강수타령을 불렀다", "강을 건넜다"});

    EXPECT_EQ(report.articles, 3U);
    EXPECT_EQ(report.forms, 2U);
    for (const WordDisagreement& one : report.first) {
        EXPECT_EQ(one.kind, Kind::Article);
        EXPECT_EQ(one.article, "article 1");
        EXPECT_EQ(one.form.substr(0, 6), "한강");
        EXPECT_THAT(one.expected, ElementsAre("한강"));
    }
}

TEST_F(WordCheckerTest, ALatinWordMustEndWhereTheRunEnds) {
    const WordCheckReport report =
        in_articles({"art"}, {"The article of the party", "Art for all"});

    EXPECT_EQ(report.forms, 1U);
    EXPECT_THAT(report.first, IsEmpty());
}

TEST_F(WordCheckerTest, StopsWhenEveryWordHasItsArticles) {
    const WordCheckReport report = in_articles({"예산"}, {"예산", "예산", "예산", "예산"}, 2);

    EXPECT_EQ(report.forms, 2U);
    EXPECT_EQ(report.articles, 2U);
}
}  // namespace
}  // namespace gisa::indexer
