// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace gisa::cli {
/// One character read from UTF-8.
struct Character {
    char32_t code = 0;
    std::size_t bytes = 0;  ///< how many were read; 0 at the end of the text
    bool valid = true;      ///< false: a byte that is no UTF-8, read as U+FFFD
};

/// Reads the character at a byte offset. Overlong forms, surrogates and cut sequences are not UTF-8
/// and are read one byte at a time.
[[nodiscard]] Character character_at(std::string_view text, std::size_t offset) noexcept;

/// The same text with every byte that is no UTF-8 replaced by U+FFFD.
[[nodiscard]] std::string as_utf8(std::string_view text);

/// The cells a character takes on a terminal: 2 for Hangul, Hanja and emoji, 0 for what joins the
/// character before it (so that decomposed Hangul takes the two cells of its syllable), else 1.
/// Independent of the locale; characters of ambiguous width count 1. Safe from several threads.
/// Source: EastAsianWidth.txt and UnicodeData.txt of Unicode 15.0.
[[nodiscard]] std::size_t cell_width(char32_t code) noexcept;

/// The cells of a whole text.
[[nodiscard]] std::size_t cell_width(std::string_view text) noexcept;
}  // namespace gisa::cli
