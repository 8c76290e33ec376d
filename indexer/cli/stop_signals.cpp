// SPDX-License-Identifier: GPL-2.0-or-later
//
// A handler may do next to nothing, so a thread waits for the signals instead.
#include "indexer/cli/stop_signals.h"

#include <ctime>

namespace gisa::cli {
namespace {
constexpr long kNanosecondsBetweenLooks = 50'000'000;

sigset_t stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}
}  // namespace

StopSignals::StopSignals() {
    const sigset_t signals = stop_signals();
    pthread_sigmask(SIG_BLOCK, &signals, &before_);
    watcher_ = std::thread([this] { watch(); });
}

StopSignals::~StopSignals() {
    ended_ = true;
    watcher_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void StopSignals::watch() {
    const sigset_t signals = stop_signals();
    const timespec between{0, kNanosecondsBetweenLooks};
    while (!ended_) {
        const int signal = sigtimedwait(&signals, nullptr, &between);
        if (signal <= 0) {
            continue;
        }
        if (stop_.stop_requested()) {
            std::signal(signal, SIG_DFL);
            pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
            std::raise(signal);
        }
        stop_.request_stop();
    }
}
}  // namespace gisa::cli
