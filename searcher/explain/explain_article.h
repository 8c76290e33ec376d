// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include <gisa/article.h>
#include <gisa/article_explanation.h>

#include "common/text/analyzer.h"
#include "searcher/plan/plan.h"

namespace gisa::searcher {
/// What the explanation has to ask the archive.
struct ArchiveQuestions {
    /// Whether the article's text passes a check of the plan.
    std::function<bool(std::size_t check)> passes;
    /// How many articles have a word among their terms.
    std::function<std::uint64_t(const std::string& word)> articles_with;
    std::uint64_t articles = 0;
    /// The day on which the article was first stored.
    std::optional<std::chrono::year_month_day> collected;
};

/// Holds a plan against the analysed text of one article, as matching does by the index: everything
/// of the explanation but its rank, score and their pieces. `understood` is left to the caller.
[[nodiscard]] ArticleExplanation explain_article(
    const Plan& plan,
    const Article& article,
    text::Analyzer& analyzer,
    const ArchiveQuestions& archive
);
}  // namespace gisa::searcher
