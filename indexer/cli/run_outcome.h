// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <string>
#include <string_view>

#include <gisa/indexer.h>

namespace gisa::cli {
/// How a writing command ended, for those that are told of it: hooks and metrics.
struct RunOutcome {
    enum class State { Ok, Failed, Interrupted };
    State state = State::Ok;
    std::string archive;  ///< absolute
    std::string command;
    RunReport report;     ///< of a run that failed: its number only, 0 when none began
    std::string problem;  ///< why it failed
    std::chrono::system_clock::time_point began;
    std::chrono::system_clock::time_point ended;
};

/// "ok", "failed" or "interrupted".
[[nodiscard]] std::string_view state_name(RunOutcome::State state);
}  // namespace gisa::cli
