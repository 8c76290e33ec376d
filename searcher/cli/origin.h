// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace gisa::cli {
/// "2024-05-01 09:30 · 도깨비일보 · 홍길동 기자 · 경제", printable; what is unknown is left out.
[[nodiscard]] std::string origin_line(
    std::optional<std::chrono::sys_seconds> published,
    const std::string& publisher,
    const std::string& byline,
    const std::vector<std::string>& sections
);
}  // namespace gisa::cli
