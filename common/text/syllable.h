// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string_view>

#include "common/text/utf8.h"

namespace gisa::text {
// A Hangul syllable is U'가' + (lead * 21 + vowel) * 28 + final. Source: The Unicode Standard 3.12.
inline constexpr char32_t kVowels = 21;
inline constexpr char32_t kFinals = 28;

/// The letters alone, in the order of their numbers in a syllable; the first final is number 1.
inline constexpr std::u32string_view kLeadLetters = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
inline constexpr std::u32string_view kFinalLetters =
    U"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
inline constexpr char32_t kFirstVowel = U'ㅏ';

inline constexpr char32_t kLeadNieun = 2;
inline constexpr char32_t kLeadDigeut = 3;
inline constexpr char32_t kLeadRieul = 5;
inline constexpr char32_t kLeadIeung = 11;
inline constexpr char32_t kLeadJieut = 12;
inline constexpr char32_t kNoFinal = 0;
inline constexpr char32_t kFinalNieun = 4;
inline constexpr char32_t kFinalRieul = 8;

/// The parts of a syllable by their numbers; `syllable` must be one.
[[nodiscard]] constexpr char32_t lead_consonant(char32_t syllable) {
    return (syllable - U'가') / (kVowels * kFinals);
}

[[nodiscard]] constexpr char32_t vowel(char32_t syllable) {
    return (syllable - U'가') / kFinals % kVowels;
}

[[nodiscard]] constexpr char32_t final_consonant(char32_t syllable) {
    return (syllable - U'가') % kFinals;
}

[[nodiscard]] constexpr char32_t make_syllable(char32_t lead, char32_t vowel, char32_t final) {
    return U'가' + (lead * kVowels + vowel) * kFinals + final;
}

/// Initial law (두음법칙), Korean orthography articles 10-12: at the beginning of a word ㄹ becomes
/// ㄴ, and ㄴ or ㄹ before i or y disappears.
[[nodiscard]] constexpr char32_t with_initial_law(char32_t syllable) {
    const char32_t lead = lead_consonant(syllable);
    if (lead != kLeadNieun && lead != kLeadRieul) {
        return syllable;
    }
    const char32_t v = vowel(syllable);
    // ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ by their place among the 21 vowels
    const bool palatal = v == 2 || v == 3 || v == 6 || v == 7 || v == 12 || v == 17 || v == 20;
    return make_syllable(palatal ? kLeadIeung : kLeadNieun, v, final_consonant(syllable));
}
}  // namespace gisa::text
