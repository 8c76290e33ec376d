// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pages behind cursors, held against one page of everything.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <iterator>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <gisa/error.h>
#include <gisa/searcher.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
using Ids = std::vector<std::string>;

constexpr std::size_t kArticles = 900;
constexpr std::uint32_t kEverything = 2'000;

/// The noon of the third of the articles' five days.
constexpr std::chrono::sys_seconds kNow =
    std::chrono::sys_days{std::chrono::year{2024} / 5 / 3} + std::chrono::hours(12);

constexpr std::string_view kWords[] = {"경제", "정부", "국회", "날씨", "축구", "영화", "바다"};

/// Of four texts one is another's copy, and eight articles have the same instant; some have none.
Article sample(std::size_t number) {
    std::mt19937 random(number / 4 * 3 + std::min<std::size_t>(number % 4, 2));
    std::string body;
    for (std::size_t left = 3 + random() % 30; left > 0; --left) {
        body.append(kWords[std::min(random() % 7, random() % 7)]).append(" ");
    }
    Article made = test::article("a" + std::to_string(number), "기사", body);
    made.published = std::chrono::sys_days{std::chrono::year{2024} / 5 / 1}
                     + std::chrono::hours(number * 7919 % kArticles / 8);
    if (number % 50 == 0) {
        made.published.reset();
    }
    return made;
}

std::vector<Article> samples(std::size_t first, std::size_t last) {
    std::vector<Article> articles;
    for (std::size_t i = first; i < last; ++i) {
        articles.push_back(sample(i));
    }
    return articles;
}

/// Ids and scores, which must not rise from page to page.
struct Walk {
    Ids ids;
    std::vector<double> scores;
    std::size_t pages = 0;
};

Walk walk(Searcher& searcher, SearchRequest request) {
    Walk walk;
    request.snippet_cells = 0;
    request.now = kNow;
    do {
        const SearchResponse page = searcher.search(request);
        EXPECT_EQ(page.first, walk.ids.size());
        for (const Hit& hit : page.hits) {
            walk.ids.push_back(hit.id);
            walk.scores.push_back(hit.score);
        }
        request.cursor = page.next_cursor;
        ++walk.pages;
    } while (!request.cursor.empty() && walk.pages < kEverything);
    return walk;
}

ErrorCode refusal(Searcher& searcher, const SearchRequest& request) {
    try {
        static_cast<void>(searcher.search(request));
    } catch (const Error& error) {
        return error.code();
    }
    ADD_FAILURE() << "not refused";
    return ErrorCode::StorageFailed;
}

/// Three segments; of some articles, old versions that no search may find.
class Paging : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        dir_ = std::make_unique<test::TempDir>();
        test::index(dir_->path(), samples(0, 500));
        std::vector<Article> changed = samples(450, 700);
        for (Article& one : changed) {
            one.byline = "한별 기자";
        }
        test::index(dir_->path(), changed);
        test::index(dir_->path(), samples(700, kArticles));
    }

    static void TearDownTestSuite() { dir_.reset(); }

    Searcher searcher_{dir_->path()};

    inline static std::unique_ptr<test::TempDir> dir_;
};

TEST_F(Paging, WalksThroughWhatOnePageOfEverythingShows) {
    for (const SortBy sort_by : {SortBy::Relevance, SortBy::Newest, SortBy::Oldest}) {
        for (const char* const query :
             {"경제",
              "*",
              "바다 lang:ko",
              "경제 -국회",
              "경제 OR 영화",
              "\"경제 정부\"",
              "\"경제 정부\" -축구",
              "경제 NEAR/2 국회",
              "경제 정부 국회 날씨 축구 영화",
              "정부 국회 어디서",
              "fresh:2d 경제",
              "fresh:2d lang:ko"}) {
            const SearchResponse all = searcher_.search(
                {.query = query,
                 .limit = kEverything,
                 .sort_by = sort_by,
                 .snippet_cells = 0,
                 .now = kNow}
            );
            Ids expected;
            std::vector<double> scores;
            for (const Hit& hit : all.hits) {
                expected.push_back(hit.id);
                scores.push_back(hit.score);
            }
            ASSERT_GT(expected.size(), 20U) << query;
            EXPECT_TRUE(all.next_cursor.empty()) << query;
            for (const std::uint32_t limit : {7U, 100U, 101U}) {
                const Walk walked =
                    walk(searcher_, {.query = query, .limit = limit, .sort_by = sort_by});
                EXPECT_EQ(walked.ids, expected) << query << ", " << limit << " a page";
                EXPECT_EQ(walked.scores, scores) << query << ", " << limit << " a page";
                EXPECT_LE(walked.pages, expected.size() / limit + 2);
                EXPECT_TRUE(std::is_sorted(walked.scores.rbegin(), walked.scores.rend()));
            }
        }
    }
}

