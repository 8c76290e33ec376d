// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <gisa/article.h>

#include "common/catalog/catalog.h"
#include "common/text/analyzer.h"
#include "common/text/string_hash.h"

namespace gisa::indexer {
/// An article as a segment holds it: engine-neutral, no text left.
struct AnalyzedArticle {
    struct Term {
        std::string term;
        std::uint32_t count = 0;
    };

    catalog::Row row = 0;
    std::vector<Term> terms;           ///< of title and body together, ascending by term
    std::vector<std::string> filters;  ///< title words and dates, ascending; they weigh nothing
    std::optional<std::chrono::sys_seconds> published;
    std::uint64_t text_bytes = 0;
};

/// Article -> AnalyzedArticle. One thread at a time.
class ArticleAnalyzer {
  public:
    /// Both may be null.
    explicit ArticleAnalyzer(
        std::shared_ptr<const text::Dictionary> dictionary,
        std::shared_ptr<const text::UserWords> user_words = nullptr
    );

    [[nodiscard]] AnalyzedArticle analyze(catalog::Row row, const Article& article);

  private:
    void count(std::string_view term);
    void count_run(const text::AnalyzedRun& run);

    text::Analyzer analyzer_;
    std::unordered_map<std::string, std::uint32_t, text::StringHash, std::equal_to<>> counts_;
};
}  // namespace gisa::indexer
