// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/file_descriptor.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include "common/messages/tr.h"

namespace gisa::io {
namespace {
constexpr int kNewFileMode = 0666;  // narrowed by the user's umask

std::string hint_for(int error_number) {
    switch (error_number) {
        case ENOSPC:
        case EDQUOT:
            return tr("free some space there, then run this again");
        case EACCES:
        case EPERM:
        case EROFS:
            return tr("check the permissions of the file and of its folder");
        default:
            return {};
    }
}
}  // namespace

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
}

FileDescriptor::~FileDescriptor() {
    if (number_ >= 0) {
        close(number_);
    }
}

FileDescriptor open_descriptor(const std::filesystem::path& path, int flags) {
    int number = -1;
    do {
        number = open(path.c_str(), flags | O_CLOEXEC, kNewFileMode);
    } while (number < 0 && errno == EINTR);
    return FileDescriptor(number);
}

Error storage_error(const std::string& what, int error_number) {
    const std::string reason = std::generic_category().message(error_number);
    return {ErrorCode::StorageFailed, what + ": " + reason, hint_for(error_number)};
}
}  // namespace gisa::io