TEST_F(Paging, WalksThroughStories) {
    for (const SortBy sort_by : {SortBy::Relevance, SortBy::Newest}) {
        SearchRequest request{
            .query = "경제", .limit = kEverything, .sort_by = sort_by, .fold = true};
        Ids expected;
        for (const Hit& hit : searcher_.search(request).hits) {
            expected.push_back(hit.id);
        }
        request.limit = 60;

        EXPECT_EQ(walk(searcher_, request).ids, expected);
        EXPECT_LT(expected.size(), test::found(searcher_, "경제", kEverything).size());
    }
}

TEST_F(Paging, GoesOnAsTheFirstPageBegan) {
    const SearchRequest request{.query = "영화 바다", .limit = 5};
    const SearchResponse first = searcher_.search(request);
    ASSERT_FALSE(first.relaxed);
    ASSERT_EQ(first.total.at_least, first.total.at_most);

    const Walk walked = walk(searcher_, request);

    EXPECT_EQ(walked.ids.size(), first.total.at_least) << "no article that lacks a word follows";
    EXPECT_EQ(
        std::set<std::string>(walked.ids.begin(), walked.ids.end()).size(), walked.ids.size()
    );
}

TEST_F(Paging, LimitsMayDiffer) {
    SearchRequest request{.query = "경제", .limit = 30};
    Ids walked;
    for (std::uint32_t limit : {30U, 90U, 1U, 500U}) {
        request.limit = limit;
        const SearchResponse page = searcher_.search(request);
        for (const Hit& hit : page.hits) {
            walked.push_back(hit.id);
        }
        request.cursor = page.next_cursor;
    }

    const Ids all = test::found(searcher_, "경제", kEverything);
    EXPECT_EQ(walked, Ids(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(walked.size())));
    EXPECT_GT(walked.size(), 300U);
}

TEST_F(Paging, FollowsHitsThatWereLeftOut) {
    for (const SortBy sort_by : {SortBy::Relevance, SortBy::Newest}) {
        SearchRequest request{.query = "경제", .first = 20, .limit = 10, .sort_by = sort_by};
        const std::string cursor = searcher_.search(request).next_cursor;
        const SearchResponse behind =
            searcher_.search({.query = "경제", .limit = 10, .sort_by = sort_by, .cursor = cursor});
        request.first = 30;

        EXPECT_EQ(behind.first, 30U);
        EXPECT_EQ(behind.hits.at(0).id, searcher_.search(request).hits.at(0).id);
    }
}

TEST_F(Paging, CountsTheSameOnEveryPage) {
    for (const SortBy sort_by : {SortBy::Relevance, SortBy::Newest}) {
        SearchRequest request{.query = "경제 -국회", .limit = 60, .sort_by = sort_by};
        const SearchResponse first = searcher_.search(request);
        request.cursor = first.next_cursor;
        const SearchResponse second = searcher_.search(request);
        ASSERT_EQ(first.total.at_least, first.total.at_most);
        EXPECT_EQ(second.total.at_least, first.total.at_least);
        EXPECT_EQ(second.total.at_most, first.total.at_most);
    }
}

