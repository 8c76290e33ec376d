// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <optional>
#include <string>

#include <gisa/searcher.h>

namespace gisa::cli {
/// What options take. All of these throw: UsageError.

/// "2" or "0.5", up to a day; nothing for 0.
[[nodiscard]] std::optional<std::chrono::milliseconds> parse_time_limit(const std::string& text);

[[nodiscard]] SortBy parse_sort(const std::string& name);

/// The name of a file. "-" is none: figures are on standard output, and a picture would spoil them.
[[nodiscard]] std::string parse_plot(const std::string& name);
}  // namespace gisa::cli
