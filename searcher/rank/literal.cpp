// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/literal.h"

#include <cstddef>
#include <string>

#include "common/text/utf8.h"

namespace gisa::searcher {
namespace {
bool is_word_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
           || (byte >= '0' && byte <= '9');
}

std::string without_spaces(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded next = text::decode(text, at);
        const bool space =
            next.character <= U' ' || next.character == 0x00A0 || next.character == 0x3000;
        out.append(text.substr(at, space ? 0 : next.bytes));
        at += next.bytes;
    }
    return out;
}
}  // namespace

bool holds_literal(std::string_view stored, const Literal& literal) {
    const std::string_view wanted = literal.text;
    if (literal.unspaced) {
        return without_spaces(stored).find(without_spaces(wanted)) != std::string::npos;
    }
    for (std::size_t at = stored.find(wanted); at != std::string_view::npos;
         at = stored.find(wanted, at + 1)) {
        const std::size_t end = at + wanted.size();
        const bool inside_word =
            at > 0 && is_word_byte(wanted.front()) && is_word_byte(stored[at - 1]);
        const bool goes_on =
            end < stored.size() && is_word_byte(wanted.back()) && is_word_byte(stored[end]);
        if (!inside_word && !goes_on) {
            return true;
        }
    }
    return false;
}
}  // namespace gisa::searcher
