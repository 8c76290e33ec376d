// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/parse/characters.h"

#include <cstddef>

#include "common/text/utf8.h"

namespace gisa::searcher {
namespace {
bool is_straight_or_curly(char32_t character) {
    switch (character) {
        case U'"':
        case U'“':
        case U'”':
        case U'„':
        case U'‟':
        case U'＂':
            return true;
        default:
            return false;
    }
}
}  // namespace

char32_t narrow(char32_t character) {
    constexpr char32_t kFirst = 0xFF01;
    constexpr char32_t kLast = 0xFF5E;
    return character >= kFirst && character <= kLast ? character - kFirst + U'!' : character;
}

std::string narrow(std::string_view utf8) {
    std::string narrowed;
    narrowed.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const text::Decoded next = text::decode(utf8, at);
        const char32_t twin = narrow(next.character);
        if (twin == next.character) {
            narrowed.append(utf8.substr(at, next.bytes));
        } else {
            text::append_utf8(narrowed, twin);
        }
        at += next.bytes;
    }
    return narrowed;
}

bool is_middle_dot(char32_t character) {
    return character == U'\u00B7' || character == U'\u318D' || character == U'\u30FB'
           || character == U'\uFF65';
}

bool is_blank(char32_t character) {
    if ((character >= 0x09 && character <= 0x0D) || (character >= 0x2000 && character <= 0x200A)) {
        return true;
    }
    switch (character) {
        case U' ':
        case 0x85:    // next line
        case 0xA0:    // no-break space
        case 0x1680:  // Ogham space mark
        case 0x2028:  // line separator
        case 0x2029:  // paragraph separator
        case 0x202F:  // narrow no-break space
        case 0x205F:  // medium mathematical space
        case 0x3000:  // ideographic space
            return true;
        default:
            return false;
    }
}

bool is_invisible(char32_t character) {
    return (character >= 0x200B && character <= 0x200F) || character == 0x2060
           || character == 0xFEFF;
}

bool is_blank(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
        const text::Decoded next = text::decode(utf8, at);
        if (!is_blank(next.character) && !is_invisible(next.character)) {
            return false;
        }
        at += next.bytes;
    }
    return true;
}

Quote opening_quote(char32_t character) {
    if (is_straight_or_curly(character)) {
        return Quote::Straight;
    }
    if (character == U'「' || character == U'｢') {
        return Quote::Corner;
    }
    return character == U'『' ? Quote::DoubleCorner : Quote::None;
}

Quote closing_quote(char32_t character) {
    if (is_straight_or_curly(character)) {
        return Quote::Straight;
    }
    if (character == U'」' || character == U'｣') {
        return Quote::Corner;
    }
    return character == U'』' ? Quote::DoubleCorner : Quote::None;
}
}  // namespace gisa::searcher
