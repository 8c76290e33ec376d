// SPDX-License-Identifier: GPL-2.0-or-later
//
// One wire report in many papers, from their articles to folded answers.
#include <chrono>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <gisa/archive_care.h>
#include <gisa/indexer.h>
#include <gisa/searcher.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const std::string kFlood =
    "하늬목시를 지나는 윤슬강의 물이 사흘째 내린 비로 3.5m까지 불었다. 시는 다리 일곱 곳을 막고 "
    "강가에 사는 "
    "주민 1,200명을 가까운 학교로 옮겼다. 다친 사람은 아직 없다. ";
const std::string kMore =
    "기상청은 주말까지 비가 200mm 더 온다고 내다봤다. 시장은 정부에 도움을 청했으며 군인 300명이 "
    "둑을 쌓고 "
    "있다. 시는 물이 빠지는 대로 피해를 헤아리기로 했다. ";
const std::string kLast =
    "윤슬강이 넘친 것은 1987년 뒤로 처음이다. 그때는 둑이 무너져 논 40ha가 잠겼다.";

Article print(std::string id, std::string publisher, std::string title, std::string body) {
    Article article = test::article(std::move(id), std::move(title), std::move(body));
    article.publisher = std::move(publisher);
    return article;
}

std::vector<Article> prints_of_the_flood() {
    return {
        print("새별-1", "새별신문", "윤슬강 넘쳐 주민 대피", kFlood + kMore + kLast),
        print(
            "한들-1",
            "한들일보",
            "물에 잠긴 하늬목시",
            "(하늬목시=가온통신) " + kFlood + kMore + kLast
        ),
        print("누리-1", "누리뉴스", "윤슬강 37년 만에 범람", kFlood + kMore),
    };
}

std::vector<std::string> ids(const SearchResponse& response) {
    std::vector<std::string> ids;
    ids.reserve(response.hits.size());
    for (const Hit& hit : response.hits) {
        ids.push_back(hit.id);
    }
    return ids;
}

/// A hit and its copies, by their ids.
std::vector<std::string> prints_of(const Hit& hit) {
    std::vector<std::string> ids = {hit.id};
    ids.reserve(hit.copies.size() + 1);
    for (const HitCopy& copy : hit.copies) {
        ids.push_back(copy.id);
    }
    return ids;
}

TEST(StoriesInAnswers, AreFoldedIntoTheirBestHitOnRequest) {
    const test::TempDir dir;
    std::vector<Article> articles = prints_of_the_flood();
    articles.push_back(
        print("새별-2", "새별신문", "윤슬강 낚시 대회", "윤슬강에서 낚시 대회가 열렸다.")
    );
    test::index(dir.path(), articles);
    Searcher searcher(dir.path());

    const SearchResponse each = searcher.search({.query = "윤슬강"});
    const SearchResponse folded = searcher.search({.query = "윤슬강", .fold = true});

    EXPECT_EQ(each.hits.size(), 4U);
    EXPECT_THAT(each.hits, Each(Field(&Hit::copies, IsEmpty())));
    ASSERT_EQ(folded.hits.size(), 2U);
    EXPECT_EQ(folded.total.estimate, 4U) << "articles";
    EXPECT_THAT(
        (std::vector{prints_of(folded.hits[0]), prints_of(folded.hits[1])}),
        UnorderedElementsAre(
            UnorderedElementsAre("새별-1", "한들-1", "누리-1"), ElementsAre("새별-2")
        )
    );
}

TEST(StoriesInAnswers, NameThePublishersOfCopies) {
    const test::TempDir dir;
    test::index(dir.path(), prints_of_the_flood());

    const SearchResponse found = Searcher(dir.path()).search({.query = "윤슬강", .fold = true});

    ASSERT_EQ(found.hits.size(), 1U);
    std::vector<std::string> publishers = {found.hits[0].publisher};
    for (const HitCopy& copy : found.hits[0].copies) {
        publishers.push_back(copy.publisher);
    }
    EXPECT_THAT(publishers, UnorderedElementsAre("새별신문", "한들일보", "누리뉴스"));
}

