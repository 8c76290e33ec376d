// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/normalize/dates.h"

#include <algorithm>
#include <string_view>

#include "common/schema/calendar.h"

namespace gisa::indexer {
namespace {
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view trim(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(kSpaces), text.size()));
    return text.substr(0, text.find_last_not_of(kSpaces) + 1);
}

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Reads a text from left to right; each function takes what it finds or nothing.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    bool take(char c) {
        const bool found = rest_.starts_with(c);
        rest_.remove_prefix(found ? 1 : 0);
        return found;
    }

    bool take_any(std::string_view choices) {
        return !rest_.empty() && choices.find(rest_.front()) != std::string_view::npos
               && take(rest_.front());
    }

    /// Whether there were any.
    bool skip_spaces() {
        const bool found = take_any(kSpaces);
        while (take_any(kSpaces)) {
        }
        return found;
    }

    /// A number of at least `fewest` and at most `most` digits.
    std::optional<int> number(std::size_t fewest, std::size_t most) {
        std::size_t digits = 0;
        int value = 0;
        while (digits < rest_.size() && digits < most && is_digit(rest_[digits])) {
            value = value * 10 + (rest_[digits] - '0');
            ++digits;
        }
        if (digits < fewest) {
            return std::nullopt;
        }
        rest_.remove_prefix(digits);
        return value;
    }

    void skip_digits() {
        while (!rest_.empty() && is_digit(rest_.front())) {
            rest_.remove_prefix(1);
        }
    }

    [[nodiscard]] char front() const { return rest_.empty() ? '\0' : rest_.front(); }

  private:
    std::string_view rest_;
};

std::optional<std::chrono::year_month_day> read_day(Scanner& scanner) {
    const std::optional<int> year = scanner.number(4, 4);
    const char separator = scanner.front();
    const bool separated = scanner.take_any("-./");
    // Digits run together need all eight; only after a point or stroke may a zero be missing.
    const std::size_t fewest = separated && separator != '-' ? 1 : 2;
    const std::optional<int> month = scanner.number(fewest, 2);
    if (separated && !scanner.take(separator)) {
        return std::nullopt;
    }
    const std::optional<int> day = scanner.number(fewest, 2);
    if (separator == '.') {
        scanner.take('.');
    }
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date(
        std::chrono::year(*year),
        std::chrono::month(static_cast<unsigned>(*month)),
        std::chrono::day(static_cast<unsigned>(*day))
    );
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<seconds> read_time(Scanner& scanner) {
    const std::optional<int> hour = scanner.number(2, 2);
    if (!hour || *hour > 24 || !scanner.take(':')) {
        return std::nullopt;
    }
    const std::optional<int> minute = scanner.number(2, 2);
    if (!minute || *minute > 59) {
        return std::nullopt;
    }
    std::optional<int> second = 0;
    if (scanner.take(':')) {
        second = scanner.number(2, 2);
        if (scanner.take_any(".,")) {
            scanner.skip_digits();
        }
    }
    // 60 is a leap second, read as the next minute's first.
    if (!second || *second > 60) {
        return std::nullopt;
    }
    const seconds time = hours(*hour) + minutes(*minute) + seconds(*second);
    return time <= hours(24) ? std::optional(time) : std::nullopt;
}

/// Seconds east of Greenwich, after the sign.
std::optional<seconds> read_offset(Scanner& scanner, int sign) {
    const std::optional<int> hour = scanner.number(2, 2);
    std::optional<int> minute = 0;
    if (scanner.take(':') || is_digit(scanner.front())) {
        minute = scanner.number(2, 2);
    }
    if (!hour || !minute || *hour > 23 || *minute > 59) {
        return std::nullopt;
    }
    return sign * (hours(*hour) + minutes(*minute));
}

/// The zone's seconds east of Greenwich: 0 for Z.
std::optional<seconds> read_zone(Scanner& scanner) {
    if (scanner.take_any("Zz")) {
        return seconds(0);
    }
    const int sign = scanner.front() == '-' ? -1 : 1;
    return scanner.take_any("+-") ? read_offset(scanner, sign) : std::nullopt;
}
}  // namespace

std::optional<std::chrono::sys_seconds> parse_date(std::string_view text) {
    Scanner scanner(trim(text));
    const std::optional<std::chrono::year_month_day> day = read_day(scanner);
    if (!day) {
        return std::nullopt;
    }
    std::chrono::local_seconds local = std::chrono::local_days(*day);
    if (scanner.at_end()) {
        return schema::seoul_to_utc(local);
    }
    const bool parted = scanner.take_any("Tt") || scanner.skip_spaces();
    const std::optional<seconds> time = parted ? read_time(scanner) : std::nullopt;
    if (!time) {
        return std::nullopt;
    }
    local += *time;
    scanner.skip_spaces();
    if (scanner.at_end()) {
        return schema::seoul_to_utc(local);
    }
    const std::optional<seconds> offset = read_zone(scanner);
    if (!offset || !scanner.at_end()) {
        return std::nullopt;
    }
    return std::chrono::sys_seconds(local.time_since_epoch() - *offset);
}
}  // namespace gisa::indexer
