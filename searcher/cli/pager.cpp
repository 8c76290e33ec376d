// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/pager.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <iostream>
#include <optional>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gisa/error.h>

#include "common/cli/exec_pointers.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
/// As git: less ends when all fits the screen, keeps colours, and leaves the text behind.
std::vector<std::string> pager_environment() {
    std::vector<std::string> variables;
    bool has_less = false;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        variables.emplace_back(*variable);
        has_less = has_less || variables.back().starts_with("LESS=");
    }
    if (!has_less) {
        variables.emplace_back("LESS=FRX");
    }
    return variables;
}

/// The shell reads the command, because a pager may come with options.
pid_t start(const std::string& command, int input) {
    std::vector<std::string> variables = pager_environment();
    std::vector<std::string> words = {"sh", "-c", command};
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    pid_t process = 0;
    const int problem = posix_spawn(
        &process,
        "/bin/sh",
        &actions,
        nullptr,
        exec_pointers(words).data(),
        exec_pointers(variables).data()
    );
    posix_spawn_file_actions_destroy(&actions);
    if (problem != 0) {
        throw Error(
            ErrorCode::StorageFailed,
            tr("cannot start the pager %1", {command}),
            tr("--no-pager goes without")
        );
    }
    return process;
}
}  // namespace

std::string pager_command(const Environment& environment) {
    constexpr const char* kUsual =
        "if command -v less >/dev/null; then exec less; else exec cat; fi";
    const std::optional<std::string> ours = environment("GISA_PAGER");
    const std::string command = ours ? *ours : environment("PAGER").value_or(kUsual);
    return command == "cat" ? "" : command;
}

Pager::Pager(const std::string& command) {
    if (command.empty()) {
        return;
    }
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
        throw Error(ErrorCode::StorageFailed, tr("cannot make a pipe for the pager"));
    }
    try {
        process_ = start(command, ends[0]);
    } catch (...) {
        close(ends[0]);
        close(ends[1]);
        throw;
    }
    close(ends[0]);
    send_streams_to(ends[1]);
    close(ends[1]);
}

void Pager::send_streams_to(int descriptor) {
    saved_output_ = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
    dup2(descriptor, STDOUT_FILENO);
    if (isatty(STDERR_FILENO) == 1) {
        saved_errors_ = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0);
        dup2(descriptor, STDERR_FILENO);
    }
}

Pager::~Pager() {
    if (process_ == 0) {
        return;
    }
    // Ctrl-C is the pager's: it ends what less is doing, not us in front of it.
    std::signal(SIGINT, SIG_IGN);
    std::cout.flush();
    dup2(saved_output_, STDOUT_FILENO);
    close(saved_output_);
    if (saved_errors_ != -1) {
        dup2(saved_errors_, STDERR_FILENO);
        close(saved_errors_);
    }
    while (waitpid(process_, nullptr, 0) == -1 && errno == EINTR) {
    }
    std::signal(SIGINT, SIG_DFL);
}
}  // namespace gisa::cli
