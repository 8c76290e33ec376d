// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <vector>

#include "common/cli/exit_status.h"

namespace gisa::cli {
/// gisa-search from its arguments to its exit status, on the process's streams.
/// Throws: UsageError; Error as Searcher and QueryFile do.
[[nodiscard]] ExitStatus search_program(const std::vector<std::string>& arguments);
}  // namespace gisa::cli
