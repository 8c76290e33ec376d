// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace gisa::test {
/// What a program left behind.
struct ProgramResult {
    int status = -1;  ///< the exit status; 128 + the number of the signal that ended it
    std::string output;
    std::string errors;
};

struct ProgramCall {
    std::vector<std::string> arguments;
    std::string input;                     ///< what standard input holds
    std::vector<std::string> environment;  ///< "NAME=value", added to a bare environment
};

/// Runs a program to its end. Its environment holds PATH, HOME (a folder that is not there), LANG=C,
/// the options of sanitizers and what the call adds, so that nothing else of the person who runs the
/// tests gets in.
[[nodiscard]] ProgramResult run_program(const std::string& program, const ProgramCall& call);

/// The same, but kills the program (SIGKILL) when it still runs after so long; its status is 137 then.
[[nodiscard]] ProgramResult run_program_killed_after(
    const std::string& program, const ProgramCall& call, std::chrono::microseconds patience
);

/// The same with standard output and standard error on one terminal of so many columns; `output`
/// holds what appeared there, with "\r\n" at line ends as the terminal got it.
[[nodiscard]] ProgramResult run_on_terminal(
    const std::string& program, const ProgramCall& call, unsigned short columns
);

/// The same with standard output sent to a file or device.
[[nodiscard]] ProgramResult run_into(
    const std::string& program, const ProgramCall& call, const std::string& output_file
);

/// The same with a standard output that nobody reads any more.
[[nodiscard]] ProgramResult run_into_closed_pipe(
    const std::string& program, const ProgramCall& call
);
}  // namespace gisa::test
