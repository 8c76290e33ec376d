// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <optional>
#include <string_view>

namespace gisa::indexer {
/// The instant that a date of publication names; nothing when the text is no date or names an
/// impossible one (2024-02-30). Known forms, surrounding spaces allowed:
///   2024-05-21   20240521   2024.05.21   2024.5.21.   2024/05/21
/// each alone (midnight) or followed by T or spaces and a time: 09:30, 09:30:15, 09:30:15.250 (the
/// fraction is dropped), and a zone: Z, +09:00, +0900, +09. Without a zone it is Asia/Seoul's time.
/// A year and month alone are not a date. Safe to call from several threads.
/// Source: ISO 8601-1:2019, and the point-separated dates of Korean sites.
[[nodiscard]] std::optional<std::chrono::sys_seconds> parse_date(std::string_view text);
}  // namespace gisa::indexer
