// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/hook.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <system_error>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "common/cli/exec_pointers.h"
#include "common/cli/layout.h"
#include "common/messages/tr.h"
#include "indexer/cli/run_report.h"
#include "indexer/cli/warn.h"

namespace gisa::cli {
namespace {
using Texts = std::vector<std::string>;

/// Linux takes no longer text in an environment than 128 KiB.
constexpr std::size_t kLongestReport = 100'000;

/// Streams and signals of a hook.
class SpawnAttributes {
  public:
    SpawnAttributes() {
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
        posix_spawnattr_init(&attributes);
        sigset_t none;
        sigemptyset(&none);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    }

    SpawnAttributes(const SpawnAttributes&) = delete;
    SpawnAttributes& operator=(const SpawnAttributes&) = delete;

    ~SpawnAttributes() {
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
    }

    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
};

bool is_assignment_of_one(std::string_view variable, const Texts& ours) {
    const std::string_view name = variable.substr(0, variable.find('=') + 1);
    for (const std::string& own : ours) {
        if (own.starts_with(name)) {
            return true;
        }
    }
    return false;
}

/// The process's own variables, and ours instead of those of the same name.
Texts environment_with(Texts ours) {
    Texts all;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        if (!is_assignment_of_one(*variable, ours)) {
            all.emplace_back(*variable);
        }
    }
    all.insert(all.end(), ours.begin(), ours.end());
    return all;
}

/// Runs a command to its end. Returns how it failed, to be told of a command; empty if it did not.
std::string run_command_line(const std::string& line, const Texts& variables) {
    const SpawnAttributes how;
    Texts arguments = {"sh", "-c", line};
    Texts environment = environment_with(variables);
    std::cerr.flush();
    pid_t process = 0;
    const int problem = posix_spawn(
        &process,
        "/bin/sh",
        &how.actions,
        &how.attributes,
        exec_pointers(arguments).data(),
        exec_pointers(environment).data()
    );
    if (problem != 0) {
        return tr("cannot be started: %1", {std::generic_category().message(problem)});
    }
    int state = 0;
    while (waitpid(process, &state, 0) < 0) {
        if (errno != EINTR) {
            return tr("cannot be waited for: %1", {std::generic_category().message(errno)});
        }
    }
    if (WIFSIGNALED(state)) {
        return tr("was ended by signal %1", {std::to_string(WTERMSIG(state))});
    }
    const int status = WEXITSTATUS(state);
    return status == 0 ? "" : tr("ended with status %1", {std::to_string(status)});
}

Texts variables_of(const RunOutcome& run) {
    return {"GISA_ARCHIVE=" + run.archive, "GISA_COMMAND=" + run.command};
}

/// The report without what would be too long for a variable: the texts of rejected records, and
/// where that is not enough, the records.
std::string brief_report(const RunOutcome& run) {
    RunOutcome brief = run;
    for (RejectedRecord& record : brief.report.first_rejected) {
        record.text.clear();
    }
    std::string text = outcome_json(brief);
    if (text.size() > kLongestReport) {
        brief.report.first_rejected.clear();
        text = outcome_json(brief);
    }
    return text;
}
}  // namespace

void run_before(const std::string& hook, const RunOutcome& run) {
    const std::string failure = run_command_line(hook, variables_of(run));
    if (!failure.empty()) {
        throw std::runtime_error(
            // TRANSLATORS: %1 is "ended with status 3", "cannot be started: no memory" or the like.
            tr("the pre-run command %1, so the run did not begin: %2", {failure, hook})
        );
    }
}

void run_after(const std::string& hook, const RunOutcome& run) {
    Texts variables = variables_of(run);
    variables.push_back("GISA_RUN=" + (run.report.run == 0 ? "" : std::to_string(run.report.run)));
    variables.push_back("GISA_STATUS=" + std::string(state_name(run.state)));
    variables.push_back("GISA_REPORT=" + brief_report(run));
    const std::string failure = run_command_line(hook, variables);
    if (!failure.empty()) {
        // TRANSLATORS: %1 is "ended with status 3", "cannot be started: no memory" or the like.
        warn(tr("the post-run command %1: %2", {failure, hook}));
    }
}
}  // namespace gisa::cli
