// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string>

#include "common/cli/environment.h"

namespace gisa::cli {
/// When a stream gets what only a terminal understands; Auto: when it is one.
enum class When { Auto, Always, Never };

/// How text may be set off from the rest.
enum class Emphasis {
    None,    ///< no escape sequence at all: pipes, files, dumb terminals
    Mono,    ///< bold and underline: a terminal under NO_COLOR
    Colour,  ///< colours as well
};

/// What is known about one of the process's streams.
struct Terminal {
    bool is_terminal = false;
    /// Cells in a line, from 20 to 500; 80 when nobody knows.
    std::size_t width = 80;
};

/// Asks about a file descriptor. $COLUMNS, when somebody exported it, beats the terminal's answer.
[[nodiscard]] Terminal look_at_terminal(int descriptor, const Environment& environment);

/// "auto", "always" or "never". Throws: UsageError naming the option.
[[nodiscard]] When parse_when(const std::string& option, const std::string& text);

/// Decides by the wish first, then by the stream, then by NO_COLOR (https://no-color.org) and TERM.
[[nodiscard]] Emphasis choose_emphasis(
    When wish, const Terminal& terminal, const Environment& environment
);

/// Whether lines may be rewritten in place: a terminal, and not a dumb one.
[[nodiscard]] bool can_rewrite_lines(const Terminal& terminal, const Environment& environment);
}  // namespace gisa::cli
