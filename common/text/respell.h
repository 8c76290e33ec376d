// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/text_range.h>

namespace gisa::text {
/// A piece of a text and what shall stand in its place; `to` may be empty.
struct Edit {
    ByteRange where;
    std::string to;
};

/// Reads the Hanja at `runs` of `text` as Hangul: in place where that takes as many bytes, which
/// nearly all readings do; appends the others to `edits`, in order.
void respell_hanja(std::string& text, std::span<const ByteRange> runs, std::vector<Edit>& edits);

/// Appends an edit for every middle dot between digits: 5·18 is 5.18.
void respell_dotted_numbers(std::string_view text, std::vector<Edit>& edits);

/// Appends an edit for every comma that only groups digits by three: 2,000 and 1,234.5, not 1,2
/// nor 2,0000.
void respell_grouped_numbers(std::string_view text, std::vector<Edit>& edits);
}  // namespace gisa::text
