// SPDX-License-Identifier: GPL-2.0-or-later
//
// The part of the normal form that looks at whole words, once all characters are folded.
#include "common/text/respell.h"

#include <algorithm>
#include <utility>

#include "common/text/hanja.h"
#include "common/text/utf8.h"

namespace gisa::text {
namespace {
constexpr std::size_t kGroup = 3;
constexpr std::string_view kMiddleDot = "\u00B7";

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

bool is_one_character(std::string_view text, ByteRange run) {
    return decode(text, run.begin).bytes == run.end - run.begin;
}

/// Two single Hanja with a middle dot between: 美·中, 韓·美·日, which Hangul writes 미·중 and 한·미·일.
bool are_in_a_row(std::string_view text, ByteRange left, ByteRange right) {
    return text.substr(left.end, right.begin - left.end) == kMiddleDot
           && is_one_character(text, left) && is_one_character(text, right);
}
}  // namespace

void respell_hanja(std::string& text, std::span<const ByteRange> runs, std::vector<Edit>& edits) {
    bool row_before = false;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const ByteRange run = runs[i];
        const bool row_behind = i + 1 < runs.size() && are_in_a_row(text, run, runs[i + 1]);
        HanjaReading reading = row_before || row_behind
                                   ? HanjaReading{read_hanja_plainly(text, run), {}}
                                   : read_hanja(text, run);
        row_before = row_behind;
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

void respell_dotted_numbers(std::string_view text, std::vector<Edit>& edits) {
    std::size_t dot = text.find(kMiddleDot);
    while (dot != std::string_view::npos) {
        const std::size_t next = dot + kMiddleDot.size();
        if (dot > 0 && is_digit_at(text, dot - 1) && is_digit_at(text, next)) {
            edits.push_back({{dot, next}, "."});
        }
        dot = text.find(kMiddleDot, next);
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
