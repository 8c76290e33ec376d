// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/durable.h"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <unistd.h>

#include "common/io/file_descriptor.h"
#include "common/messages/tr.h"

namespace gisa::io {
namespace {
void fsync_opened(const std::filesystem::path& path, int flags) {
    const FileDescriptor opened = open_descriptor(path, flags);
    if (opened.number() < 0) {
        throw storage_error(tr("cannot open %1", {path.string()}), errno);
    }
    // Never tried again after a failure: the kernel may have dropped the pages it could not write.
    if (fsync(opened.number()) != 0) {
        throw storage_error(tr("cannot bring %1 to the disk", {path.string()}), errno);
    }
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
    const std::filesystem::path parent = path.parent_path();
    return parent.empty() ? std::filesystem::path(".") : parent;
}
}  // namespace

void fsync_file(const std::filesystem::path& file) {
    fsync_opened(file, O_RDONLY);
}

void fsync_folder(const std::filesystem::path& folder) {
    fsync_opened(folder, O_RDONLY | O_DIRECTORY);
}

void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0) {
        throw storage_error(tr("cannot rename %1 to %2", {from.string(), to.string()}), errno);
    }
    fsync_folder(folder_of(to));
    if (folder_of(from) != folder_of(to)) {
        fsync_folder(folder_of(from));
    }
}
}  // namespace gisa::io
