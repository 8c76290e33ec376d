// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

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

/// A program that is at work, its standard input a pipe.
class RunningProgram {
  public:
    RunningProgram(const std::string& program, const ProgramCall& call);
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;
    ~RunningProgram();

    /// Waits until the program has read it all but for the last 64 KiB, which the pipe may hold.
    /// Returns whether there is still somebody to read.
    bool write(std::string_view text) const;
    void signal(int number) const;
    /// Waits for the end, standard input open.
    ProgramResult wait();
    /// Closes standard input and waits for the end.
    ProgramResult end();

  private:
    class Streams;
    std::unique_ptr<Streams> streams_;
    int input_ = -1;
    pid_t process_ = 0;
};

/// The same with a standard output that nobody reads any more.
[[nodiscard]] ProgramResult run_into_closed_pipe(
    const std::string& program, const ProgramCall& call
);
}  // namespace gisa::test
