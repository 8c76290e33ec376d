// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gisa::text {
/// Whether a well-formed Hangul syllable stands at `at`: U+AC00 to U+D7A3 are EA B0 80 to ED 9E A3.
[[nodiscard]] inline bool syllable_at(std::string_view utf8, std::size_t at) {
    constexpr std::uint32_t kFirst = 0xEAB080;
    constexpr std::uint32_t kLast = 0xED9EA3;
    if (at + 3 > utf8.size()) {
        return false;
    }
    const auto byte = [utf8](std::size_t place) -> std::uint32_t {
        return static_cast<unsigned char>(utf8[place]);
    };
    const std::uint32_t bytes = byte(at) << 16U | byte(at + 1) << 8U | byte(at + 2);
    return bytes - kFirst <= kLast - kFirst && (bytes & 0xC0C0U) == 0x8080U;
}

/// The end of the longest stretch of ASCII and well-formed Hangul syllables from `at` on, which is
/// nearly all of Korean and English text.
[[nodiscard]] std::size_t end_of_plain(std::string_view utf8, std::size_t at);
}  // namespace gisa::text
