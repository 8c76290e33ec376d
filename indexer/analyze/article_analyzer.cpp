// SPDX-License-Identifier: GPL-2.0-or-later
//
// The two views of a word share one space of terms: where the word is its own morpheme, as most
// nouns are, one posting serves both, which is a third cheaper than two.
#include "indexer/analyze/article_analyzer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/schema/metadata.h"
#include "common/schema/terms.h"

namespace gisa::indexer {
namespace {
TermNumber number_of(std::string_view word, TermNumbers& numbers) {
    return word.size() <= schema::kMaxTermBytes ? numbers.number(word)
                                                : numbers.number(schema::text_term(word));
}

template <typename Number>
void sort_unique(std::vector<Number>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}
}  // namespace

ArticleAnalyzer::ArticleAnalyzer(
    std::shared_ptr<const text::Dictionary> dictionary,
    std::shared_ptr<const text::UserWords> user_words,
    std::shared_ptr<text::FormMemo> memo
)
    : analyzer_(std::move(dictionary), std::move(user_words), std::move(memo)) {}

void ArticleAnalyzer::count(TermNumber term, std::vector<AnalyzedArticle::Term>& terms) {
    if (term >= counts_.size()) {
        counts_.resize(std::max<std::size_t>(term + 1, 2 * counts_.size()));
    }
    if (counts_[term]++ == 0) {
        terms.push_back({term, 0});
    }
}

void ArticleAnalyzer::add_biwords(std::vector<schema::Biword>& biwords) {
    schema::add_biwords(analyzer_.normal_form().text(), analyzer_.runs(), biwords);
}

AnalyzedArticle ArticleAnalyzer::analyze(
    catalog::Row row,
    const Article& article,
    std::chrono::sys_seconds first_stored,
    TermNumbers& numbers
) {
    AnalyzedArticle analyzed;
    analyzed.row = row;
    analyzed.published = article.published;
    analyzed.text_bytes = article.title.size() + article.body.size();
    const auto count_run = [&](const text::AnalyzedRun& run) {
        count(number_of(run.whole, numbers), analyzed.terms);
        for (const std::string_view part : run.parts) {
            if (part != run.whole) {
                count(number_of(part, numbers), analyzed.terms);
            }
        }
    };
    const auto filter = [&](const std::string& term) {
        analyzed.filters.push_back(numbers.number(term));
    };
    analyzer_.analyze(article.title, [&](const text::AnalyzedRun& run) {
        count_run(run);
        sketcher_.add_title_word(run.whole);
        filter(schema::title_term(run.whole));
        for (const std::string_view part : run.parts) {
            filter(schema::title_term(part));
        }
    });
    analyzed.title_letters = text::letter_bytes(analyzer_.normal_form().text());
    add_biwords(analyzed.biwords);
    analyzer_.analyze(article.body, [&](const text::AnalyzedRun& run) {
        count_run(run);
        sketcher_.add_body_word(run.whole);
    });
    add_biwords(analyzed.biwords);
    sort_unique(analyzed.biwords);
    analyzed.story = sketcher_.finish();

    const auto add = [&filter](const std::vector<std::string>& terms) {
        std::for_each(terms.begin(), terms.end(), filter);
    };
    if (article.published) {
        add(schema::instant_terms(schema::DateKind::Published, *article.published));
    }
    add(schema::instant_terms(schema::DateKind::Collected, first_stored));
    add(schema::metadata_terms(article));
    sort_unique(analyzed.filters);
    for (AnalyzedArticle::Term& term : analyzed.terms) {
        term.count = std::exchange(counts_[term.number], 0);
    }
    return analyzed;
}
}  // namespace gisa::indexer
