// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <filesystem>
#include <span>

namespace gisa::io {
/// A file's bytes as memory, read-only, paged in as they are looked at. Safe to share between
/// threads; the file must not shrink meanwhile.
class MappedFile {
  public:
    /// Throws: StorageFailed when the file cannot be read.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    /// Begins at the edge of a page; empty for an empty file.
    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

  private:
    std::span<const std::byte> bytes_;
};
}  // namespace gisa::io
