// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>

#include "common/cli/environment.h"
#include "common/cli/exit_status.h"
#include "searcher/cli/hit_command.h"
#include "searcher/cli/printer.h"

namespace gisa::cli {
/// Runs the command once for each hit, in their order, and goes on when one fails; standard error
/// names those. Returns Failed when any did, NothingFound without hits.
/// Throws: Error (InvalidArgument) when the program cannot be started.
ExitStatus run_for_hits(const HitCommand& command, const Answer& answer);

/// Opens an article's address in a browser, which standard error tells.
/// Throws: Error (InvalidArgument) when it has none that may be opened, or no browser takes it.
void open_article(const std::string& id, const std::string& url, const Environment& environment);
}  // namespace gisa::cli
