// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analyze/article_analyzer.h"

#include <algorithm>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/dictionary.h"
#include "tests/support/tiny_archive.h"

namespace gisa::indexer {
namespace {
std::uint32_t count_of(const AnalyzedArticle& article, std::string_view term) {
    const auto found =
        std::find_if(article.terms.begin(), article.terms.end(), [term](const auto& one) {
            return one.term == term;
        });
    return found == article.terms.end() ? 0 : found->count;
}

bool has_filter(const AnalyzedArticle& article, std::string_view filter) {
    return std::find(article.filters.begin(), article.filters.end(), filter)
           != article.filters.end();
}

TEST(ArticleAnalyzer, CountsTheWordsOfTitleAndBodyTogether) {
    ArticleAnalyzer analyzer(test::dictionary());

    const AnalyzedArticle analyzed = analyzer.analyze(
        7, test::article("a", "워터마크 서약", "기업들이 서약을 했다. 정상회의가 열렸다.")
    );

    EXPECT_EQ(analyzed.row, 7);
    EXPECT_EQ(count_of(analyzed, "서약"), 2U)
        << "a noun that is its own morpheme counts once a time";
    EXPECT_EQ(count_of(analyzed, "정상회의"), 1U);
    EXPECT_EQ(count_of(analyzed, "회의"), 1U);
    EXPECT_EQ(count_of(analyzed, "을"), 0U);
}

TEST(ArticleAnalyzer, FiltersByTitleWordsAndDates) {
    ArticleAnalyzer analyzer(test::dictionary());

    const AnalyzedArticle analyzed = analyzer.analyze(1, test::article("a", "정상회의", "본문"));

    for (const std::string_view filter :
         {"S정상회의", "S정상", "S회의", "D20240521", "M202405", "Y2024"}) {
        EXPECT_TRUE(has_filter(analyzed, filter)) << filter;
    }
    EXPECT_FALSE(has_filter(analyzed, "S본문"));
}

TEST(ArticleAnalyzer, GivesAnArticleWithoutDateNoDateTerms) {
    ArticleAnalyzer analyzer(test::dictionary());
    Article undated = test::article("a", "제목", "");
    undated.published.reset();

    const AnalyzedArticle analyzed = analyzer.analyze(1, undated);

    EXPECT_EQ(analyzed.filters, (std::vector<std::string>{"S제목"}));
    EXPECT_FALSE(analyzed.published.has_value());
}

TEST(ArticleAnalyzer, SortsItsTermsAndKeepsThemShort) {
    ArticleAnalyzer analyzer(test::dictionary());
    const std::string endless(5'000, 'x');

    const AnalyzedArticle analyzed =
        analyzer.analyze(1, test::article("a", endless, "나 가 다 b a"));

    EXPECT_TRUE(std::is_sorted(
        analyzed.terms.begin(),
        analyzed.terms.end(),
        [](const auto& a, const auto& b) { return a.term < b.term; }
    ));
    for (const AnalyzedArticle::Term& term : analyzed.terms) {
        EXPECT_LE(term.term.size(), 200U);
    }
}
}  // namespace
}  // namespace gisa::indexer
