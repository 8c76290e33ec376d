// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string_view>

namespace gisa::text {
/// Whether a well-formed Hangul syllable stands at `at`.
[[nodiscard]] bool syllable_at(std::string_view utf8, std::size_t at);

/// The end of the longest stretch of ASCII and well-formed Hangul syllables from `at` on, which is
/// nearly all of Korean and English text.
[[nodiscard]] std::size_t end_of_plain(std::string_view utf8, std::size_t at);
}  // namespace gisa::text
