// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <gisa/text_analysis.h>

namespace gisa::cli {
/// An aligned table for people; empty without words. Safe for a terminal.
[[nodiscard]] std::string analysis_text(const std::vector<WordAnalysis>& words);

/// One JSON object with a line end: the text, and its words with their byte offsets in it.
[[nodiscard]] std::string analysis_json(
    std::string_view text, const std::vector<WordAnalysis>& words
);

/// A line for each word: typed, script, normal, whole and the parts with spaces between, parted by
/// tabs.
[[nodiscard]] std::string analysis_tsv(const std::vector<WordAnalysis>& words);

/// The disagreements as a table, and a line that counts them.
[[nodiscard]] std::string check_text(const WordCheckReport& report);
/// One JSON object with a line end.
[[nodiscard]] std::string check_json(const WordCheckReport& report);
/// A line for each disagreement: kind, word, form, article, expected and got terms with spaces
/// between, parted by tabs.
[[nodiscard]] std::string check_tsv(const WordCheckReport& report);
}  // namespace gisa::cli
