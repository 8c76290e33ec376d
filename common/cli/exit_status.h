// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <gisa/error.h>

namespace gisa::cli {
/// What both programs tell the shell. The numbers are a contract with scripts: grep's 0, 1, 2 and,
/// above them, those of sysexits.h.
enum class ExitStatus : int {
    Ok = 0,
    NothingFound = 1,  ///< gisa-search only
    Failed = 2,        ///< wrong usage, or an error without a number of its own
    InputRejected = 65,
    NoInput = 66,
    StorageFailed = 74,
    ArchiveLocked = 75,  ///< try again later
    Configuration = 78,
    Interrupted = 143,  ///< by SIGTERM or SIGINT, as a shell would say
};

/// The status of a run that ended with this error.
[[nodiscard]] ExitStatus exit_status(ErrorCode code) noexcept;
}  // namespace gisa::cli