TEST(StoriesInAnswers, FoldAlikeInEveryOrder) {
    const test::TempDir dir;
    std::vector<Article> articles = prints_of_the_flood();
    articles[1].published = *articles[0].published + std::chrono::hours(2);
    articles[2].published = *articles[0].published + std::chrono::hours(1);
    test::index(dir.path(), articles);
    Searcher searcher(dir.path());

    const auto newest =
        searcher.search({.query = "윤슬강", .sort_by = SortBy::Newest, .fold = true});
    const auto oldest =
        searcher.search({.query = "윤슬강", .sort_by = SortBy::Oldest, .fold = true});

    EXPECT_THAT(ids(newest), ElementsAre("한들-1"));
    EXPECT_EQ(newest.hits.at(0).copies.at(0).id, "누리-1");
    EXPECT_THAT(ids(oldest), ElementsAre("새별-1"));
}

/// Most of many words are matched another way than all of them.
TEST(StoriesInAnswers, FoldWhereMostOfTheWordsWillDo) {
    const test::TempDir dir;
    test::index(dir.path(), prints_of_the_flood());

    const SearchResponse found =
        Searcher(dir.path()).search({.query = "윤슬강 주민 시장 정부 군인 혜성", .fold = true});

    EXPECT_TRUE(found.relaxed);
    EXPECT_EQ(found.hits.size(), 1U);
}

/// More prints of one story than the searcher ranks, and other stories behind them.
TEST(StoriesInAnswers, NeverStandOnTwoPagesAndLeaveNoStoryOut) {
    const test::TempDir dir;
    std::vector<Article> articles;
    articles.reserve(190);
    for (int i = 0; i < 150; ++i) {
        articles.push_back(print(
            "print-" + std::to_string(i),
            "신문 " + std::to_string(i % 7),
            "윤슬강 " + std::to_string(i),
            kFlood + kMore + (i % 3 == 0 ? kLast : "")
        ));
    }
    for (int i = 0; i < 40; ++i) {
        const std::string id = "other-" + std::to_string(i);
        articles.push_back(print(id, "새별신문", "소식 " + std::to_string(i), "윤슬강 소식 "));
        articles.back().published = *articles.back().published - std::chrono::hours(24 + i);
    }
    test::index(dir.path(), articles);
    Searcher searcher(dir.path());

    for (const SortBy order : {SortBy::Relevance, SortBy::Newest, SortBy::Oldest}) {
        std::vector<std::string> seen;
        for (std::uint32_t first = 0; first < 60; first += 7) {
            const SearchResponse page = searcher.search(
                {.query = "윤슬강", .first = first, .limit = 7, .sort_by = order, .fold = true}
            );
            const std::vector<std::string> here = ids(page);
            seen.insert(seen.end(), here.begin(), here.end());
        }
        const std::set<std::string> different(seen.begin(), seen.end());
        EXPECT_EQ(different.size(), seen.size()) << "no article twice";
        EXPECT_EQ(seen.size(), 41U) << "one flood, and every other";
    }
}

TEST(StoriesInAnswers, SurviveMergesAndRebuilds) {
    const test::TempDir dir;
    IndexerOptions apart;
    apart.merge = false;
    for (const Article& article : prints_of_the_flood()) {
        test::index(dir.path(), {article}, apart);
    }
    const auto stories = [&dir] {
        Searcher searcher(dir.path());
        return searcher.search({.query = "윤슬강", .fold = true}).hits.size();
    };
    EXPECT_EQ(stories(), 1U) << "from several segments";

    Indexer(dir.path()).merge_all();
    EXPECT_EQ(stories(), 1U);

    Indexer(dir.path()).rebuild();
    EXPECT_EQ(stories(), 1U);
    EXPECT_TRUE(verify_archive(dir.path()).problems.empty());
}
}  // namespace
}  // namespace gisa
