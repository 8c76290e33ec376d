// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gisa::text {
/// The parts of a noun that the dictionary lacks or misjudges; null when it is not in our list.
/// Safe to call from several threads.
[[nodiscard]] const std::vector<std::string>* listed_noun(std::string_view word);

/// Whether this syllable ends compounds (시 in 서울시, 측 in 정부측). Safe to call from several threads.
[[nodiscard]] bool is_compound_end(std::string_view syllable);

/// The Southern spelling of a word that begins as the North writes it (녀성 -> 여성); empty when it
/// does not. Safe to call from several threads.
[[nodiscard]] std::string south_spelling(std::string_view word);
}  // namespace gisa::text
