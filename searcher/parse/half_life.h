// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

namespace gisa::searcher {
/// Reads what may stand after `fresh:`: a number, 1 to 999, and its unit: 7d 2w 6M 1y, 7일 2주 6개월 6달
/// 1년. A month is thirty days and a year 365. Nothing when it is anything else.
[[nodiscard]] std::optional<std::chrono::days> read_half_life(std::string_view text);
}  // namespace gisa::searcher
