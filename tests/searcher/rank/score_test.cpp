// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/score.h"

#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "tests/support/planned.h"

namespace gisa::searcher {
namespace {
/// What an article shows of a query, its title and body apart, all else equal.
Features shown(
    std::string_view query,
    std::string_view title,
    std::string_view body,
    double relative_length = 1
) {
    test::Planned planned(query);
    QueryUnits units(planned.plan, test::equal_counts(), planned.analyzer);
    ScannedText scanned;
    const std::string normal = text::normalized(title) + "\n\n" + text::normalized(body);
    units.scan(normal, scanned);
    return features_of(
        units,
        scanned,
        {.normal = normal,
         .title_end = text::normalized(title).size(),
         .first_score = 1,
         .relative_length = relative_length}
    );
}

double scored(std::string_view query, std::string_view body) {
    return score(shown(query, "", body), {});
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
        scored("워터마크 서약", "워터마크를 넣겠다는 서약"),
        scored("워터마크 서약", apart("워터마크를", "서약"))
    );
}

TEST(Rescore, PrefersWordsInTheTitle) {
    EXPECT_GT(
        score(shown("워터마크", "워터마크 논란", "본문"), {}),
        score(shown("워터마크", "다른 논란", "워터마크"), {})
    );
}

TEST(Rescore, PrefersTheTitleThatSaysNothingElse) {
    EXPECT_GT(
        score(shown("유라시아 면적", "유라시아", "대륙의 면적"), {}),
        score(shown("유라시아 면적", "유라시아 횡단 철도 개통식", "대륙의 면적"), {})
    );
}

TEST(Rescore, PrefersWordsInTheLead) {
    EXPECT_GT(scored("서약", "서약했다. 그 밖에도"), scored("서약", apart("그", "서약했다")));
}

TEST(Rescore, PrefersNeighboursThatAreNeighboursInTheText) {
    EXPECT_GT(scored("가을 하늘", "가을 하늘"), scored("가을 하늘", "하늘과 땅과 바다의 가을"));
}

TEST(Rescore, PrefersMoreOfTheWords) {
    EXPECT_GT(
        scored("워터마크 서약", "워터마크 서약"), scored("워터마크 서약", "워터마크 워터마크")
    );
}

TEST(Rescore, FindsEnglishWordsByTheirStems) {
    EXPECT_GT(
        scored("watermark pledge", "they pledged watermarking"),
        scored("watermark pledge", "they talked")
    );
    EXPECT_DOUBLE_EQ(scored("iron", "irony"), scored("iron", "nothing")) << "another word";
}

TEST(Rescore, FindsEnglishWordsThatLackTheEndOfTheirStem) {
    for (const auto& [query, text] :
         {std::pair("make", "making"), {"use", "using"}, {"try", "tries"}, {"die", "dying"}}) {
        EXPECT_GT(scored(query, text), scored(query, "something else")) << query << ' ' << text;
    }
}

TEST(Rescore, LeavesTheFirstScoreWhenTheQueryHasNoWords) {
    EXPECT_DOUBLE_EQ(scored("*", "text"), 1);
}

TEST(Features, GiveAShareOfOneToAnArticleThatHoldsNothingButTheQuery) {
    const Features features = shown("워터마크 서약", "워터마크 서약", "워터마크 서약");

    EXPECT_NEAR(features.title_coverage, 1, 1e-9);
    EXPECT_NEAR(features.title_match, 1, 1e-9);
    EXPECT_GT(features.lead, 0.95) << "the second word is a little further";
    EXPECT_NEAR(features.early, 1, 1e-9);
    EXPECT_NEAR(features.pairs, 1, 1e-9);
    for (const double window : features.windows) {
        EXPECT_NEAR(window, 1, 1e-9);
    }
}

TEST(Features, LetAWordsShareOfTheLeadFallWithItsDistance) {
    const double first = shown("서약", "", "서약했다. 그 밖에도").lead;
    const double far = shown("서약", "", apart("그", "서약했다")).lead;

    EXPECT_NEAR(first, 1, 1e-9);
    EXPECT_LT(far, first / 2);
    EXPECT_GT(far, 0);
}

TEST(Features, CountThePassagesForAQuestion) {
    const std::string once = apart("유라시아 면적", "그");
    const std::string twice = apart("유라시아 면적", "유라시아 면적");
    const std::string word_by_word = apart("유라시아", "면적");

    EXPECT_GT(
        shown("유라시아 면적은 얼마", "", twice).passages,
        shown("유라시아 면적은 얼마", "", once).passages
    );
    EXPECT_GT(
        shown("유라시아 면적은 얼마", "", once).passages,
        shown("유라시아 면적은 얼마", "", word_by_word).passages
    ) << "one line with both words";
    EXPECT_EQ(shown("유라시아 면적", "", twice).passages, 0) << "nobody asks";
}

TEST(Features, PreferTheShorterArticleForASubject) {
    const auto brevity = [](std::string_view query, double relative_length) {
        return shown(query, "", "유라시아 면적", relative_length).brevity;
    };

    EXPECT_NEAR(brevity("유라시아 면적", 1), 0.5, 1e-9);
    EXPECT_GT(brevity("유라시아 면적", 0.3), brevity("유라시아 면적", 3));
    EXPECT_EQ(brevity("유라시아 면적은 얼마", 1), 0) << "somebody asks";
}

TEST(QueryUnits, WeighTheManyPartsOfAWordAsOneWord) {
    test::Planned planned("한국과학기술연구원 서약");
    const QueryUnits units(planned.plan, test::equal_counts(), planned.analyzer);

    double compound = 0;
    double noun = 0;
    for (const QueryUnit& unit : units.units()) {
        (unit.run == 0 ? compound : noun) += unit.weight;
    }
    EXPECT_NEAR(compound, noun, 1e-9) << "both are equally rare";
}

TEST(QueryUnits, WeighAWordThatOnlyAsksForLittle) {
    test::Planned planned("서약은 언제");
    const QueryUnits units(planned.plan, test::equal_counts(), planned.analyzer);

    ASSERT_EQ(units.units().size(), 2U);
    EXPECT_LT(units.units()[1].weight, units.units()[0].weight / 5);
}

TEST(QueryUnits, FindAnAcronymWithAndWithoutItsDots) {
    for (const std::string_view query : {"U.S.", "US"}) {
        test::Planned planned(query);
        QueryUnits units(planned.plan, test::equal_counts(), planned.analyzer);
        ScannedText scanned;
        units.scan(text::normalized("the US pledged"), scanned);
        EXPECT_EQ(scanned.hits.size(), 1U) << query;
    }
    test::Planned planned("U.S.");
    QueryUnits units(planned.plan, test::equal_counts(), planned.analyzer);
    ScannedText scanned;
    units.scan(text::normalized("the U.S. pledged"), scanned);
    EXPECT_EQ(scanned.hits.size(), 1U);
    units.scan(text::normalized("the U.S.S.R. pledged"), scanned);
    EXPECT_TRUE(scanned.hits.empty());
}

TEST(QueryUnits, FindASyllableOnlyAsAWordOfItsOwn) {
    test::Planned planned("말");
    QueryUnits units(planned.plan, test::equal_counts(), planned.analyzer);
    ScannedText scanned;

    units.scan("말이 많다", scanned);
    EXPECT_EQ(scanned.hits.size(), 1U);
    units.scan("말미잘과 정말", scanned);
    EXPECT_TRUE(scanned.hits.empty());
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
