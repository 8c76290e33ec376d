// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string>

#include <gisa/article_explanation.h>

namespace gisa::cli {
/// Why an article is where it is, or is not there, for people, in lines of `width` cells but for
/// the table's. Safe for a terminal.
[[nodiscard]] std::string explanation_text(
    const ArticleExplanation& explanation, std::size_t width
);

/// The same for programs: one JSON object with a line end, every member under its own name.
[[nodiscard]] std::string explanation_json(const ArticleExplanation& explanation);
}  // namespace gisa::cli
