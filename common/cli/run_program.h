// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <functional>
#include <ostream>
#include <string_view>

#include "common/cli/exit_status.h"

namespace gisa::cli {
/// Runs a program's body and turns whatever it throws into one or two lines on `errors`
/// ("gisa-search: what" and "  hint") and an exit status. Afterwards flushes `output`: data that
/// could not be written is an error too.
[[nodiscard]] ExitStatus guarded(
    std::string_view program,
    const std::function<ExitStatus()>& body,
    std::ostream& output,
    std::ostream& errors
);

/// What main() returns: guarded() with the process's streams and in the person's language. A reader that closes the pipe ends
/// the program without a word, also under a parent that ignores SIGPIPE.
[[nodiscard]] int run_program(std::string_view program, const std::function<ExitStatus()>& body);
}  // namespace gisa::cli
