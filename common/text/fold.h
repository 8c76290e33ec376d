// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>

namespace gisa::text {
/// What the normal form makes of one character.
enum class Rule : std::uint8_t {
    Copy,       ///< stays
    Replace,    ///< becomes another character
    Drop,       ///< is invisible and goes
    HalfWidth,  ///< half-width Hangul letter, to be composed with its neighbours
    Cluster,    ///< Unicode's NFKC_Casefold decides, together with the marks behind it
};

struct Folded {
    Rule rule = Rule::Copy;
    char32_t to = 0;  ///< of Replace
};

/// The rule for a character beyond ASCII.
[[nodiscard]] Folded fold(char32_t character);

/// The typographer's characters among those rules: quotation marks, dashes, dots, spaces. Copy for
/// every other character.
[[nodiscard]] Folded fold_sign(char32_t character);

/// Whether the character may join the one before it, which then is a matter for Unicode as well.
[[nodiscard]] constexpr bool may_combine(char32_t c) {
    const bool mark = (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF)
                      || (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF)
                      || (c >= 0x3099 && c <= 0x309A) || (c >= 0xFE20 && c <= 0xFE2F)
                      || (c >= 0xFF9E && c <= 0xFF9F);
    const bool jamo = (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
    return mark || jamo;
}

[[nodiscard]] constexpr bool is_half_width_jamo(char32_t c) {
    return (c >= 0xFFA1 && c <= 0xFFBE) || (c >= 0xFFC2 && c <= 0xFFC7)
           || (c >= 0xFFCA && c <= 0xFFCF) || (c >= 0xFFD2 && c <= 0xFFD7)
           || (c >= 0xFFDA && c <= 0xFFDC);
}
}  // namespace gisa::text
