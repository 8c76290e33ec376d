// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string_view>

namespace gisa::text {
/// A syllable (or a letter alone) made of the first of some loose letters.
struct Composed {
    char32_t character = 0;
    std::size_t letters = 1;  ///< how many it took, 1 to 3
};

/// Composes the beginning of `letters`, loose letters (U+3131 to U+3163) in writing order, of which
/// there should be four when the text has them: a consonant belongs to the next vowel if there is
/// one, else to the vowel before it. `letters` must not be empty.
[[nodiscard]] Composed compose_letters(std::u32string_view letters);

/// The loose letter (ㅎ) that a half-width letter (U+FFA1 to U+FFDC) stands for.
[[nodiscard]] char32_t letter_of_half_width(char32_t half_width);

/// The loose letter that a modern conjoining one (U+1100 and so on) shows when it found no partner;
/// any other character as it is.
[[nodiscard]] char32_t loose_letter(char32_t c);
}  // namespace gisa::text
