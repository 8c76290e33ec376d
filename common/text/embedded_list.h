// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string_view>
#include <unordered_set>
#include <vector>

namespace gisa::text {
/// The lists of common/text/data/, compiled in.
extern const std::string_view kParticleList;
extern const std::string_view kKoreanNounList;
extern const std::string_view kKoreanSuffixList;
extern const std::string_view kNorthSpellingList;
extern const std::string_view kHanjaReadingList;
extern const std::string_view kHanjaPairList;
extern const std::string_view kHanjaShorthandList;
extern const std::string_view kEnglishStemList;

/// The lines of a list that say something: neither blank nor a # comment.
[[nodiscard]] std::vector<std::string_view> list_lines(std::string_view list);

/// The words of a line, cut at spaces.
[[nodiscard]] std::vector<std::string_view> list_fields(std::string_view line);

/// The words of all lines.
[[nodiscard]] std::unordered_set<std::string_view> list_words(std::string_view list);
}  // namespace gisa::text
