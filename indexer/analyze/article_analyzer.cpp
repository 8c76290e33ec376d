// SPDX-License-Identifier: GPL-2.0-or-later
//
// The two views of a word share one space of terms: where the word is its own morpheme, as most
// nouns are, one posting serves both, which is a third cheaper than two.
#include "indexer/analyze/article_analyzer.h"

#include <algorithm>
#include <utility>

#include "common/schema/calendar.h"
#include "common/schema/terms.h"

namespace gisa::indexer {
namespace {
/// Korean forms each worker remembers, about 250 bytes each.
constexpr std::size_t kRememberedForms = 1'000'000;

void sort_unique(std::vector<std::string>& terms) {
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}
}  // namespace

ArticleAnalyzer::ArticleAnalyzer(
    std::shared_ptr<const text::Dictionary> dictionary,
    std::shared_ptr<const text::UserWords> user_words
)
    : analyzer_(std::move(dictionary), kRememberedForms, std::move(user_words)) {}

void ArticleAnalyzer::count(std::string_view term) {
    const auto found = counts_.find(term);
    if (found != counts_.end()) {
        ++found->second;
    } else {
        counts_.emplace(term, 1);
    }
}

void ArticleAnalyzer::count_run(const text::AnalyzedRun& run) {
    count(run.whole);
    for (const std::string& part : run.parts) {
        if (part != run.whole) {
            count(part);
        }
    }
}

AnalyzedArticle ArticleAnalyzer::analyze(catalog::Row row, const Article& article) {
    AnalyzedArticle analyzed;
    analyzed.row = row;
    analyzed.published = article.published;
    analyzed.text_bytes = article.title.size() + article.body.size();
    counts_.clear();
    analyzer_.analyze(article.title, [this, &analyzed](const text::AnalyzedRun& run) {
        count_run(run);
        analyzed.filters.push_back(schema::title_term(run.whole));
        for (const std::string& part : run.parts) {
            analyzed.filters.push_back(schema::title_term(part));
        }
    });
    analyzer_.analyze(article.body, [this](const text::AnalyzedRun& run) { count_run(run); });

    if (article.published) {
        const std::chrono::year_month_day day = schema::seoul_day(*article.published);
        analyzed.filters.push_back(schema::day_term(day));
        analyzed.filters.push_back(schema::month_term(day.year() / day.month()));
        analyzed.filters.push_back(schema::year_term(day.year()));
    }
    sort_unique(analyzed.filters);
    analyzed.terms.reserve(counts_.size());
    for (const auto& [term, times] : counts_) {
        analyzed.terms.push_back({schema::text_term(term), times});
    }
    std::sort(analyzed.terms.begin(), analyzed.terms.end(), [](const auto& a, const auto& b) {
        return a.term < b.term;
    });
    return analyzed;
}
}  // namespace gisa::indexer
