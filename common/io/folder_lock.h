// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <filesystem>

#include "common/io/file_descriptor.h"

namespace gisa::io {
/// Keeps every other FolderLock of the same folder out, in this process as in others, until it is
/// destroyed or its process ends, however it ends. The file `lock` in the folder stays behind, unlocked.
class FolderLock {
  public:
    /// Waits so long for whoever holds it. Throws: ArchiveLocked; StorageFailed.
    explicit FolderLock(
        const std::filesystem::path& folder, std::chrono::seconds patience = std::chrono::seconds(0)
    );

  private:
    FileDescriptor file_;
};
}  // namespace gisa::io
