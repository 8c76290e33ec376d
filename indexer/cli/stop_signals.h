// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace gisa::cli {
/// While it lives, the first SIGTERM or SIGINT asks for a stop; a second one ends the process as it
/// would without it. Make it before other threads, which inherit what it blocks.
class StopSignals {
  public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    [[nodiscard]] std::stop_token token() const { return stop_.get_token(); }

  private:
    void watch();

    sigset_t before_{};
    std::stop_source stop_;
    std::atomic<bool> ended_ = false;
    std::thread watcher_;
};
}  // namespace gisa::cli
