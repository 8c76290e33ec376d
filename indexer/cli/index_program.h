// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <vector>

#include "common/cli/exit_status.h"

namespace gisa::cli {
/// The command among the arguments and all the others, in their order. Options that every command
/// takes may stand before it.
struct CommandLine {
    std::string command;  ///< empty when there is none
    std::vector<std::string> others;
};

[[nodiscard]] CommandLine find_command(const std::vector<std::string>& arguments);

/// What `gisa-index help` prints.
[[nodiscard]] std::string index_help();

/// gisa-index from its arguments to its exit status, on the process's streams.
/// Throws: UsageError; Error as the library does.
[[nodiscard]] ExitStatus index_program(const std::vector<std::string>& arguments);
}  // namespace gisa::cli
