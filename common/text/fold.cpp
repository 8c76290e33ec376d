// SPDX-License-Identifier: GPL-2.0-or-later
//
// One rule a character. docs/text_analysis.md has the same table with the reasons.
#include "common/text/fold.h"

#include <algorithm>
#include <array>

#include "common/text/utf8.h"

namespace gisa::text {
namespace {
constexpr char32_t kNothing = 0;
constexpr char32_t kMiddleDot = 0x00B7;
constexpr char32_t kDash = 0x2014;

/// Characters from `first` to `last` and what they all become.
struct SignRule {
    char32_t first = 0;
    char32_t last = 0;
    char32_t to = kNothing;
};

constexpr std::array kSigns = std::to_array<SignRule>({
    {0x0085, 0x0085, U' '},        // next line
    {0x00A0, 0x00A0, U' '},        // no-break space
    {0x00AB, 0x00AB, U'"'},        // «
    {0x00AD, 0x00AD, kNothing},    // soft hyphen
    {0x00B4, 0x00B4, U'\''},       // acute accent typed as an apostrophe
    {0x00BB, 0x00BB, U'"'},        // »
    {0x02B9, 0x02B9, U'\''},       // prime as a letter
    {0x02BB, 0x02BC, U'\''},       // apostrophes as letters
    {0x02DC, 0x02DC, U'~'},        // small tilde
    {0x034F, 0x034F, kNothing},    // grapheme joiner
    {0x0387, 0x0387, kMiddleDot},  // Greek
    {0x119E, 0x119E, kMiddleDot},  // the vowel letter ㆍ, conjoining
    {0x1680, 0x1680, U' '},        // Ogham space
    {0x180E, 0x180E, kNothing},    // Mongolian vowel separator
    {0x2000, 0x200A, U' '},        // spaces by width
    {0x200B, 0x200F, kNothing},    // zero-width characters, directions
    {0x2010, 0x2013, U'-'},        // hyphens, figure dash, en dash
    {0x2014, 0x2015, kDash},       // dashes that part sentences
    {0x2018, 0x2019, U'\''},       // ‘ ’
    {0x201B, 0x201B, U'\''},
    {0x201C, 0x201F, U'"'},        // “ ” „
    {0x2022, 0x2022, kMiddleDot},  // bullet
    {0x2027, 0x2027, kMiddleDot},  // hyphenation point
    {0x2028, 0x2029, U' '},        // line and paragraph separators
    {0x202A, 0x202E, kNothing},    // directions
    {0x202F, 0x202F, U' '},
    {0x2032, 0x2032, U'\''},  // prime
    {0x2033, 0x2033, U'"'},
    {0x2035, 0x2035, U'\''},
    {0x2036, 0x2036, U'"'},
    {0x2039, 0x203A, U'"'},  // ‹ ›
    {0x2044, 0x2044, U'/'},  // fraction slash: ⅓ is 1/3
    {0x205F, 0x205F, U' '},
    {0x2060, 0x206F, kNothing},  // word joiner, invisible operators, directions
    {0x2120, 0x2120, kNothing},  // ℠ and ™ would become letters of the word before them
    {0x2122, 0x2122, kNothing},
    {0x2212, 0x2212, U'-'},        // minus
    {0x2215, 0x2215, U'/'},        // division slash
    {0x2219, 0x2219, kMiddleDot},  // bullet operator
    {0x223C, 0x223C, U'~'},        // tilde operator
    {0x22C5, 0x22C5, kMiddleDot},  // dot operator
    {0x2500, 0x2500, kDash},       // box drawing, typed as a dash
    {0x2E31, 0x2E31, kMiddleDot},
    {0x2E33, 0x2E33, kMiddleDot},
    {0x2E3A, 0x2E3B, kDash},       // long dashes
    {0x3000, 0x3000, U' '},        // ideographic space
    {0x3008, 0x300F, U'"'},        // 〈 〉 《 》 「 」 『 』
    {0x301C, 0x301C, U'~'},        // wave dash
    {0x301D, 0x301F, U'"'},        // 〝 〞
    {0x30FB, 0x30FB, kMiddleDot},  // Katakana
    {0x3164, 0x3164, kNothing},    // Hangul filler
    {0x318D, 0x318D, kMiddleDot},  // ㆍ, which Korean keyboards give as a middle dot
    {0xFE00, 0xFE0F, kNothing},    // variation selectors
    {0xFE63, 0xFE63, U'-'},
    {0xFEFF, 0xFEFF, kNothing},  // byte order mark
    {0xFF0D, 0xFF0D, U'-'},
    {0xFF5E, 0xFF5E, U'~'},
    {0xFF62, 0xFF63, U'"'},  // half-width corner brackets
    {0xFF65, 0xFF65, kMiddleDot},
    {0xFFA0, 0xFFA0, kNothing},    // half-width filler
    {0xE0100, 0xE01EF, kNothing},  // variation selectors of Hanja
});

constexpr bool in_order() {
    return std::is_sorted(kSigns.begin(), kSigns.end(), [](const SignRule& a, const SignRule& b) {
        return a.last < b.first;
    });
}

static_assert(in_order(), "the table is searched by halves");

constexpr Folded look_up(char32_t c) {
    const auto rule = std::partition_point(kSigns.begin(), kSigns.end(), [c](const SignRule& sign) {
        return sign.last < c;
    });
    if (rule == kSigns.end() || c < rule->first) {
        return {};
    }
    return {.rule = rule->to == kNothing ? Rule::Drop : Rule::Replace, .to = rule->to};
}

constexpr char32_t kPunctuation = 0x2000;

/// U+2000 to U+206F, where nearly all signs of real text are.
constexpr std::array kPunctuationRules = [] {
    std::array<Folded, 0x70> rules{};
    for (char32_t i = 0; i < rules.size(); ++i) {
        rules[i] = look_up(kPunctuation + i);
    }
    return rules;
}();
}  // namespace

Folded fold_sign(char32_t c) {
    if (c >= kPunctuation && c < kPunctuation + kPunctuationRules.size()) {
        return kPunctuationRules[c - kPunctuation];
    }
    return c < kSigns.front().first ? Folded{} : look_up(c);
}

Folded fold(char32_t c) {
    const bool compatibility = c >= 0xF900 && c <= 0xFA0B;  // KS X 1001's duplicates, see hanja.cpp
    if (is_hangul_syllable(c) || (c >= 0x4E00 && c <= 0x9FFF) || compatibility || c == kMiddleDot) {
        return {};
    }
    const Folded sign = fold_sign(c);
    if (sign.rule != Rule::Copy) {
        return sign;
    }
    if (is_half_width_jamo(c)) {
        return {.rule = Rule::HalfWidth, .to = 0};
    }
    const bool loose_letter = c >= 0x3131 && c <= 0x318E;
    const bool sign_of_text = (c >= 0x2016 && c <= 0x2026) || (c >= 0x3001 && c <= 0x3011);
    if (loose_letter || sign_of_text || c == kReplacement) {
        return {};
    }
    return {.rule = Rule::Cluster, .to = 0};
}
}  // namespace gisa::text
