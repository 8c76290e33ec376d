// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/parse/dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "common/text/normal_form.h"
#include "common/text/utf8.h"
#include "searcher/parse/characters.h"
#include "searcher/parse/relative_dates.h"

namespace gisa::searcher {
namespace {
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

std::optional<Period> period(
    int years, std::optional<unsigned> months, std::optional<unsigned> days
) {
    const year of(years);
    if (years == 0) {
        return std::nullopt;
    }
    if (!months) {
        return Period{of / 1 / 1, of / 12 / 31};
    }
    if (!month(*months).ok()) {
        return std::nullopt;
    }
    if (!days) {
        const year_month_day last = of / month(*months) / std::chrono::last;
        return Period{of / month(*months) / 1, last};
    }
    const year_month_day date = of / month(*months) / day(*days);
    return date.ok() ? std::optional(Period{date, date}) : std::nullopt;
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

using Today = std::optional<year_month_day>;

/// A name in small letters and composed syllables; an age (1M) keeps its letter.
std::string name_of(std::string_view tidied) {
    const bool age = !tidied.empty() && is_digit(tidied.front());
    return age ? std::string(tidied) : text::normalized(tidied);
}

/// Takes the ending away where it stands.
bool take_ending(std::string& text, std::string_view ending) {
    const bool there = text.ends_with(ending);
    if (there) {
        text.resize(text.size() - ending.size());
    }
    return there;
}

/// Korean says a range behind its dates: from 부터, to 까지, since 이후, before 이전. A date that stands
/// in a sentence has a particle: 5월에, 21일의.
std::string with_range_signs(std::string text) {
    constexpr std::string_view kFrom = "부터";
    constexpr std::string_view kSign = "..";
    if (const std::size_t from = text.find(kFrom); from != std::string::npos) {
        text.replace(from, kFrom.size(), kSign);
    }
    if (take_ending(text, "까지") || take_ending(text, "이전")) {
        const bool has_begin = text.find(kSign) != std::string::npos;
        return has_begin ? text : std::string(kSign) + text;
    }
    if (take_ending(text, "이후")) {
        return text + std::string(kSign);
    }
    for (const std::string_view unit : {"년", "월", "일"}) {
        for (const std::string_view particle : {"에", "의"}) {
            if (text.ends_with(std::string(unit).append(particle))) {
                take_ending(text, particle);
            }
        }
    }
    return text;
}

/// Units and words of ranges as decomposed by macOS become the usual ones; white space and the invisible go.
std::string tidy(std::string_view typed) {
    struct Unit {
        std::string_view decomposed;
        std::string_view composed;
    };

    constexpr std::array<Unit, 7> kUnits = {{
        {"\u1102\u1167\u11AB", "년"},
        {"\u110B\u116F\u11AF", "월"},
        {"\u110B\u1175\u11AF", "일"},
        {"\u1107\u116E\u1110\u1165", "부터"},
        {"\u1101\u1161\u110C\u1175", "까지"},
        {"\u110B\u1175\u1112\u116E", "이후"},
        {"\u110B\u1175\u110C\u1165\u11AB", "이전"},
    }};

    std::string text;
    for (std::size_t at = 0; at < typed.size();) {
        const text::Decoded next = text::decode(typed, at);
        if (!is_blank(next.character) && !is_invisible(next.character)) {
            text.append(typed.substr(at, next.bytes));
        }
        at += next.bytes;
    }
    text = narrow(text);
    for (const Unit& unit : kUnits) {
        for (auto at = text.find(unit.decomposed); at != std::string::npos;
             at = text.find(unit.decomposed, at)) {
            text.replace(at, unit.decomposed.size(), unit.composed);
        }
    }
    return with_range_signs(std::move(text));
}

/// The numbers of a date, and its shape: # for each number, the rest as it stands.
struct DateParts {
    std::vector<std::string_view> numbers;
    std::string shape;
};

DateParts take_apart(std::string_view text) {
    DateParts parts;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end])) {
            ++end;
        }
        if (end == at) {
            // A # as typed must not pass for a number.
            parts.shape += text[at] == '#' ? '?' : text[at];
            ++at;
        } else {
            parts.shape += '#';
            parts.numbers.push_back(text.substr(at, end - at));
            at = end;
        }
    }
    return parts;
}

bool is_known_shape(std::string_view shape) {
    // 2024.5. and 2024.5.21. are how Koreans write a date.
    constexpr std::array<std::string_view, 11> kShapes = {
        "#년",
        "#년#월",
        "#년#월#일",
        "#-#",
        "#-#-#",
        "#.#",
        "#.#.",
        "#.#.#",
        "#.#.#.",
        "#/#",
        "#/#/#",
    };
    return std::find(kShapes.begin(), kShapes.end(), shape) != kShapes.end();
}

