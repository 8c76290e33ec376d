// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/schema/calendar.h"

namespace gisa::schema {
/// The bytes of every term in a segment; the only place that knows them.
///
/// A text term is the analysed word itself, in its normal form, so it never begins with one of the
/// capital letters A-Z that mark the other kinds:
///   워터마크, pledg    a word of title or body
///   S워터마크          the same word in the title (weight 0: a filter, not a score)
///   D20240521 M202405 Y2024    the day, month and year of publication in Asia/Seoul
///   C20240521 C202405 C2024    of the run that first stored the article
///   P한겨레 G정치 A홍길동 Lko Hexample.com    metadata (metadata.h): publisher, section, byline,
///                                            language, site

/// Grows with every change of what a segment keeps of an article beside the terms of its text: other
/// terms, and segment::DocumentRecord.
inline constexpr int kTermsVersion = 6;

/// Xapian refuses a term over 245 bytes; a word that does not fit is cut at a character and given a
/// hash of the whole (FNV-1a, 64 bits, 16 hexadecimal digits), so that two long words differ.
inline constexpr std::size_t kMaxTermBytes = 200;

[[nodiscard]] std::string text_term(std::string_view word);
[[nodiscard]] std::string title_term(std::string_view word);

/// Which of an article's days is meant.
enum class DateKind : std::uint8_t { Published, Collected };

[[nodiscard]] std::string day_term(DateKind kind, std::chrono::year_month_day day);
[[nodiscard]] std::string month_term(DateKind kind, std::chrono::year_month month);
[[nodiscard]] std::string year_term(DateKind kind, std::chrono::year year);
/// All three of an instant in Asia/Seoul.
[[nodiscard]] std::vector<std::string> instant_terms(
    DateKind kind, std::chrono::sys_seconds instant
);

enum class Metadata : std::uint8_t { Publisher, Section, Byline, Language, Site };

[[nodiscard]] std::string metadata_term(Metadata kind, std::string_view value);

/// The fewest day, month and year terms whose articles are exactly those of the range. An open end
/// stops at `archive_first` or `archive_last`, and no term is spent on days outside them: they hold
/// no article. Empty when no day is left. Ascending.
[[nodiscard]] std::vector<std::string> date_terms(
    DateKind kind,
    const DayRange& range,
    std::chrono::year_month_day archive_first,
    std::chrono::year_month_day archive_last
);
}  // namespace gisa::schema
