// SPDX-License-Identifier: GPL-2.0-or-later
#include <optional>
#include <utility>

#include <gisa/text_analysis.h>

#include "common/catalog/catalog.h"
#include "common/text/analyzer.h"
#include "common/text/user_words.h"
#include "indexer/analyze/word_check.h"

namespace gisa {
namespace {
WordScript public_script(text::Script script) {
    switch (script) {
        case text::Script::Korean:
            return WordScript::Korean;
        case text::Script::Latin:
            return WordScript::Latin;
        default:
            return WordScript::Other;
    }
}
}  // namespace

class TextAnalyzer::Impl {
  public:
    explicit Impl(const TextAnalyzerOptions& options)
        : dictionary_(text::Dictionary::open(options.dictionary)) {
        if (!options.archive.empty()) {
            catalog_.emplace(options.archive, catalog::Access::ReadOnly);
            user_words_ = text::make_user_words(catalog_->user_words());
        }
        analyzer_.emplace(dictionary_, user_words_);
    }

    std::vector<WordAnalysis> analyze(std::string_view utf8) {
        std::vector<WordAnalysis> words;
        analyzer_->analyze(utf8, [&](const text::AnalyzedRun& run) {
            const text::NormalForm& normal = analyzer_->normal_form();
            const ByteRange where = normal.original(run.where);
            const std::size_t bytes = run.where.end - run.where.begin;
            words.push_back(
                {.where = where,
                 .typed = std::string(utf8.substr(where.begin, where.end - where.begin)),
                 .word = run.word,
                 .script = public_script(run.script),
                 .normal = normal.text().substr(run.where.begin, bytes),
                 .whole = std::string(run.whole),
                 .parts = {run.parts.begin(), run.parts.end()}}
            );
        });
        return words;
    }

    WordCheckReport verify(const std::vector<std::string>& words, const WordCheckOptions& options) {
        indexer::WordChecker checker(*analyzer_, words);
        checker.check_forms();
        if (catalog_) {
            checker.check_articles(*catalog_, options);
        }
        return checker.take_report();
    }

    [[nodiscard]] std::string fingerprint() const {
        return text::Analyzer::fingerprint(dictionary_.get(), user_words_.get());
    }

  private:
    static constexpr std::size_t kRememberedForms = 100'000;

    std::shared_ptr<const text::Dictionary> dictionary_;
    std::shared_ptr<const text::UserWords> user_words_;
    std::optional<catalog::Catalog> catalog_;
    std::optional<text::Analyzer> analyzer_;
};

TextAnalyzer::TextAnalyzer(const TextAnalyzerOptions& options)
    : impl_(std::make_unique<Impl>(options)) {}

TextAnalyzer::~TextAnalyzer() = default;
TextAnalyzer::TextAnalyzer(TextAnalyzer&&) noexcept = default;
TextAnalyzer& TextAnalyzer::operator=(TextAnalyzer&&) noexcept = default;

std::vector<WordAnalysis> TextAnalyzer::analyze(std::string_view utf8) {
    return impl_->analyze(utf8);
}

WordCheckReport TextAnalyzer::verify(
    const std::vector<std::string>& words, const WordCheckOptions& options
) {
    return impl_->verify(words, options);
}

std::string TextAnalyzer::fingerprint() const {
    return impl_->fingerprint();
}
}  // namespace gisa
