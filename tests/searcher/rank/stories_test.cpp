// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/stories.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gisa::searcher {
namespace {
using testing::ElementsAre;
using testing::IsEmpty;

/// A sketch with so many of its bits set. Kept for candidates, which only point to it.
const std::string& sketch(std::size_t bits) {
    static std::map<std::size_t, std::string> made;
    const auto [place, is_new] = made.try_emplace(bits, 16, '\0');
    for (std::size_t bit = 0; is_new && bit < bits; ++bit) {
        char& byte = place->second[bit / 8];
        byte = static_cast<char>(byte | (1 << (bit % 8)));
    }
    return place->second;
}

Candidate candidate(catalog::Row row, std::string_view sketch) {
    return {.row = row, .sketch = sketch};
}

std::vector<catalog::Row> best_rows(const std::vector<Story>& stories) {
    std::vector<catalog::Row> rows;
    rows.reserve(stories.size());
    for (const Story& story : stories) {
        rows.push_back(story.best.row);
    }
    return rows;
}

TEST(Stories, PutCopiesBehindTheBestArticle) {
    const std::vector<Story> stories = fold_stories(
        {candidate(7, sketch(0)),
         candidate(3, sketch(100)),
         candidate(5, sketch(10)),
         candidate(9, sketch(90)),
         candidate(1, sketch(20))}
    );

    EXPECT_THAT(best_rows(stories), ElementsAre(7, 3));
    EXPECT_THAT(stories[0].copies, ElementsAre(5, 1));
    EXPECT_THAT(stories[1].copies, ElementsAre(9));
}

TEST(Stories, CompareWithTheBestArticleAlone) {
    const std::vector<Story> stories =
        fold_stories({candidate(1, sketch(0)), candidate(2, sketch(30)), candidate(3, sketch(60))});

    EXPECT_THAT(best_rows(stories), ElementsAre(1, 3)) << "no chain of ever fainter copies";
    EXPECT_THAT(stories[0].copies, ElementsAre(2));
}

TEST(Stories, LeaveArticlesWithoutASketchApart) {
    const std::vector<Story> stories = fold_stories({candidate(1, ""), candidate(2, "")});

    EXPECT_THAT(best_rows(stories), ElementsAre(1, 2));
    EXPECT_THAT(stories[0].copies, IsEmpty());
}

TEST(Stories, AreLeftOutWhenTheyWereTold) {
    std::vector<Story> stories = fold_stories(
        {candidate(1, sketch(0)),
         candidate(2, sketch(64)),
         candidate(3, sketch(128)),
         candidate(4, "")}
    );

    leave_out_told(stories, {sketch(70), sketch(100), ""});

    EXPECT_THAT(best_rows(stories), ElementsAre(1, 4));
}

TEST(Stories, StayWhereTheyAreWhenMoreCandidatesFollow) {
    std::vector<Candidate> candidates;
    for (catalog::Row row = 0; row < 60; ++row) {
        candidates.push_back(candidate(row, sketch(static_cast<std::size_t>(row * 37 % 128))));
    }
    const std::vector<catalog::Row> all = best_rows(fold_stories(candidates));
    for (std::size_t count = 0; count < candidates.size(); ++count) {
        const std::vector<Candidate> first(
            candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(count)
        );
        const std::vector<catalog::Row> some = best_rows(fold_stories(first));
        EXPECT_TRUE(std::equal(some.begin(), some.end(), all.begin())) << count;
    }
}
}  // namespace
}  // namespace gisa::searcher
