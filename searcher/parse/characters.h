// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace gisa::searcher {
/// What a character means to the query language, whatever the words mean. Full-width signs, which
/// Korean and Japanese keyboards type, count as their ASCII twins.

/// The ASCII twin of a full-width form (U+FF01 to U+FF5E); every other character is itself.
[[nodiscard]] char32_t narrow(char32_t character);

/// The text with its full-width forms narrowed; ill-formed bytes stay.
[[nodiscard]] std::string narrow(std::string_view utf8);

/// The sign of a noun, in all the forms that keyboards type: · ㆍ ・ ･
[[nodiscard]] bool is_middle_dot(char32_t character);

/// White space of any script, U+3000 included.
[[nodiscard]] bool is_blank(char32_t character);

/// Characters that show nothing and come along when text is copied: byte order mark, zero-width
/// space and joiners, direction marks.
[[nodiscard]] bool is_invisible(char32_t character);

[[nodiscard]] bool is_blank(std::string_view utf8);

/// The kinds of quotation marks; a phrase prefers to end with the kind it began with.
enum class Quote : std::uint8_t {
    None,
    Straight,      ///< " and its curly, low and full-width forms, which people mix
    Corner,        ///< 「 」
    DoubleCorner,  ///< 『 』
};

[[nodiscard]] Quote opening_quote(char32_t character);
[[nodiscard]] Quote closing_quote(char32_t character);
}  // namespace gisa::searcher
