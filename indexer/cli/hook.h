// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>

#include "indexer/cli/run_outcome.h"

namespace gisa::cli {
/// Runs the pre-run command: a line for /bin/sh, with GISA_ARCHIVE and GISA_COMMAND in its
/// environment. It reads nothing from standard input, and what it prints goes to standard error.
/// Throws: std::runtime_error when it fails.
void run_before(const std::string& hook, const RunOutcome& run);

/// Runs the post-run command, which is told how the run ended as well: GISA_RUN, GISA_STATUS and
/// GISA_REPORT. Its failure is a warning on standard error.
void run_after(const std::string& hook, const RunOutcome& run);
}  // namespace gisa::cli
