// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <gisa/text_range.h>

namespace gisa::text {
enum class Script : std::uint8_t {
    Korean,  ///< Hangul syllables and Hanja
    Latin,  ///< Latin letters and digits, with the signs that belong inside: 3.25, covid-19, c++, r&d
    Other,  ///< letters of any other script, loose Hangul letters included
};

/// A stretch of one script inside a word as typed.
struct Run {
    Script script = Script::Other;
    ByteRange where;  ///< bytes of the scanned text
    std::uint32_t word =
        0;  ///< runs of one word as typed (no space or punctuation between) share it
};

/// Cuts text in its normal form (see NormalForm) into runs, in order, into `runs` (cleared first).
/// What is neither letter nor digit separates words and gives no run.
void scan(std::string_view normal_text, std::vector<Run>& runs);

/// Whether a sign ends a sentence, or breaks it off.
[[nodiscard]] bool ends_sentence(char32_t character);

/// Whether a character parts words: neither letter nor digit nor what is searched for like one.
[[nodiscard]] bool parts_words(char32_t character);

/// Where the closing signs end that stand from `at` on: brackets, quotation marks, %. What stands
/// right behind them may be a particle that leans on the word before: 20%를, (KIST)는, '서약'을.
[[nodiscard]] std::size_t skip_closers(std::string_view normal_text, std::size_t at);

/// How many bytes of the text are neither space nor ASCII punctuation.
[[nodiscard]] std::size_t letter_bytes(std::string_view normal_text);
}  // namespace gisa::text
