// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdio>
#include <string>
#include <vector>

#include <sys/types.h>

#include "tests/crash/feed.h"

namespace gisa::crash {
/// One reader's searches, told when their answer was another than before.
struct Observation {
    int reader = 0;
    State state;
};

struct Observed {
    std::vector<Observation> states;
    std::vector<std::string> failures;
    std::size_t searches = 0;
};

/// The life of a reader process: searches until its standard input ends. One thread keeps a searcher
/// and refreshes it, the other opens the archive anew for each search.
int read_until_told(const std::string& archive);

/// A reader process beside the harness.
class Readers {
  public:
    /// `program` is this very program.
    Readers(const std::string& program, const std::string& archive);
    Readers(const Readers&) = delete;
    Readers& operator=(const Readers&) = delete;
    ~Readers();

    /// Waits until each reader has searched what is published now; what all of them saw since the
    /// last call.
    [[nodiscard]] Observed settle();

  private:
    pid_t process_ = 0;
    int orders_ = -1;
    std::FILE* reports_ = nullptr;
};
}  // namespace gisa::crash
