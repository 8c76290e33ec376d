// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/present/cells.h"

#include "common/text/utf8.h"

namespace gisa::searcher {
std::size_t cells_of(char32_t character) {
    if (character < 0x1100) {
        return character >= 0x0300 && character <= 0x036F ? 0 : 1;
    }
    return 2;
}

std::size_t cells_of(std::string_view text) {
    std::size_t cells = 0;
    for (std::size_t at = 0; at < text.size();) {
        const text::Decoded here = text::decode(text, at);
        cells += cells_of(here.character);
        at += here.bytes;
    }
    return cells;
}

bool is_space(char32_t character) {
    return character <= U' ' || character == 0x00A0 || character == 0x3000
           || (character >= 0x007F && character <= 0x009F);
}

bool is_space_at(std::string_view text, std::size_t at) {
    return is_space(static_cast<unsigned char>(text[at]));
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space_at(text, at)) {
        ++at;
    }
    return at;
}
}  // namespace gisa::searcher
