// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/terminal.h"

#include <algorithm>
#include <charconv>

#include <sys/ioctl.h>
#include <unistd.h>

#include "common/cli/arguments.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kWidest = 500;

/// 0 when the text is no number.
std::size_t columns_from(const std::string& text) {
    std::size_t columns = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, problem] = std::from_chars(text.data(), end, columns);
    return problem == std::errc{} && stopped == end ? columns : 0;
}

std::size_t columns_of(int descriptor) {
    winsize size{};
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
}  // namespace

Terminal look_at_terminal(int descriptor, const Environment& environment) {
    Terminal terminal;
    terminal.is_terminal = isatty(descriptor) == 1;
    std::size_t columns = columns_from(environment("COLUMNS").value_or(""));
    if (columns == 0 && terminal.is_terminal) {
        columns = columns_of(descriptor);
    }
    if (columns != 0) {
        terminal.width = std::clamp(columns, kNarrowest, kWidest);
    }
    return terminal;
}

When parse_when(const std::string& option, const std::string& text) {
    if (text == "auto") {
        return When::Auto;
    }
    if (text == "always") {
        return When::Always;
    }
    if (text == "never") {
        return When::Never;
    }
    throw UsageError(tr("%1 takes auto, always or never, not \"%2\"", {option, text}));
}

Emphasis choose_emphasis(When wish, const Terminal& terminal, const Environment& environment) {
    if (wish == When::Always) {
        return Emphasis::Colour;
    }
    if (wish == When::Never || !can_rewrite_lines(terminal, environment)) {
        return Emphasis::None;
    }
    return environment("NO_COLOR") ? Emphasis::Mono : Emphasis::Colour;
}

bool can_rewrite_lines(const Terminal& terminal, const Environment& environment) {
    return terminal.is_terminal && environment("TERM").value_or("dumb") != "dumb";
}
}  // namespace gisa::cli
