// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/terms.h"

#include <algorithm>
#include <array>

namespace gisa::schema {
namespace {
using std::chrono::day;
using std::chrono::days;
using std::chrono::last;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;
using std::chrono::years;

constexpr std::size_t kHashDigits = 16;

/// FNV-1a, 64 bits, as 16 hexadecimal digits. Part of the format: a segment's terms carry it.
/// Source: Fowler, Noll, Vo; draft-eastlake-fnv, section 5.
std::array<char, kHashDigits> hash_digits(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001b3U;
    }

    std::array<char, kHashDigits> digits{};
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        *digit = "0123456789abcdef"[hash & 0xfU];
        hash >>= 4U;
    }
    return digits;
}

/// The longest whole characters of `utf8` in at most `limit` bytes; ill-formed text is cut anywhere.
std::string_view cut_at_character(std::string_view utf8, std::size_t limit) {
    constexpr std::size_t kMaxContinuationBytes = 3;
    std::size_t end = limit;
    while (end > 0 && limit - end < kMaxContinuationBytes
           && (static_cast<unsigned char>(utf8[end]) & 0xc0U) == 0x80U) {
        --end;
    }
    return utf8.substr(0, end);
}

std::string capped_term(std::string_view prefix, std::string_view word) {
    std::string term(prefix);
    if (prefix.size() + word.size() <= kMaxTermBytes) {
        return term.append(word);
    }
    const auto digits = hash_digits(word);
    term.append(cut_at_character(word, kMaxTermBytes - kHashDigits - prefix.size()));
    return term.append(digits.begin(), digits.end());
}

std::string padded(int number, std::size_t width) {
    std::string digits = std::to_string(number);
    digits.insert(0, width - std::min(width, digits.size()), '0');
    return digits;
}

std::string year_digits(year of) {
    return padded(static_cast<int>(of), 4);
}

std::string month_digits(month of) {
    return padded(static_cast<int>(static_cast<unsigned>(of)), 2);
}

std::string day_digits(day of) {
    return padded(static_cast<int>(static_cast<unsigned>(of)), 2);
}

/// Days, months and years of collection differ by their lengths and share a letter.
std::string date_prefix(DateKind kind, std::string_view published) {
    return std::string(kind == DateKind::Collected ? "C" : published);
}

/// Days, both ends included; empty when last < first.
struct Span {
    sys_days first;
    sys_days last;

    [[nodiscard]] bool empty() const { return last < first; }

    [[nodiscard]] bool covers(const Span& other) const {
        return first <= other.first && other.last <= last;
    }
};

Span overlap(const Span& a, const Span& b) {
    return {std::max(a.first, b.first), std::min(a.last, b.last)};
}

Span span_of(year whole) {
    return {sys_days(whole / 1 / 1), sys_days(whole / 12 / 31)};
}

Span span_of(year_month whole) {
    return {sys_days(whole / 1), sys_days(whole / last)};
}

/// Adds what `wanted` needs of one year or month: nothing, or the days themselves.
void add_days(DateKind kind, const Span& wanted, std::vector<std::string>& terms) {
    for (sys_days at = wanted.first; at <= wanted.last; at += days(1)) {
        terms.push_back(day_term(kind, year_month_day(at)));
    }
}

/// `wanted` lies within one year that needs more than its year term.
void add_months(
    DateKind kind, const Span& wanted, const Span& archive, std::vector<std::string>& terms
) {
    const year_month_day begin(wanted.first);
    const year_month_day end(wanted.last);
    for (year_month at = begin.year() / begin.month(); at <= end.year() / end.month();
         at += months(1)) {
        const Span part = overlap(wanted, span_of(at));
        if (part.covers(overlap(archive, span_of(at)))) {
            terms.push_back(month_term(kind, at));
        } else {
            add_days(kind, part, terms);
        }
    }
}
}  // namespace

std::string text_term(std::string_view word) {
    return capped_term("", word);
}

std::string title_term(std::string_view word) {
    return capped_term("S", word);
}

std::string day_term(DateKind kind, year_month_day of) {
    return date_prefix(kind, "D") + year_digits(of.year()) + month_digits(of.month())
           + day_digits(of.day());
}

std::string month_term(DateKind kind, year_month of) {
    return date_prefix(kind, "M") + year_digits(of.year()) + month_digits(of.month());
}

std::string year_term(DateKind kind, year of) {
    return date_prefix(kind, "Y") + year_digits(of);
}

std::vector<std::string> instant_terms(DateKind kind, std::chrono::sys_seconds instant) {
    const year_month_day of = seoul_day(instant);
    return {
        day_term(kind, of), month_term(kind, of.year() / of.month()), year_term(kind, of.year())};
}

std::string metadata_term(Metadata kind, std::string_view value) {
    switch (kind) {
        case Metadata::Publisher:
            return capped_term("P", value);
        case Metadata::Section:
            return capped_term("G", value);
        case Metadata::Byline:
            return capped_term("A", value);
        case Metadata::Language:
            return capped_term("L", value);
        case Metadata::Site:
            return capped_term("H", value);
    }
    return {};
}

std::vector<std::string> date_terms(
    DateKind kind, const DayRange& range, year_month_day archive_first, year_month_day archive_last
) {
    const Span archive{sys_days(archive_first), sys_days(archive_last)};
    const Span asked{
        sys_days(range.first.value_or(archive_first)), sys_days(range.last.value_or(archive_last))};
    const Span wanted = overlap(asked, archive);
    std::vector<std::string> terms;
    if (wanted.empty()) {
        return terms;
    }
    // A day outside the archive holds no article, so a year or month need only be covered as far
    // as the archive goes.
    const year last_year = year_month_day(wanted.last).year();
    for (year at = year_month_day(wanted.first).year(); at <= last_year; at += years(1)) {
        const Span part = overlap(wanted, span_of(at));
        if (part.covers(overlap(archive, span_of(at)))) {
            terms.push_back(year_term(kind, at));
        } else {
            add_months(kind, part, archive, terms);
        }
    }
    return terms;
}
}  // namespace gisa::schema
