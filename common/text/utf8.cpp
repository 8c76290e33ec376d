// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/utf8.h"

namespace gisa::text {
namespace {
constexpr Decoded kInvalid{.character = kReplacement, .bytes = 1, .valid = false};

std::uint32_t byte_at(std::string_view utf8, std::size_t at) {
    return static_cast<unsigned char>(utf8[at]);
}

std::uint32_t sequence_length(std::uint32_t lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        return 4;
    }
    return 0;
}

char32_t smallest_of_length(std::uint32_t length) {
    if (length == 2) {
        return 0x80;
    }
    return length == 3 ? 0x800 : 0x10000;
}
}  // namespace

Decoded decode(std::string_view utf8, std::size_t at) {
    const std::uint32_t lead = byte_at(utf8, at);
    if (lead < 0x80) {
        return {.character = lead, .bytes = 1, .valid = true};
    }
    const std::uint32_t length = sequence_length(lead);
    if (length == 0 || at + length > utf8.size()) {
        return kInvalid;
    }
    char32_t character = lead & (0x7FU >> length);
    for (std::uint32_t i = 1; i < length; ++i) {
        const std::uint32_t next = byte_at(utf8, at + i);
        if ((next & 0xC0U) != 0x80U) {
            return kInvalid;
        }
        character = (character << 6U) | (next & 0x3FU);
    }
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    if (character < smallest_of_length(length) || character > 0x10FFFF || surrogate) {
        return kInvalid;
    }
    return {.character = character, .bytes = length, .valid = true};
}

void append_utf8(std::string& out, char32_t character) {
    const auto push = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (character < 0x80) {
        push(character);
    } else if (character < 0x800) {
        push(0xC0U | (character >> 6U));
        push(0x80U | (character & 0x3FU));
    } else if (character < 0x10000) {
        push(0xE0U | (character >> 12U));
        push(0x80U | ((character >> 6U) & 0x3FU));
        push(0x80U | (character & 0x3FU));
    } else {
        push(0xF0U | (character >> 18U));
        push(0x80U | ((character >> 12U) & 0x3FU));
        push(0x80U | ((character >> 6U) & 0x3FU));
        push(0x80U | (character & 0x3FU));
    }
}

std::string utf8_of(std::u16string_view characters) {
    std::string utf8;
    for (const char16_t character : characters) {
        append_utf8(utf8, character);
    }
    return utf8;
}

std::size_t count_characters(std::string_view utf8) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size(); at += decode(utf8, at).bytes) {
        ++count;
    }
    return count;
}

std::size_t previous_character(std::string_view utf8, std::size_t at) {
    --at;
    while (at > 0 && (byte_at(utf8, at) & 0xC0U) == 0x80U) {
        --at;
    }
    return at;
}
}  // namespace gisa::text
