// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/rescore.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/planned.h"

namespace gisa::searcher {
namespace {
/// The score of a text without title for a query, all else equal.
double score(std::string_view query, std::string_view text) {
    test::Planned planned(query);
    QueryUnits units(planned.plan, test::equal_counts(), planned.analyzer);
    ScannedText scanned;
    units.scan(text::normalized(text), scanned);
    return rescore(units, scanned, {.first_score = 1, .relative_length = 1, .title_end = 0}, {});
}

std::string apart(std::string_view first, std::string_view second) {
    std::string between;
    for (int i = 0; i < 40; ++i) {
        between += " 다른 말";
    }
    return std::string(first) + between + " " + std::string(second);
}

TEST(Rescore, PrefersWordsThatStandNearEachOther) {
    EXPECT_GT(
        score("워터마크 서약", "워터마크를 넣겠다는 서약"),
        score("워터마크 서약", apart("워터마크를", "서약"))
    );
}

TEST(Rescore, PrefersWordsInTheTitle) {
    test::Planned planned("워터마크");
    QueryUnits units(planned.plan, test::equal_counts(), planned.analyzer);
    ScannedText scanned;
    units.scan("워터마크\n\n본문", scanned);
    const RankedText in_title{.first_score = 1, .relative_length = 1, .title_end = 12};
    const RankedText in_body{.first_score = 1, .relative_length = 1, .title_end = 0};

    EXPECT_GT(rescore(units, scanned, in_title, {}), rescore(units, scanned, in_body, {}));
}

TEST(Rescore, PrefersMoreOfTheWords) {
    EXPECT_GT(score("워터마크 서약", "워터마크 서약"), score("워터마크 서약", "워터마크 워터마크"));
}

TEST(Rescore, FindsEnglishWordsByTheirStems) {
    EXPECT_GT(
        score("watermark pledge", "they pledged watermarking"),
        score("watermark pledge", "they talked")
    );
    EXPECT_DOUBLE_EQ(score("iron", "irony"), score("iron", "nothing")) << "another word";
}

TEST(Rescore, LeavesTheFirstScoreWhenTheQueryHasNoWords) {
    EXPECT_DOUBLE_EQ(score("*", "text"), 1);
}

TEST(BestWindow, IsTheEarliestWithMostOfTheQuery) {
    test::Planned planned("워터마크 서약");
    QueryUnits units(planned.plan, test::equal_counts(), planned.analyzer);
    ScannedText scanned;
    const std::string text = "서약 " + apart("서약", "워터마크 서약") + " 워터마크 서약";
    units.scan(text, scanned);

    const BestWindow best = best_window(units, scanned, 75);

    EXPECT_NEAR(best.share, 1.0, 1e-9);
    EXPECT_EQ(best.where.begin, text.find("워터마크"));
}

TEST(BestWindow, IsEmptyWithoutHits) {
    test::Planned planned("워터마크");
    QueryUnits units(planned.plan, test::equal_counts(), planned.analyzer);
    ScannedText scanned;
    units.scan("아무 말", scanned);

    EXPECT_EQ(best_window(units, scanned, 75).share, 0);
}
}  // namespace
}  // namespace gisa::searcher
