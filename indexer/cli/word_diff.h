// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace gisa::cli {
/// What differs between two texts, word by word, as one line: "정부가 [-초안을-]{+최종안을+} 냈다",
/// with "…" for long stretches that are the same; empty when the words are the same. A paragraph's
/// end counts as a word, shown as ¶. Safe for a terminal.
[[nodiscard]] std::string word_diff(std::string_view before, std::string_view after);
}  // namespace gisa::cli
