// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/figures.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <locale>
#include <sstream>

#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
std::string padded(std::int64_t number, std::size_t digits) {
    std::string text = std::to_string(number);
    if (text.size() < digits) {
        text.insert(0, digits - text.size(), '0');
    }
    return text;
}

/// An instant taken apart on the clocks of Seoul.
struct SeoulClock {
    std::string day;     ///< "2024-05-01"
    std::string minute;  ///< "09:30"
    std::string second;  ///< "00"
    bool is_midnight = false;
};

SeoulClock seoul_clock(std::chrono::sys_seconds instant) {
    const auto local = instant + std::chrono::hours(9);
    const auto midnight = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day day(midnight);
    const std::chrono::hh_mm_ss time(local - midnight);
    return {
        .day = padded(static_cast<int>(day.year()), 4) + "-"
               + padded(static_cast<unsigned>(day.month()), 2) + "-"
               + padded(static_cast<unsigned>(day.day()), 2),
        .minute = padded(time.hours().count(), 2) + ":" + padded(time.minutes().count(), 2),
        .second = padded(time.seconds().count(), 2),
        .is_midnight = local == midnight,
    };
}
}  // namespace

std::string grouped(std::uint64_t number) {
    std::string text = std::to_string(number);
    for (std::size_t place = text.size(); place > 3;) {
        place -= 3;
        text.insert(place, ",");
    }
    return text;
}

std::string article_count(std::uint64_t number) {
    return tr_n("%1 article", "%1 articles", number, {grouped(number)});
}

std::string segment_count(std::uint64_t number) {
    return tr_n("%1 segment", "%1 segments", number, {grouped(number)});
}

std::string word_count(std::uint64_t number) {
    return tr_n("%1 word", "%1 words", number, {grouped(number)});
}

std::string decimal(double number, int digits) {
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << std::fixed << std::setprecision(digits) << number;
    return text.str();
}

std::string byte_size(std::uint64_t bytes) {
    constexpr std::array<std::string_view, 5> kUnits = {"B", "kB", "MB", "GB", "TB"};
    if (bytes < 1000) {
        return std::to_string(bytes) + " B";
    }
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    // 999.95 would be shown as 1000.0.
    while (size >= 999.95 && unit + 1 < kUnits.size()) {
        size /= 1000;
        ++unit;
    }
    return decimal(size, 1) + " " + std::string(kUnits.at(unit));
}

std::string clock_span(std::chrono::duration<double> span) {
    const auto whole = std::chrono::duration_cast<std::chrono::seconds>(span);
    const std::int64_t seconds = std::max<std::int64_t>(whole.count(), 0);
    const std::int64_t hours = seconds / 3600;
    const std::int64_t minutes = seconds / 60 % 60;
    const std::string rest = ":" + padded(seconds % 60, 2);
    if (hours == 0) {
        return std::to_string(minutes) + rest;
    }
    return std::to_string(hours) + ":" + padded(minutes, 2) + rest;
}

std::string seoul_time(std::chrono::sys_seconds instant) {
    const SeoulClock clock = seoul_clock(instant);
    return clock.is_midnight ? clock.day : clock.day + " " + clock.minute;
}

std::string iso_time(std::chrono::sys_seconds instant) {
    const SeoulClock clock = seoul_clock(instant);
    return clock.day + "T" + clock.minute + ":" + clock.second + "+09:00";
}

std::string mail_time(std::chrono::sys_seconds instant) {
    static constexpr auto kDays =
        std::to_array<const char*>({"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"});
    static constexpr auto kMonths = std::to_array<const char*>(
        {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
    );
    const std::chrono::year_month_day day = seoul_day(instant);
    const std::chrono::weekday weekday{std::chrono::sys_days(day)};
    const SeoulClock clock = seoul_clock(instant);
    return std::string(kDays.at(weekday.c_encoding())) + ", "
           + clock.day.substr(clock.day.size() - 2) + " "
           + kMonths.at(static_cast<unsigned>(day.month()) - 1) + " "
           + std::to_string(static_cast<int>(day.year())) + " " + clock.minute + ":" + clock.second
           + " +0900";
}

std::chrono::year_month_day seoul_day(std::chrono::sys_seconds instant) {
    return std::chrono::floor<std::chrono::days>(instant + std::chrono::hours(9));
}

std::string day_text(std::chrono::year_month_day day) {
    return iso_time(std::chrono::sys_days(day)).substr(0, 10);
}

std::string iso_day(std::chrono::sys_seconds instant) {
    return seoul_clock(instant).day;
}
}  // namespace gisa::cli
