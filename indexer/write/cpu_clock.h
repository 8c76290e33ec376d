// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <ctime>

namespace gisa::indexer {
/// CPU seconds this thread has used.
[[nodiscard]] inline double thread_cpu_seconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// Adds the CPU time of its life to a stage's seconds.
class CpuStage {
  public:
    explicit CpuStage(double& seconds) : seconds_(seconds), begin_(thread_cpu_seconds()) {}

    CpuStage(const CpuStage&) = delete;
    CpuStage& operator=(const CpuStage&) = delete;

    ~CpuStage() { seconds_ += thread_cpu_seconds() - begin_; }

  private:
    double& seconds_;
    double begin_;
};

/// CPU seconds all threads of the process have used.
[[nodiscard]] inline double process_cpu_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// As CpuStage for all threads together, where nothing else is at work beside.
class ProcessCpuStage {
  public:
    explicit ProcessCpuStage(double& seconds) : seconds_(seconds), begin_(process_cpu_seconds()) {}

    ProcessCpuStage(const ProcessCpuStage&) = delete;
    ProcessCpuStage& operator=(const ProcessCpuStage&) = delete;

    ~ProcessCpuStage() { seconds_ += process_cpu_seconds() - begin_; }

  private:
    double& seconds_;
    double begin_;
};
}  // namespace gisa::indexer
