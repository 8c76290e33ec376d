// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/line_field.h"

#include "common/cli/characters.h"

namespace gisa::cli {
namespace {
bool is_control(const Character& character) noexcept {
    return character.code < 0x20 || character.code == 0x7F;
}

/// What a reader in any language may split at: White_Space of Unicode's PropList.txt.
bool is_space(const Character& character) noexcept {
    const char32_t code = character.code;
    return code == ' ' || code == 0x85 || code == 0xA0 || code == 0x1680
           || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029
           || code == 0x202F || code == 0x205F || code == 0x3000;
}

void append_escaped(std::string& field, std::string_view bytes) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        field += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
    }
}

template <typename Escape>
std::string escaped_where(std::string_view id, Escape is_escaped) {
    std::string field;
    std::size_t offset = 0;
    while (offset < id.size()) {
        const Character character = character_at(id, offset);
        const std::string_view bytes = id.substr(offset, character.bytes);
        if (is_escaped(character)) {
            append_escaped(field, bytes);
        } else {
            field += bytes;
        }
        offset += character.bytes;
    }
    return field;
}
}  // namespace

std::string as_line(std::string_view id) {
    return escaped_where(id, is_control);
}

std::string as_column(std::string_view id) {
    if (id.empty()) {
        return "-";
    }
    return escaped_where(id, [](const Character& character) {
        return is_control(character) || is_space(character);
    });
}

std::string as_csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted.append(c == '"' ? 2 : 1, c);
    }
    return quoted + "\"";
}
}  // namespace gisa::cli
