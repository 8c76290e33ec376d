// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/command_line.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <iostream>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/cli/arguments.h"
#include "common/cli/exec_pointers.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
/// Starts a program that hears Ctrl-C whether we do or not. Returns 0 when it cannot be started.
pid_t start(std::vector<std::string> words) {
    const std::vector<char*> arguments = exec_pointers(words);
    posix_spawnattr_t attributes{};
    posix_spawnattr_init(&attributes);
    sigset_t usual{};
    sigemptyset(&usual);
    sigaddset(&usual, SIGINT);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    pid_t process = 0;
    const int problem =
        posix_spawnp(&process, arguments.front(), nullptr, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    return problem == 0 ? process : 0;
}

int wait_for(pid_t process) {
    int state = 0;
    while (waitpid(process, &state, 0) == -1 && errno == EINTR) {
    }
    return WIFSIGNALED(state) ? 128 + WTERMSIG(state) : WEXITSTATUS(state);
}
}  // namespace

std::vector<std::string> command_words(std::string_view origin, std::string_view command) {
    constexpr std::string_view kSpace = " \t\r\n";
    std::vector<std::string> words;
    bool in_word = false;
    char quote = 0;
    for (const char c : command) {
        if (quote == 0 && kSpace.find(c) != std::string_view::npos) {
            in_word = false;
            continue;
        }
        if (!in_word) {
            words.emplace_back();
            in_word = true;
        }
        if (c == quote) {
            quote = 0;
        } else if (quote == 0 && (c == '\'' || c == '"')) {
            quote = c;
        } else {
            words.back().push_back(c);
        }
    }
    if (quote != 0) {
        throw UsageError(tr("%1 has a quote without its end", {origin}));
    }
    if (words.empty() || words.front().empty()) {
        throw UsageError(tr("%1 names no program", {origin}));
    }
    return words;
}

std::optional<int> run_command(const std::vector<std::string>& words) {
    const bool can_be_passed = std::all_of(words.begin(), words.end(), [](const std::string& word) {
        return word.find('\0') == std::string::npos;
    });
    if (!can_be_passed) {
        return std::nullopt;
    }
    std::cout.flush();
    const auto before = std::signal(SIGINT, SIG_IGN);
    const pid_t process = start(words);
    const int status = process == 0 ? 0 : wait_for(process);
    std::signal(SIGINT, before);
    if (status == 128 + SIGINT) {
        std::raise(SIGINT);
    }
    return process == 0 ? std::nullopt : std::optional<int>(status);
}
}  // namespace gisa::cli
