// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/jamo.h"

#include "common/text/syllable.h"

namespace gisa::text {
namespace {
constexpr char32_t kLastVowel = U'ㅣ';

constexpr bool is_vowel(char32_t letter) {
    return letter >= kFirstVowel && letter <= kLastVowel;
}

}  // namespace

Composed compose_letters(std::u32string_view letters) {
    const std::size_t lead = kLeadLetters.find(letters.front());
    if (lead == std::u32string_view::npos || letters.size() < 2 || !is_vowel(letters[1])) {
        return {letters.front(), 1};
    }
    const auto first = static_cast<char32_t>(lead);
    const char32_t vowel = letters[1] - kFirstVowel;
    const std::size_t final =
        letters.size() > 2 ? kFinalLetters.find(letters[2]) : std::u32string_view::npos;
    if (final == std::u32string_view::npos || (letters.size() > 3 && is_vowel(letters[3]))) {
        return {make_syllable(first, vowel, kNoFinal), 2};
    }
    return {make_syllable(first, vowel, static_cast<char32_t>(final) + 1), 3};
}

char32_t letter_of_half_width(char32_t half_width) {
    if (half_width <= 0xFFBE) {
        return U'ㄱ' + (half_width - 0xFFA1);
    }
    // The vowels stand in groups of six, two places apart.
    const char32_t place = half_width - 0xFFC2;
    return kFirstVowel + place - place / 8 * 2;
}

char32_t loose_letter(char32_t c) {
    if (c >= 0x1100 && c < 0x1100 + kLeadLetters.size()) {
        return kLeadLetters[c - 0x1100];
    }
    if (c >= 0x1161 && c < 0x1161 + kVowels) {
        return kFirstVowel + (c - 0x1161);
    }
    if (c >= 0x11A8 && c < 0x11A8 + kFinalLetters.size()) {
        return kFinalLetters[c - 0x11A8];
    }
    return c;
}
}  // namespace gisa::text
