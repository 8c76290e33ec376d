// SPDX-License-Identifier: GPL-2.0-or-later
//
// What came into an archive after a watermark: one night's news for queries that wait for it.
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <gisa/archive_care.h>
#include <gisa/error.h>
#include <gisa/indexer.h>
#include <gisa/searcher.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class NewerArticles : public testing::Test {
  protected:
    static Article about_budget(std::string id) {
        return test::article(std::move(id), "예산안 심의", "국회가 예산안을 심의했다.");
    }

    void night(const std::vector<Article>& articles, const IndexerOptions& options = {}) const {
        test::index(dir_.path(), articles, options);
    }

    [[nodiscard]] Watermark watermark() const { return Searcher(dir_.path()).watermark(); }

    [[nodiscard]] std::vector<std::string> newer_than(
        const Watermark& mark, const std::string& query = "예산안", SortBy order = SortBy::Relevance
    ) const {
        Searcher searcher(dir_.path());
        std::vector<std::string> ids;
        for (const Hit& hit :
             searcher.search({.query = query, .sort_by = order, .after = mark}).hits) {
            ids.push_back(hit.id);
        }
        return ids;
    }

    test::TempDir dir_;
};

TEST_F(NewerArticles, AreThoseOfTheRunsSince) {
    night({about_budget("first")});
    const Watermark first = watermark();
    night({about_budget("second"), test::article("other", "날씨", "비가 온다.")});
    const Watermark second = watermark();
    night({about_budget("third")});

    EXPECT_THAT(newer_than(first), UnorderedElementsAre("second", "third"));
    EXPECT_THAT(newer_than(second), ElementsAre("third"));
    EXPECT_THAT(newer_than(watermark()), IsEmpty());
}

/// By words, by their stored text, by nothing at all, and with words that nobody demands.
TEST_F(NewerArticles, AreFoundByQueriesOfEveryKind) {
    night({about_budget("old")});
    const Watermark mark = watermark();
    night({about_budget("new")});

    for (const char* query :
         {"예산안",
          "\"예산안을 심의\"",
          "'예산안을'",
          "*",
          "-날씨",
          "예산안 OR 날씨",
          "title:예산안",
          "언론사:새별신문",
          "id:new",
          "예산*"}) {
        EXPECT_THAT(newer_than(mark, query), ElementsAre("new")) << query;
        EXPECT_THAT(newer_than(mark, query, SortBy::Newest), ElementsAre("new")) << query;
    }
    EXPECT_THAT(newer_than(mark, "국회 예산안 심의 날씨 축구 영화 바다"), ElementsAre("new"));
    EXPECT_THAT(newer_than(mark, "id:old"), IsEmpty());
}

TEST_F(NewerArticles, AreCounted) {
    night({about_budget("old"), about_budget("older")});
    const Watermark mark = watermark();
    Article changed = about_budget("old");
    changed.body += " 고침: 심의는 내일 한다.";
    night({about_budget("new"), about_budget("newer"), about_budget("newest"), changed});
    Searcher searcher(dir_.path());

    for (const char* query : {"예산안", "'예산안을'"}) {
        for (const SortBy order : {SortBy::Relevance, SortBy::Newest}) {
            const SearchResponse counted = searcher.search(
                {.query = query, .limit = 0, .sort_by = order, .exact_count = true, .after = mark}
            );
            EXPECT_EQ(counted.total.at_least, 3U) << query;
            EXPECT_EQ(counted.total.at_most, 3U) << query;
        }
    }
}

/// Between opening the archive and asking, a run may replace what the open state shows.
TEST_F(NewerArticles, AreThoseOfTheStateThatWasOpened) {
    night({about_budget("old")});
    const Watermark mark = watermark();
    night({about_budget("a")});
    Searcher opened(dir_.path());
    Article changed = about_budget("a");
    changed.body += " 고침: 심의는 내일 한다.";
    night({changed, about_budget("later")});

    const SearchResponse found = opened.search({.query = "예산안", .after = mark});

    ASSERT_EQ(found.hits.size(), 1U);
    EXPECT_EQ(found.hits[0].id, "a");
    EXPECT_THAT(newer_than(opened.watermark()), ElementsAre("later"));
}

