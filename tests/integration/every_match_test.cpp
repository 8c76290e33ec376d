// SPDX-License-Identifier: GPL-2.0-or-later
//
// Exact counts, facets, trends and the orders by date join sets of documents, while hits by their
// relevance come from Xapian's own tree: both ways find the same articles.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include <gisa/searcher.h>

#include "tests/support/random_words.h"
#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
constexpr std::size_t kArticles = 900;
constexpr std::uint32_t kAll = 5'000;

/// With AND, so that no answer is filled with most of the words.
constexpr std::string_view kQueries[] = {
    "경제",
    "워터마크",
    "경제 AND 정부",
    "워터마크 AND 경제",
    "경제 OR 워터마크",
    "(경제 OR 바다) AND 정부 -영화",
    "경제 -(정부 OR 국회)",
    "NOT 경제",
    "*",
    "도서*",
    "title:축구",
    "publisher:새별신문 경제",
    "date:2020..2021 정부",
    "date:2021-03 OR id:a7",
    "id:a7",
    "\"경제 정부\"",
    "국회 \"경제 정부\"~3",
    "경제 -\"정부 경제\"",
    "'정부 경제'",
    "없는말하나",
};

Article random_article(std::size_t number, std::mt19937& random) {
    const std::string body = test::random_body(random, 25);
    Article made = test::article(
        "a" + std::to_string(number),
        std::string(test::kWords[random() % std::size(test::kWords)]),
        body
    );
    made.publisher = random() % 3 == 0 ? "하늘목일보" : "새별신문";
    made.published.reset();
    if (random() % 10 != 0) {
        // Days are few, so that many articles share one.
        made.published = std::chrono::sys_days(std::chrono::year(2020) / 1 / 1)
                         + std::chrono::days(random() % 700);
    }
    return made;
}

/// Three segments; of some articles, old versions that no search may find.
class EveryMatch : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        dir_ = std::make_unique<test::TempDir>();
        std::mt19937 random(1);  // NOLINT(cert-msc51-cpp): the same articles each time
        for (const auto& [first, last] :
             {std::pair<std::size_t, std::size_t>{0, 700}, {600, 850}, {840, kArticles}}) {
            std::vector<Article> articles;
            for (std::size_t i = first; i < last; ++i) {
                articles.push_back(random_article(i, random));
            }
            test::index(dir_->path(), articles);
        }
    }

    static void TearDownTestSuite() { dir_.reset(); }

    EveryMatch() : searcher_(dir_->path()) {}

    SearchResponse search(std::string_view query, SortBy sort_by, bool exact_count = false) {
        return searcher_.search(
            {.query = std::string(query),
             .limit = kAll,
             .sort_by = sort_by,
             .exact_count = exact_count,
             .suggest = false,
             .snippet_cells = 0}
        );
    }

    static std::vector<std::string> sorted_ids(const SearchResponse& response) {
        std::vector<std::string> ids;
        for (const Hit& hit : response.hits) {
            ids.push_back(hit.id);
        }
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    static inline std::unique_ptr<test::TempDir> dir_;
    Searcher searcher_;
};

TEST_F(EveryMatch, FindsByDateWhatIsFoundByRelevance) {
    for (const std::string_view query : kQueries) {
        const SearchResponse ranked = search(query, SortBy::Relevance);
        ASSERT_FALSE(ranked.relaxed) << query;
        EXPECT_EQ(sorted_ids(ranked), sorted_ids(search(query, SortBy::Newest))) << query;
        EXPECT_EQ(sorted_ids(ranked), sorted_ids(search(query, SortBy::Oldest))) << query;
    }
}

TEST_F(EveryMatch, CountsExactlyWhatIsFound) {
    for (const std::string_view query : kQueries) {
        const std::size_t found = search(query, SortBy::Newest).hits.size();
        const SearchResponse few = searcher_.search({.query = std::string(query), .limit = 3});
        if (!few.relaxed) {
            EXPECT_LE(few.total.at_least, found) << query;
            EXPECT_GE(few.total.at_most, found) << query;
        }
        if (!few.relaxed && query.find_first_of("\"'") == std::string_view::npos) {
            EXPECT_EQ(few.total.at_least, few.total.at_most) << query << ": no text had to be read";
        }
        const HitCount total = search(query, SortBy::Newest, true).total;
        EXPECT_EQ(total.at_least, found) << query;
        EXPECT_EQ(total.at_most, found) << query;
        const HitCount counted =
            searcher_.search({.query = std::string(query), .limit = 0, .exact_count = true}).total;
        EXPECT_EQ(counted.estimate, found) << query;
        EXPECT_EQ(searcher_.trend({.query = std::string(query)}, TrendPeriod::Year).articles, found)
            << query;
    }
}

TEST_F(EveryMatch, CountsTheValuesOfWhatIsFound) {
    for (const std::string_view query : kQueries) {
        std::map<std::string, std::uint64_t> publishers;
        std::map<std::string, std::uint64_t> years;
        for (const Hit& hit : search(query, SortBy::Oldest).hits) {
            ++publishers[hit.publisher];
            if (hit.published) {
                // At midnight UTC it is the same day in Seoul.
                const std::chrono::year_month_day day(
                    std::chrono::floor<std::chrono::days>(*hit.published)
                );
                ++years[std::to_string(static_cast<int>(day.year()))];
            }
        }
        const auto counted = [&](FacetField field) {
            std::map<std::string, std::uint64_t> counts;
            for (const FacetValue& one :
                 searcher_.facet({.query = std::string(query)}, field).values) {
                counts[one.value] = one.articles;
            }
            return counts;
        };
        EXPECT_EQ(counted(FacetField::Publisher), publishers) << query;
        EXPECT_EQ(counted(FacetField::Year), years) << query;
    }
}

TEST_F(EveryMatch, PutsTheNewestFirstAndUndatedLast) {
    for (const SortBy sort_by : {SortBy::Newest, SortBy::Oldest}) {
        const SearchResponse response = search("경제", sort_by);
        ASSERT_GT(response.hits.size(), 300U);
        EXPECT_FALSE(response.hits.back().published);
        for (std::size_t i = 1; i < response.hits.size(); ++i) {
            const auto& before = response.hits[i - 1].published;
            const auto& here = response.hits[i].published;
            if (!here) {
                continue;
            }
            ASSERT_TRUE(before) << i;
            EXPECT_TRUE(sort_by == SortBy::Newest ? *before >= *here : *before <= *here) << i;
        }
    }
}

TEST_F(EveryMatch, GivesTheSameHitsPageByPage) {
    const SearchResponse all = search("경제 정부", SortBy::Newest);
    std::vector<std::string> paged;
    for (std::uint32_t first = 0; first < all.hits.size(); first += 7) {
        const SearchResponse page = searcher_.search(
            {.query = "경제 정부", .first = first, .limit = 7, .sort_by = SortBy::Newest}
        );
        for (const Hit& hit : page.hits) {
            paged.push_back(hit.id);
        }
    }
    std::vector<std::string> at_once;
    for (const Hit& hit : all.hits) {
        at_once.push_back(hit.id);
    }
    EXPECT_EQ(paged, at_once);
}
}  // namespace
}  // namespace gisa
