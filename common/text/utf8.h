// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gisa::text {
inline constexpr char32_t kReplacement = U'\uFFFD';

/// One character and how many bytes it took (at least 1).
struct Decoded {
    char32_t character = 0;
    std::uint32_t bytes = 1;
    bool valid = true;
};

/// The character at `at`, which must lie inside `utf8`. An ill-formed byte counts as one invalid
/// U+FFFD of one byte. Surrogates and overlong forms are ill-formed.
[[nodiscard]] Decoded decode(std::string_view utf8, std::size_t at);

void append_utf8(std::string& out, char32_t character);

/// Characters below U+10000, none of them a surrogate, as UTF-8.
[[nodiscard]] std::string utf8_of(std::u16string_view characters);

/// The number of characters; each ill-formed byte counts as one.
[[nodiscard]] std::size_t count_characters(std::string_view utf8);

/// Where the character before `at` begins; `at` must be above 0 and at a character's edge.
[[nodiscard]] std::size_t previous_character(std::string_view utf8, std::size_t at);

[[nodiscard]] constexpr bool is_hangul_syllable(char32_t c) {
    return c >= U'가' && c <= U'힣';
}

[[nodiscard]] constexpr bool is_han(char32_t c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF)
           || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF) || c == U'々';
}
}  // namespace gisa::text