/// At most eight digits, so it cannot overflow.
unsigned value_of(std::string_view digits) {
    unsigned value = 0;
    for (const char digit : digits) {
        value = value * 10 + static_cast<unsigned>(digit - '0');
    }
    return value;
}

/// A year, a month or a day; what counts from today when that is known.
std::optional<Period> read_period(std::string_view text, Today today) {
    if (today) {
        if (const auto relative = relative_period(name_of(text), *today)) {
            return relative;
        }
    }
    DateParts parts = take_apart(text);
    if (parts.shape == "#" && (text.size() == 4 || text.size() == 6 || text.size() == 8)) {
        // 2024, 202405, 20240521
        parts.numbers = {text.substr(0, 4)};
        for (std::size_t at = 4; at < text.size(); at += 2) {
            parts.numbers.push_back(text.substr(at, 2));
        }
    } else if (!is_known_shape(parts.shape)) {
        return std::nullopt;
    }
    if (parts.numbers[0].size() != 4) {
        return std::nullopt;
    }
    std::array<std::optional<unsigned>, 3> values;
    for (std::size_t i = 0; i < parts.numbers.size(); ++i) {
        if (i > 0 && parts.numbers[i].size() > 2) {
            return std::nullopt;
        }
        values[i] = value_of(parts.numbers[i]);
    }
    return period(static_cast<int>(*values[0]), values[1], values[2]);
}

/// The end of a range may leave out what its beginning said: 2024년5월~6월, 2024년5월21일~23일.
/// An earlier month is one of the next year: 2024년11월~2월.
std::optional<Period> read_end(
    std::string_view text, const std::optional<Period>& from, Today today
) {
    if (!from) {
        return read_period(text, today);
    }
    const DateParts parts = take_apart(text);
    const std::string_view shape = parts.shape;
    const auto in_year = [text](year of, std::string_view month_said) {
        return read_period(
            std::to_string(static_cast<int>(of)).append("년").append(month_said).append(text),
            std::nullopt
        );
    };
    if (shape == "#월" || shape == "#월#일") {
        const auto same_year = in_year(from->first.year(), "");
        return same_year && same_year->last < from->first
                   ? in_year(from->first.year() + std::chrono::years(1), "")
                   : same_year;
    }
    if (shape == "#일" && from->first.month() == from->last.month()) {
        const auto month_said = static_cast<unsigned>(from->first.month());
        return in_year(from->first.year(), std::to_string(month_said) + "월");
    }
    return read_period(text, today);
}

struct RangeSign {
    std::size_t at;
    std::size_t bytes;
};

/// The first `..` or `~`. Of three dots the first may end a date: 2024.5.21...2024.5.23.
std::optional<RangeSign> find_range_sign(std::string_view text) {
    const std::size_t tilde = text.find('~');
    if (tilde != std::string_view::npos) {
        return RangeSign{tilde, 1};
    }
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) {
        return std::nullopt;
    }
    const bool first_ends_date = text.substr(dots).starts_with("...");
    return RangeSign{dots + (first_ends_date ? 1 : 0), 2};
}
}  // namespace

std::optional<DateReading> read_date(std::string_view text, std::optional<year_month_day> today) {
    const std::string tidied = tidy(text);
    const std::string_view whole = tidied;
    const auto sign = find_range_sign(whole);
    if (!sign) {
        const auto one = read_period(whole, today);
        return one ? std::optional(DateReading{.days = {one->first, one->last}}) : std::nullopt;
    }

    const std::string_view left = whole.substr(0, sign->at);
    const std::string_view right = whole.substr(sign->at + sign->bytes);
    const auto from = read_period(left, today);
    const auto to = read_end(right, from, today);
    if ((!from && !left.empty()) || (!to && !right.empty()) || (!from && !to)) {
        return std::nullopt;
    }
    if (from && to && from->first > to->last) {
        return DateReading{.days = {to->first, from->last}, .reversed = true};
    }
    DateReading reading;
    if (from) {
        reading.days.first = from->first;
    }
    if (to) {
        reading.days.last = to->last;
    }
    return reading;
}

bool date_goes_on(std::string_view before, std::string_view after) {
    const std::string left = tidy(before);
    const std::string right = tidy(after);
    return left.ends_with("년") || left.ends_with("월") || left.ends_with("..")
           || left.ends_with('~') || relative_name_goes_on(name_of(left)) || right.starts_with("..")
           || right.starts_with('~');
}
}  // namespace gisa::searcher
