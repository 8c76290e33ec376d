// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analyze/article_analyzer.h"

#include <chrono>
#include <set>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/dictionary.h"
#include "tests/support/tiny_archive.h"

namespace gisa::indexer {
namespace {
constexpr std::chrono::sys_seconds kStored =
    std::chrono::sys_days{std::chrono::year{2024} / 5 / 21} + std::chrono::hours{20};

/// Analyses one article, and tells its terms as strings.
class OneArticle {
  public:
    explicit OneArticle(const Article& article)
        : analyzed_(ArticleAnalyzer(test::dictionary()).analyze(7, article, kStored, numbers_)) {}

    [[nodiscard]] const AnalyzedArticle& analyzed() const { return analyzed_; }

    [[nodiscard]] std::uint32_t count_of(std::string_view term) const {
        for (const AnalyzedArticle::Term& one : analyzed_.terms) {
            if (numbers_.term(one.number) == term) {
                return one.count;
            }
        }
        return 0;
    }

    [[nodiscard]] std::set<std::string> filters() const {
        std::set<std::string> terms;
        for (const TermNumber filter : analyzed_.filters) {
            terms.emplace(numbers_.term(filter));
        }
        return terms;
    }

    [[nodiscard]] const TermNumbers& numbers() const { return numbers_; }

  private:
    TermNumbers numbers_;
    AnalyzedArticle analyzed_;
};

TEST(ArticleAnalyzer, CountsTheWordsOfTitleAndBodyTogether) {
    const OneArticle article(
        test::article("a", "워터마크 서약", "기업들이 서약을 했다. 정상회의가 열렸다.")
    );

    EXPECT_EQ(article.analyzed().row, 7);
    EXPECT_EQ(article.count_of("서약"), 2U) << "a noun that is its own morpheme counts once a time";
    EXPECT_EQ(article.count_of("정상회의"), 1U);
    EXPECT_EQ(article.count_of("회의"), 1U);
    EXPECT_EQ(article.count_of("을"), 0U);
}

TEST(ArticleAnalyzer, CountsEachArticleByItself) {
    ArticleAnalyzer analyzer(test::dictionary());
    TermNumbers numbers;
    const Article article = test::article("a", "서약", "서약과 서약");

    const AnalyzedArticle first = analyzer.analyze(1, article, kStored, numbers);
    const AnalyzedArticle second = analyzer.analyze(2, article, kStored, numbers);

    ASSERT_EQ(first.terms.size(), 1U);
    ASSERT_EQ(second.terms.size(), 1U);
    EXPECT_EQ(first.terms.front().number, second.terms.front().number);
    EXPECT_EQ(first.terms.front().count, 3U);
    EXPECT_EQ(second.terms.front().count, 3U);
}

TEST(ArticleAnalyzer, FiltersByTitleWordsDatesAndMetadata) {
    const std::set<std::string> filters =
        OneArticle(test::article("a", "정상회의", "본문")).filters();

    for (const char* const filter :
         {"S정상회의",
          "S정상",
          "S회의",
          "D20240521",
          "M202405",
          "Y2024",
          "C20240522",
          "C202405",
          "C2024",
          "P새별신문",
          "Lko"}) {
        EXPECT_TRUE(filters.contains(filter)) << filter;
    }
    EXPECT_FALSE(filters.contains("S본문"));
}

TEST(ArticleAnalyzer, GivesAnArticleWithoutDateNoDateTerms) {
    Article undated = test::article("a", "제목", "");
    undated.published.reset();

    const OneArticle article(undated);

    EXPECT_FALSE(article.filters().contains("Y2024"));
    EXPECT_TRUE(article.filters().contains("C2024"));
    EXPECT_FALSE(article.analyzed().published.has_value());
}

TEST(ArticleAnalyzer, SketchesTheBodyByItsWordsHoweverTheyAreWritten) {
    const std::string report =
        "강가람 시장은 \"한강의 물이 3.5m 불었다\"고 말했다. 시는 다리 일곱 곳을 막고 주민 "
        "1,200명을 "
        "학교로 옮겼다. 비는 사흘째 내렸고 기상청은 주말까지 200mm가 더 온다고 내다봤다. 시장은 "
        "정부에 도움을 청했으며 군인 300명이 둑을 쌓고 있다.";
    const std::string other_print =
        "강가람 시장은 “漢江의 물이 ３.５ｍ 불었다”고 말했다. 시는 다리 일곱 곳을 막고 주민 "
        "1,200명을 "
        "학교로 옮겼다.\n\n비는 사흘째 내렸고, 기상청은 주말까지 200mm가 더 온다고 내다봤다. "
        "시장은 "
        "정부에 도움을 청했으며 군인 300명이 둑을 쌓고 있다.";

    const OneArticle one(test::article("a", "한강 불어", report));
    const OneArticle two(test::article("b", "주민 1,200명 대피", other_print));

    EXPECT_EQ(one.analyzed().story.size(), 16U);
    EXPECT_TRUE(schema::same_story(one.analyzed().story, two.analyzed().story));
    EXPECT_EQ(OneArticle(test::article("c", "", "…")).analyzed().story, "");
}

TEST(ArticleAnalyzer, KeepsItsTermsShort) {
    const OneArticle article(test::article("a", std::string(5'000, 'x'), "나 가 다 b a"));

    for (TermNumber number = 0; number < article.numbers().size(); ++number) {
        EXPECT_LE(article.numbers().term(number).size(), 201U);
    }
}
}  // namespace
}  // namespace gisa::indexer
