// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <utility>

#include <gisa/error.h>

namespace gisa::io {
/// Owns an open file descriptor; -1 is none.
class FileDescriptor {
  public:
    FileDescriptor() = default;

    explicit FileDescriptor(int number) : number_(number) {}

    FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

    FileDescriptor& operator=(FileDescriptor&& other) noexcept;
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    ~FileDescriptor();

    [[nodiscard]] int number() const { return number_; }

  private:
    int number_ = -1;
};

/// open(2) with O_CLOEXEC, begun again after a signal; number() is -1 and errno is set on failure.
[[nodiscard]] FileDescriptor open_descriptor(const std::filesystem::path& path, int flags);

/// "`what`: what the system says about `error_number`", with a hint where there is one to give.
[[nodiscard]] Error storage_error(const std::string& what, int error_number);
}  // namespace gisa::io
