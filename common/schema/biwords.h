// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/scan.h"

namespace gisa::schema {
/// Two words that stand side by side, as a number below kBiwords; part of the archive's format.
/// Source of the notion: Manning, Raghavan, Schütze, Introduction to Information Retrieval (2008),
/// 2.4.1. Here it is narrower and looser: of a word only the two characters next to the seam count,
/// so that 정상 회의, 한미정상 회의실 and 정상회의 share one, of a Latin word its first two letters, of
/// a number its first four digits. Many pairs share a number by chance: an article without it
/// surely does not hold the words side by side, one with it may.
using Biword = std::uint16_t;
inline constexpr std::size_t kBiwords = 1U << 15U;

/// The most characters that may stand between words side by side.
inline constexpr std::size_t kMostBetween = 4;

/// What may stand between two words of a phrase.
enum class Between : std::uint8_t {
    Spaces,  ///< inside a word typed in one piece
    Signs,   ///< and signs that end no sentence
    All,     ///< and those that end one
};

/// The end of what may stand between two words of a phrase, from `at` on.
[[nodiscard]] std::size_t skip_between(
    std::string_view normal_text, std::size_t at, Between between
);

/// The biword of two pieces of text in normal form, neither empty, of which the second follows; a
/// Latin one is a whole word. Nothing when one of them is too short to tell.
[[nodiscard]] std::optional<Biword> biword(std::string_view before, std::string_view behind);

/// The biword of a number, a syllable that counts it (9월, 2013년) and what follows them: a syllable
/// would not tell by itself. The number is a whole word, and so is a Latin one behind. Nothing when
/// that is too short to tell.
[[nodiscard]] std::optional<Biword> counted_biword(
    std::string_view number, std::string_view counter, std::string_view behind
);

/// Adds the biwords of a text, some of them several times: of neighbouring runs, with their
/// particles and without, and of what stands inside a word. `runs` are those of `normal_text`.
void add_biwords(
    std::string_view normal_text, std::span<const text::Run> runs, std::vector<Biword>& biwords
);

/// The biwords that every text has in which `literal` stands to the letter; none for a literal with
/// Hanja or loose letters, which are read by what stands around them.
[[nodiscard]] std::vector<Biword> biwords_of_literal(std::string_view literal);
}  // namespace gisa::schema