TEST_F(NewerArticles, AreNoNewVersionsOfOldOnes) {
    night({about_budget("a"), about_budget("b")});
    const Watermark mark = watermark();
    Article changed = about_budget("a");
    changed.body += " 고침: 심의는 내일 한다.";
    night({changed, about_budget("c")});
    EXPECT_THAT(newer_than(mark), ElementsAre("c"));

    Indexer(dir_.path()).remove("b");
    night({about_budget("b")});
    EXPECT_THAT(newer_than(mark), ElementsAre("c")) << "b was here before";
}

TEST_F(NewerArticles, MayChangeBeforeAnybodyAsks) {
    night({about_budget("old")});
    const Watermark mark = watermark();
    night({about_budget("a")});
    Article changed = about_budget("a");
    changed.body += " 고침: 심의는 내일 한다.";
    night({changed});

    EXPECT_THAT(newer_than(mark), ElementsAre("a"));
}

TEST_F(NewerArticles, StayThoseWhenSegmentsAreMadeAnew) {
    IndexerOptions apart;
    apart.merge = false;
    night({about_budget("one")}, apart);
    night({about_budget("two")}, apart);
    const Watermark mark = watermark();
    night({about_budget("three")}, apart);

    Indexer(dir_.path()).merge_all();
    EXPECT_THAT(newer_than(mark), ElementsAre("three"));
    Indexer(dir_.path()).rebuild();
    EXPECT_THAT(newer_than(mark), ElementsAre("three"));
    EXPECT_THAT(newer_than(watermark()), IsEmpty());
}

TEST_F(NewerArticles, LeaveOutStoriesThatWereTold) {
    const std::string report =
        "하늬목시를 지나는 윤슬강의 물이 사흘째 내린 비로 3.5m까지 불었다. 시는 다리 일곱 곳을 "
        "막고 "
        "강가에 사는 주민 1,200명을 가까운 학교로 옮겼다. 다친 사람은 아직 없다. 기상청은 주말까지 "
        "비가 200mm 더 온다고 내다봤다. 시장은 정부에 도움을 청했으며 군인 300명이 둑을 쌓고 있다.";
    night({test::article("wire", "윤슬강 넘쳐", report)});
    Searcher searcher(dir_.path());
    const Watermark mark = searcher.watermark();
    const SearchResponse first = searcher.search({.query = "윤슬강", .fold = true});
    ASSERT_EQ(first.hits.size(), 1U);
    night(
        {test::article("copy", "물에 잠긴 하늬목시", "(하늬목=가온통신) " + report),
         test::article("other", "윤슬강 낚시 대회", "윤슬강에서 낚시 대회가 열렸다.")}
    );
    searcher.refresh();

    const SearchResponse second = searcher.search(
        {.query = "윤슬강", .fold = true, .after = mark, .told = {first.hits[0].story}}
    );

    ASSERT_EQ(second.hits.size(), 1U);
    EXPECT_EQ(second.hits[0].id, "other");
}

TEST_F(NewerArticles, BeginAfterNothing) {
    Indexer(dir_.path()).commit();
    const Watermark empty = watermark();
    EXPECT_EQ(empty.row, 0);
    night({about_budget("a")});

    EXPECT_THAT(newer_than(empty), ElementsAre("a"));
    EXPECT_GT(watermark().row, 0);
}

TEST_F(NewerArticles, AreOfOneArchive) {
    night({about_budget("a")});
    Watermark mark = watermark();
    mark.begun -= std::chrono::hours(1);

    try {
        static_cast<void>(newer_than(mark));
        FAIL() << "of another archive";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::InvalidArgument);
    }
}
}  // namespace
}  // namespace gisa
