// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace gisa::searcher {
/// The number of a sign (NEAR/5, atleast3). A greater one than this is this one.
inline constexpr std::uint32_t kGreatestNumber = 1'000;

/// One to nine ASCII digits as a number; nothing for anything else.
[[nodiscard]] inline std::optional<std::uint32_t> bounded_number(std::string_view digits) {
    constexpr std::size_t kMostDigits = 9;
    if (digits.empty() || digits.size() > kMostDigits) {
        return std::nullopt;
    }
    std::uint32_t number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        number = number * 10 + static_cast<std::uint32_t>(digit - '0');
    }
    return std::min(number, kGreatestNumber);
}
}  // namespace gisa::searcher
