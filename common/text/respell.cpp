// SPDX-License-Identifier: GPL-2.0-or-later
//
// The part of the normal form that looks at whole words, once all characters are folded.
#include "common/text/respell.h"

#include <algorithm>
#include <utility>

#include "common/text/hanja.h"

namespace gisa::text {
namespace {
constexpr std::size_t kGroup = 3;

bool is_digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// Whether one to three digits stand before `comma` and begin a number.
bool begins_grouped_number(std::string_view text, std::size_t comma) {
    std::size_t begin = comma;
    while (begin > 0 && comma - begin <= kGroup && is_digit_at(text, begin - 1)) {
        --begin;
    }
    const std::size_t digits = comma - begin;
    const bool goes_on = begin > 0 && (text[begin - 1] == ',' || text[begin - 1] == '.');
    return digits >= 1 && digits <= kGroup && !goes_on;
}

bool is_group_behind(std::string_view text, std::size_t comma) {
    return is_digit_at(text, comma + 1) && is_digit_at(text, comma + 2)
           && is_digit_at(text, comma + 3) && !is_digit_at(text, comma + 4);
}
}  // namespace

void respell_hanja(std::string& text, std::span<const ByteRange> runs, std::vector<Edit>& edits) {
    for (const ByteRange run : runs) {
        HanjaReading reading = read_hanja(text, run);
        if (!reading.next.empty()) {
            text.replace(run.end, reading.next.size(), reading.next);
        }
        if (reading.text.size() == run.end - run.begin) {
            text.replace(run.begin, reading.text.size(), reading.text);
        } else {
            edits.push_back({run, std::move(reading.text)});
        }
    }
}

void respell_grouped_numbers(std::string_view text, std::vector<Edit>& edits) {
    std::size_t comma = text.find(',');
    while (comma != std::string_view::npos) {
        if (begins_grouped_number(text, comma)) {
            for (; comma < text.size() && text[comma] == ',' && is_group_behind(text, comma);
                 comma += 1 + kGroup) {
                edits.push_back({{comma, comma + 1}, {}});
            }
        }
        comma = text.find(',', comma + 1);
    }
}
}  // namespace gisa::text
