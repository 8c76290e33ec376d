// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <stdexcept>
#include <string>
#include <string_view>

#include <gisa/export.h>

namespace gisa {
/// What went wrong, as far as a caller can act on it.
enum class ErrorCode {
    ArchiveNotFound,      ///< no archive at that path
    ArchiveLocked,        ///< another run holds it; try again later
    ArchiveIncompatible,  ///< built by another analysis chain or a newer Gisa
    ArchiveCorrupt,       ///< its files contradict each other
    InputRejected,        ///< more records were rejected than the caller allows
    InputNotFound,        ///< an input path is missing or holds nothing to read
    StorageFailed,        ///< a read, write, fsync or rename failed
    Configuration,        ///< the dictionary or an option file cannot be used
    Interrupted,          ///< somebody asked for a stop; what was stored is kept
    InvalidArgument,      ///< the caller broke the function's contract
};

/// The world failed: disk, permissions, archive, configuration. Odd data is never an Error (see
/// RejectedRecord and QueryNotice). `what()` is one sentence; `hint()` says what the user can do,
/// and is empty when nothing helps. Both are in the process's language, unless only programmers
/// can have caused it.
class GISA_EXPORT Error : public std::runtime_error {
  public:
    Error(ErrorCode code, const std::string& what, std::string hint = {});

    [[nodiscard]] ErrorCode code() const noexcept { return code_; }

    [[nodiscard]] std::string_view hint() const noexcept { return hint_; }

  private:
    ErrorCode code_;
    std::string hint_;
};
}  // namespace gisa
