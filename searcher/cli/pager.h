// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>

#include <sys/types.h>

#include "common/cli/environment.h"

namespace gisa::cli {
/// The command of the person's pager, for a shell: $GISA_PAGER, else $PAGER, else less where there
/// is one. Empty for "cat", which is how people ask for none.
[[nodiscard]] std::string pager_command(const Environment& environment);

/// While it lives, standard output goes through a pager, and standard error too where that is a
/// terminal. The end waits until the person has read. Nothing may be in std::cout before, and one
/// pager lives at a time.
class Pager {
  public:
    /// Starts nothing for an empty command. Throws: Error StorageFailed when no process can be had.
    explicit Pager(const std::string& command);
    Pager(const Pager&) = delete;
    Pager& operator=(const Pager&) = delete;
    Pager(Pager&&) = delete;
    Pager& operator=(Pager&&) = delete;
    ~Pager();

  private:
    void send_streams_to(int descriptor);

    pid_t process_ = 0;
    int saved_output_ = -1;
    int saved_errors_ = -1;
};
}  // namespace gisa::cli
