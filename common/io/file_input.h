// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "common/io/file_descriptor.h"

namespace gisa::io {
/// A file, pipe or standard input ("-") with a look ahead. One thread at a time.
class FileInput {
  public:
    /// Throws: InputNotFound when there is no such file; StorageFailed.
    explicit FileInput(const std::filesystem::path& path);

    /// Bytes read from the system and not consumed yet; valid until the next peek().
    [[nodiscard]] std::string_view unread() const {
        return {buffer_.data() + begin_, end_ - begin_};
    }

    /// Reads until at least `count` bytes (at most 64 KiB) are unread or the file ends; returns
    /// unread(). Throws: StorageFailed.
    std::string_view peek(std::size_t count);

    void consume(std::size_t count);

    [[nodiscard]] std::uint64_t bytes_consumed() const { return consumed_; }

  private:
    std::filesystem::path path_;
    FileDescriptor file_;
    int descriptor_;  // file_'s, or standard input's, which is not ours to close
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t consumed_ = 0;
};
}  // namespace gisa::io
