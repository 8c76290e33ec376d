// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace gisa::io {
/// A stream of bytes, read once from front to end. One thread at a time.
class ByteSource {
  public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    /// Fills the beginning of `into`, which must not be empty, and returns how many bytes; 0 is the
    /// end. Throws: StorageFailed when the system cannot read on.
    [[nodiscard]] virtual std::size_t read(std::span<char> into) = 0;

    /// Bytes taken from the file so far: compressed ones for a compressed source.
    [[nodiscard]] virtual std::uint64_t bytes_taken() const = 0;

    /// After the end: why it is not the whole ("the source ends in the middle of a gzip stream").
    /// Empty when it is.
    [[nodiscard]] virtual std::string problem() const = 0;
};

/// Opens a file, or standard input for "-". Gzip (members one after another allowed) and zstd
/// (frames likewise) are known by their first bytes, whatever the name, and decompressed as they
/// are read; everything readable before a truncation or damage comes first.
/// Throws: InputNotFound when there is no such file; StorageFailed.
[[nodiscard]] std::unique_ptr<ByteSource> open_byte_source(const std::filesystem::path& path);
}  // namespace gisa::io
