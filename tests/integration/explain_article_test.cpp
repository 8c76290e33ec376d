// SPDX-License-Identifier: GPL-2.0-or-later
//
// An explanation is worth something only when it agrees with the search: held against it for every
// article of corpus/.
#include <filesystem>
#include <fstream>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <gisa/indexer.h>
#include <gisa/searcher.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
const std::filesystem::path kCorpus = std::filesystem::path(GISA_SOURCE_DIR) / "corpus";

std::vector<std::string> ids_of_corpus() {
    std::vector<std::string> ids;
    for (const char* name : {"korean.jsonl", "english.jsonl"}) {
        std::ifstream in(kCorpus / name);
        for (std::string line; std::getline(in, line);) {
            ids.push_back(nlohmann::json::parse(line).at("id"));
        }
    }
    return ids;
}

double sum(const std::vector<ScorePiece>& pieces) {
    return std::accumulate(
        pieces.begin(),
        pieces.end(),
        0.0,
        [](double before, const ScorePiece& piece) { return before + piece.value; }
    );
}

TEST(ArticleExplanation, AgreesWithTheSearchAboutEveryArticle) {
    const test::TempDir folder;
    Indexer(folder.path())
        .add({(kCorpus / "korean.jsonl").string(), (kCorpus / "english.jsonl").string()});
    Searcher searcher(folder.path());
    const std::vector<std::string> ids = ids_of_corpus();

    // None of these may be relaxed, so that the hits are those that have everything.
    for (const std::string_view query :
         {"워터마크",
          "정상회의",
          "서울 AND 인공지능",
          "AI서울 AND 회의",
          "\"AI 서울 정상회의\"",
          "워터마크 OR 예산",
          "정상회의 AND -서울",
          "title:워터마크",
          "date:2024-05 AND 인공지능",
          "pledges OR budget",
          "빛나래",
          "北 OR 美",
          "*"}) {
        std::set<std::string> hits;
        for (const Hit& hit : searcher.search({.query = std::string(query), .limit = 100}).hits) {
            hits.insert(hit.id);
        }
        for (const std::string& id : ids) {
            const ArticleExplanation told =
                searcher.explain_article({.query = std::string(query)}, id);
            EXPECT_EQ(told.matches, hits.contains(id)) << query << " in " << id;
            EXPECT_EQ(told.matches, told.rank > 0) << query << " in " << id;
            EXPECT_EQ(told.matches, told.reasons.empty()) << query << " in " << id;
        }
    }
}

TEST(ArticleExplanation, HasTheRankAndScoreOfTheAnswer) {
    const test::TempDir folder;
    std::vector<Article> articles;
    for (int i = 0; i < 30; ++i) {
        articles.push_back(test::article(
            std::to_string(i), "제목", i % 2 == 0 ? "예산 심의" : "예산 이야기와 심의, 다시 심의"
        ));
    }
    test::index(folder.path(), articles);
    Searcher searcher(folder.path());
    const SearchResponse response = searcher.search({.query = "예산 심의", .limit = 30});
    ASSERT_EQ(response.hits.size(), 30U);

    for (const std::size_t place : {0U, 9U, 10U, 29U}) {
        const Hit& hit = response.hits[place];
        const ArticleExplanation told = searcher.explain_article({.query = "예산 심의"}, hit.id);
        EXPECT_EQ(told.rank, place + 1);
        EXPECT_DOUBLE_EQ(told.score, hit.score);
        EXPECT_NEAR(sum(told.evidence) * (1 + sum(told.factors)), hit.score, 1e-9);
    }
}

TEST(ArticleExplanation, TellsOfHitsThatHaveMostWordsOnly) {
    const test::TempDir folder;
    test::index(
        folder.path(),
        {test::article("all", "삼성전자 서약", "본문"), test::article("most", "서약", "삼정전자")}
    );
    Searcher searcher(folder.path());

    const ArticleExplanation most = searcher.explain_article({.query = "삼성전자 서약"}, "most");

    EXPECT_FALSE(most.matches);
    EXPECT_TRUE(most.relaxed);
    EXPECT_EQ(most.rank, 2U);
    EXPECT_EQ(most.reasons.size(), 1U);
    EXPECT_FALSE(searcher.explain_article({.query = "삼성전자 서약"}, "nobody").in_archive);
}
}  // namespace
}  // namespace gisa
