// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string_view>

namespace gisa::searcher {
/// How wide a text is: two cells from the Hangul letters on, none for a combining mark.
[[nodiscard]] std::size_t cells_of(char32_t character);
[[nodiscard]] std::size_t cells_of(std::string_view text);

/// White space of any script, and control characters, which are shown as a space.
[[nodiscard]] bool is_space(char32_t character);

/// Whether the character that begins at `at` is one of a single byte.
[[nodiscard]] bool is_space_at(std::string_view text, std::size_t at);

/// The end of those from `at` on.
[[nodiscard]] std::size_t skip_spaces(std::string_view text, std::size_t at);
}  // namespace gisa::searcher
