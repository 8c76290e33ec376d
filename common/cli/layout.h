// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/searcher.h>
#include <gisa/text_range.h>

#include "common/cli/terminal.h"

namespace gisa::cli {
/// Text of an article as one line for people: runs of white space become one space, and control
/// characters, invisible format characters and direction overrides are left out, so that no article
/// can send commands to a terminal or show its words in another order. Broken UTF-8 becomes U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);
/// The same; the marks move with their words.
[[nodiscard]] MarkedText printable(const MarkedText& text);

/// Text of several lines made safe for a terminal in the same way, its line ends and spaces kept.
[[nodiscard]] std::string printable_lines(std::string_view text);

/// A text laid out in lines.
struct Lines {
    std::vector<ByteRange> lines;  ///< without the space each line was broken at
    bool cut = false;              ///< text was left over; the last line has a cell for "…"
};

/// Breaks printable text into lines at spaces, and inside a word that is longer than a line; never
/// inside a character or between a character and what joins it. No line takes more than `cells`
/// cells (at least 2), except that a cut last line followed by "…" may take exactly that many.
[[nodiscard]] Lines break_lines(std::string_view text, std::size_t cells, std::size_t most_lines);

/// Printable text cut to one line, with "…" when something is missing.
[[nodiscard]] std::string cut_to(std::string_view text, std::size_t cells);

/// The text and as many spaces as make it so many cells wide; a wider one as it is.
[[nodiscard]] std::string padded(std::string text, std::size_t cells);

/// What a piece of text is, for its colours.
enum class Tone { Plain, Heading, Faint, Mark, HeadingMark };

/// A piece of text in a tone; unchanged without emphasis.
[[nodiscard]] std::string painted(std::string_view text, Tone tone, Emphasis emphasis);

/// One line out of a marked text: what is marked in one tone, the rest in another.
struct MarkedTones {
    Tone rest = Tone::Plain;
    Tone marks = Tone::Mark;
};

[[nodiscard]] std::string painted_line(
    const MarkedText& text, ByteRange line, MarkedTones tones, Emphasis emphasis
);
}  // namespace gisa::cli