TEST_F(Paging, RefusesTheCursorsOfOtherQueriesAndOrders) {
    const std::string cursor = searcher_.search({.query = "경제"}).next_cursor;
    ASSERT_FALSE(cursor.empty());
    std::string damaged = cursor;
    damaged[3] = damaged[3] == 'A' ? 'B' : 'A';
    const SearchRequest requests[] = {
        {.query = "정부", .cursor = cursor},
        {.query = "경제", .sort_by = SortBy::Newest, .cursor = cursor},
        {.query = "경제", .cursor = damaged},
        {.query = "경제", .cursor = cursor + "A"},
        {.query = "경제", .cursor = "다음"},
        {.query = "경제", .first = 10, .cursor = cursor},
    };
    for (const SearchRequest& request : requests) {
        EXPECT_EQ(refusal(searcher_, request), ErrorCode::InvalidArgument) << request.cursor;
    }
}

TEST_F(Paging, AnotherSpellingOfTheSameQueryWillDo) {
    const std::string cursor = searcher_.search({.query = "경제 OR 정부"}).next_cursor;
    EXPECT_EQ(searcher_.search({.query = "경제 | 정부", .cursor = cursor}).hits.size(), 10U);
}

TEST_F(Paging, PagesOfALiteralReadAsWordsFollowIt) {
    SearchRequest request{.query = "경제 정부 '경제는 정부'", .limit = 4};
    const SearchResponse first = searcher_.search(request);
    ASSERT_FALSE(first.next_cursor.empty());
    request.cursor = first.next_cursor;
    EXPECT_EQ(searcher_.search(request).hits.size(), 4U);
}

class PagingOverNights : public ::testing::Test {
  protected:
    void SetUp() override { test::index(dir_.path(), samples(0, 40)); }

    /// The ids of a walk in pages of seven, with another night behind the first page.
    Ids walk_over_a_night(SortBy sort_by) {
        SearchRequest request{.query = "*", .limit = 7, .sort_by = sort_by};
        Ids ids;
        bool night_is_over = false;
        do {
            const SearchResponse page = Searcher(dir_.path()).search(request);
            for (const Hit& hit : page.hits) {
                ids.push_back(hit.id);
            }
            request.cursor = page.next_cursor;
            if (!night_is_over) {
                Article tomorrow = sample(900);
                tomorrow.published = std::chrono::sys_days{std::chrono::year{2030} / 1 / 1};
                test::index(dir_.path(), {tomorrow, sample(901)});
                night_is_over = true;
            }
        } while (!request.cursor.empty());
        return ids;
    }

    test::TempDir dir_;
};

TEST_F(PagingOverNights, NewestFirstNeitherRepeatsNorLosesAnything) {
    SearchRequest everything{.query = "*", .limit = 100, .sort_by = SortBy::Newest};
    Ids expected;
    for (const Hit& hit : Searcher(dir_.path()).search(everything).hits) {
        expected.push_back(hit.id);
    }

    Ids walked = walk_over_a_night(SortBy::Newest);

    walked.erase(std::remove(walked.begin(), walked.end(), "a901"), walked.end());
    EXPECT_EQ(walked, expected) << "what is newer than the first page is not on the next ones";
}

TEST_F(PagingOverNights, OldestFirstFindsTheNewArticlesAtTheEnd) {
    const Ids walked = walk_over_a_night(SortBy::Oldest);

    ASSERT_EQ(walked.size(), 42U);
    EXPECT_EQ(walked.at(40), "a900");
    EXPECT_EQ(walked.at(41), "a0") << "the one without a date";
}

TEST_F(PagingOverNights, ByRelevanceSaysThatTheOrderIsAnotherOne) {
    Searcher searcher(dir_.path());
    const SearchRequest request{
        .query = "경제",
        .limit = 5,
        .cursor = searcher.search({.query = "경제", .limit = 5}).next_cursor};
    test::index(dir_.path(), {sample(900)});

    EXPECT_EQ(searcher.search(request).hits.size(), 5U) << "still sees the state it was opened on";
    ASSERT_TRUE(searcher.refresh());
    EXPECT_EQ(refusal(searcher, request), ErrorCode::InvalidArgument);
}
}  // namespace
}  // namespace gisa
