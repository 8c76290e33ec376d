// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>

namespace gisa::io {
/// Waits until a file's content is on the disk. Throws: StorageFailed.
void fsync_file(const std::filesystem::path& file);

/// Waits until a folder's list of names is on the disk; what the files hold is another matter.
/// Throws: StorageFailed.
void fsync_folder(const std::filesystem::path& folder);

/// Renames a file or folder so that a power cut leaves the old name or the new one, then waits
/// until the new one is on the disk. Both must be on one file system. Make the content durable
/// first. Throws: StorageFailed.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);
}  // namespace gisa::io
