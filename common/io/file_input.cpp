// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/file_input.h"

#include <cassert>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include <gisa/error.h>

#include "common/messages/tr.h"

namespace gisa::io {
namespace {
constexpr std::size_t kBufferBytes = 65'536;

FileDescriptor open_for_reading(const std::filesystem::path& path) {
    FileDescriptor opened = open_descriptor(path, O_RDONLY);
    if (opened.number() < 0 && (errno == ENOENT || errno == ENOTDIR)) {
        throw Error(
            ErrorCode::InputNotFound,
            tr("there is no file %1", {path.string()}),
            tr("check the path")
        );
    }
    if (opened.number() < 0) {
        throw storage_error(tr("cannot open %1", {path.string()}), errno);
    }
    return opened;
}
}  // namespace

FileInput::FileInput(const std::filesystem::path& path)
    : path_(path),
      file_(path == "-" ? FileDescriptor() : open_for_reading(path)),
      descriptor_(path == "-" ? STDIN_FILENO : file_.number()),
      buffer_(kBufferBytes) {}

std::string_view FileInput::peek(std::size_t count) {
    assert(count <= buffer_.size());
    if (begin_ > 0 && end_ - begin_ < count) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    while (end_ - begin_ < count) {
        const ssize_t got = ::read(descriptor_, buffer_.data() + end_, buffer_.size() - end_);
        if (got == 0) {
            break;
        }
        if (got > 0) {
            end_ += static_cast<std::size_t>(got);
        } else if (errno != EINTR) {
            throw storage_error(tr("cannot read %1", {path_.string()}), errno);
        }
    }
    return unread();
}

void FileInput::consume(std::size_t count) {
    assert(count <= end_ - begin_);
    begin_ += count;
    consumed_ += count;
}
}  // namespace gisa::io
