// SPDX-License-Identifier: GPL-2.0-or-later
//
// One rule a character. docs/text_analysis.md has the same table with the reasons.
#include "common/text/fold.h"

#include "common/text/utf8.h"

namespace gisa::text {
namespace {
constexpr Folded replace(char32_t to) {
    return {.rule = Rule::Replace, .to = to};
}

constexpr Folded kDrop{.rule = Rule::Drop, .to = 0};

/// U+2000 to U+206F.
constexpr Folded fold_general_punctuation(char32_t c) {
    if (c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F) {
        return replace(U' ');
    }
    if (c <= 0x200F || (c >= 0x202A && c <= 0x202E) || c >= 0x2060) {
        return kDrop;  // zero-width characters, directions, invisible operators
    }
    if (c <= 0x2013) {
        return replace(U'-');  // hyphens, figure dash, en dash
    }
    if (c == 0x2014 || c == 0x2015) {
        return replace(0x2014);  // dashes that part sentences
    }
    switch (c) {
        case 0x2018:
        case 0x2019:
        case 0x201B:
        case 0x2032:  // prime
        case 0x2035:
            return replace(U'\'');
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x2033:
        case 0x2036:
        case 0x2039:
        case 0x203A:
            return replace(U'"');
        case 0x2022:
        case 0x2027:
            return replace(0x00B7);
        case 0x2044:  // fraction slash: ⅓ is 1/3
            return replace(U'/');
        default:
            return {};
    }
}
}  // namespace

Folded fold_sign(char32_t c) {
    if (c >= 0x2000 && c <= 0x206F) {
        return fold_general_punctuation(c);
    }
    switch (c) {
        case 0x00AD:  // soft hyphen
        case 0x034F:
        case 0x180E:
        case 0x3164:  // Hangul fillers
        case 0xFFA0:
        case 0xFEFF:
        case 0x2122:  // ™ and ℠ would become letters of the word before them
        case 0x2120:
            return kDrop;
        case 0x0085:
        case 0x00A0:
        case 0x1680:
        case 0x3000:
            return replace(U' ');
        case 0x00B4:  // accents typed as apostrophes
        case 0x02B9:
        case 0x02BB:
        case 0x02BC:
            return replace(U'\'');
        case 0x00AB:
        case 0x00BB:
        case 0x3008:
        case 0x3009:
        case 0x300A:
        case 0x300B:
        case 0x300C:
        case 0x300D:
        case 0x300E:
        case 0x300F:
        case 0x301D:
        case 0x301E:
        case 0x301F:
        case 0xFF62:
        case 0xFF63:
            return replace(U'"');
        case 0x2212:  // minus
        case 0xFE63:
        case 0xFF0D:
            return replace(U'-');
        case 0x2500:  // box drawing, typed as a dash
        case 0x2E3A:
        case 0x2E3B:
            return replace(0x2014);
        case 0x0387:
        case 0x119E:  // the vowel letter ㆍ, which Korean keyboards give as a middle dot
        case 0x318D:
        case 0x2219:
        case 0x22C5:
        case 0x2E31:
        case 0x2E33:
        case 0x30FB:
        case 0xFF65:
            return replace(0x00B7);
        case 0x02DC:
        case 0x223C:
        case 0x301C:
        case 0xFF5E:
            return replace(U'~');
        case 0x2215:
            return replace(U'/');
        default:
            return {};
    }
}

Folded fold(char32_t c) {
    const bool compatibility = c >= 0xF900 && c <= 0xFA0B;  // KS X 1001's duplicates, see hanja.cpp
    if (is_hangul_syllable(c) || (c >= 0x4E00 && c <= 0x9FFF) || compatibility) {
        return {};
    }
    const Folded sign = fold_sign(c);
    if (sign.rule != Rule::Copy) {
        return sign;
    }
    if (is_half_width_jamo(c)) {
        return {.rule = Rule::HalfWidth, .to = 0};
    }
    const bool selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    if (selector) {
        return kDrop;
    }
    const bool loose_letter = c >= 0x3131 && c <= 0x318E;
    const bool sign_of_text = (c >= 0x2016 && c <= 0x2026) || (c >= 0x3001 && c <= 0x3011);
    if (loose_letter || sign_of_text || c == 0x00B7 || c == kReplacement) {
        return {};
    }
    return {.rule = Rule::Cluster, .to = 0};
}
}  // namespace gisa::text
