// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/article.h>

#include "common/catalog/catalog.h"
#include "common/schema/biwords.h"
#include "common/schema/story.h"
#include "common/text/analyzer.h"
#include "indexer/analyze/term_numbers.h"

namespace gisa::indexer {
/// An article as a segment holds it: engine-neutral, no text left.
struct AnalyzedArticle {
    struct Term {
        TermNumber number = 0;
        std::uint32_t count = 0;
    };

    catalog::Row row = 0;
    std::vector<Term> terms;          ///< of title and body together, each once
    std::vector<TermNumber> filters;  ///< title words, dates and metadata, each once; no weight
    std::optional<std::chrono::sys_seconds> published;
    std::vector<schema::Biword> biwords;  ///< of title and body, ascending, each once
    std::string story;                    ///< its sketch, see schema::StorySketcher
    std::size_t title_letters = 0;        ///< of the title's normal form, see text::letter_bytes
    std::uint64_t text_bytes = 0;
};

/// Article -> AnalyzedArticle. One thread at a time.
class ArticleAnalyzer {
  public:
    /// As in text::Analyzer.
    explicit ArticleAnalyzer(
        std::shared_ptr<const text::Dictionary> dictionary,
        std::shared_ptr<const text::UserWords> user_words = nullptr,
        std::shared_ptr<text::FormMemo> memo = nullptr
    );

    /// `first_stored` is when any version of the article first came into the archive. The terms are
    /// added to `numbers`.
    [[nodiscard]] AnalyzedArticle analyze(
        catalog::Row row,
        const Article& article,
        std::chrono::sys_seconds first_stored,
        TermNumbers& numbers
    );

  private:
    void count(TermNumber term, std::vector<AnalyzedArticle::Term>& terms);

    /// The biwords of what was analysed last.
    void add_biwords(std::vector<schema::Biword>& biwords);

    text::Analyzer analyzer_;
    schema::StorySketcher sketcher_;
    std::vector<std::uint32_t> counts_;  ///< by number; all 0 between two articles
};
}  // namespace gisa::indexer
