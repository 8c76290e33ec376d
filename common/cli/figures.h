// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace gisa::cli {
/// "1,234,567".
[[nodiscard]] std::string grouped(std::uint64_t number);

/// "1 article", "2,000 articles", in the process's language.
[[nodiscard]] std::string article_count(std::uint64_t number);

/// "1 segment", "2 segments", in the process's language.
[[nodiscard]] std::string segment_count(std::uint64_t number);

/// "1 word", "2 words", in the process's language.
[[nodiscard]] std::string word_count(std::uint64_t number);

/// A number with so many digits after the point: (0.5, 3) is "0.500".
[[nodiscard]] std::string decimal(double number, int digits);

/// Bytes in the largest fitting unit of 1,000: "999 B", "1.2 kB", "3.4 GB".
[[nodiscard]] std::string byte_size(std::uint64_t bytes);

/// A span of time as "0:07", "12:40" or "1:02:03"; fractions of a second are dropped.
[[nodiscard]] std::string clock_span(std::chrono::duration<double> span);

/// "2024-05-01 09:30" in Seoul, or only the day when the instant is midnight there, which is what
/// a source that named no hour becomes. Seoul is nine hours ahead of UTC at every instant since
/// October 1988; earlier summers were kept one hour ahead of what is shown.
[[nodiscard]] std::string seoul_time(std::chrono::sys_seconds instant);

/// 2024-05-21
[[nodiscard]] std::string day_text(std::chrono::year_month_day day);

/// "2024-05-01T09:30:00+09:00"; the same nine hours, so the instant is exact at all times.
[[nodiscard]] std::string iso_time(std::chrono::sys_seconds instant);
/// "Wed, 01 May 2024 09:30:00 +0900", as mails and RSS have it (RFC 5322).
[[nodiscard]] std::string mail_time(std::chrono::sys_seconds instant);
/// The day in Seoul, as numbers and as "2024-05-01".
[[nodiscard]] std::chrono::year_month_day seoul_day(std::chrono::sys_seconds instant);
[[nodiscard]] std::string iso_day(std::chrono::sys_seconds instant);
}  // namespace gisa::cli
