// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <gisa/text_analysis.h>

#include "common/catalog/catalog.h"
#include "common/text/analyzer.h"

namespace gisa::indexer {
/// Compares words with their forms, see TextAnalyzer::verify(). One thread at a time.
class WordChecker {
  public:
    /// The analyzer must outlive the checker. Words without letter or digit are passed over.
    WordChecker(text::Analyzer& analyzer, const std::vector<std::string>& words);

    /// Every word with particles, before punctuation marks, in other case.
    void check_forms();

    /// Every word in so many articles as the options allow, the newest first.
    void check_articles(const catalog::Catalog& catalog, const WordCheckOptions& options);

    [[nodiscard]] WordCheckReport take_report() { return std::move(report_); }

  private:
    using Kind = WordDisagreement::Kind;
    using Terms = std::vector<std::string>;

    /// A run's own terms.
    struct Run {
        std::string whole;
        Terms parts;
        ByteRange where;
        std::uint32_t word = 0;
    };

    struct Word {
        std::string typed;
        std::string normal;
        bool korean_end = false;
        std::vector<Run> runs;
        Terms terms;
        std::uint32_t articles = 0;
    };

    [[nodiscard]] std::vector<Run> runs_of(std::string_view text);
    static Terms terms_of(const std::vector<Run>& runs);
    [[nodiscard]] static bool finds(const std::vector<Run>& typed, const Terms& terms);
    void check_form(const Word& word, Kind kind, const std::string& form);
    void check_particles(const Word& word);
    void check_article(const std::string& id, std::string_view text, std::uint32_t most);
    [[nodiscard]] Word* word_at(std::string_view text, const Run& run);
    void disagree(WordDisagreement disagreement);

    text::Analyzer& analyzer_;
    std::vector<Word> words_;
    std::unordered_map<std::string_view, std::size_t> by_normal_;
    std::vector<std::size_t> lengths_;  ///< of the normal forms, descending, each once
    WordCheckReport report_;
};
}  // namespace gisa::indexer
