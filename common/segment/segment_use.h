// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>

#include "common/io/file_descriptor.h"

namespace gisa::segment {
/// Keeps a segment's files where they are while a reader has them open. Needs no permission to
/// write. A file system without locks keeps nothing; there the files stay readable through what is
/// open, as everywhere in Unix.
class SegmentUse {
  public:
    /// Throws: ArchiveCorrupt when the segment is not there, or is just being removed.
    explicit SegmentUse(const std::filesystem::path& segment_folder);

  private:
    io::FileDescriptor folder_;
};

/// Whether a reader, in this or another process, uses a segment. Throws: StorageFailed.
[[nodiscard]] bool is_in_use(const std::filesystem::path& segment_folder);
}  // namespace gisa::segment
