// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/parse/half_life.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "common/text/normal_form.h"

namespace gisa::searcher {
namespace {
struct Unit {
    std::string_view name;
    int days;
};

constexpr auto kUnits = std::to_array<Unit>({
    {"d", 1},
    {"일", 1},
    {"w", 7},
    {"주", 7},
    {"m", 30},
    {"개월", 30},
    {"달", 30},
    {"y", 365},
    {"년", 365},
});
}  // namespace

std::optional<std::chrono::days> read_half_life(std::string_view text) {
    constexpr std::size_t kLongest = 32;
    constexpr std::size_t kMostDigits = 3;
    if (text.size() > kLongest) {
        return std::nullopt;
    }
    // Small letters, and composed syllables where macOS hands over letters.
    const std::string normal = text::normalized(text);
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto end = std::find_if_not(normal.begin(), normal.end(), digit);
    const auto digits = static_cast<std::size_t>(end - normal.begin());
    if (digits == 0 || digits > kMostDigits) {
        return std::nullopt;
    }
    const int count = std::stoi(normal.substr(0, digits));
    const auto* const unit = std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit& one) {
        return one.name == std::string_view(normal).substr(digits);
    });
    return count == 0 || unit == kUnits.end()
               ? std::nullopt
               : std::optional(std::chrono::days(count * unit->days));
}
}  // namespace gisa::searcher
