// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/mapped_file.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "common/io/file_descriptor.h"
#include "common/messages/tr.h"

namespace gisa::io {
MappedFile::MappedFile(const std::filesystem::path& path) {
    const FileDescriptor file = open_descriptor(path, O_RDONLY);

    struct stat about {};

    if (file.number() < 0 || ::fstat(file.number(), &about) != 0) {
        throw storage_error(tr("cannot read %1", {path.string()}), errno);
    }
    const auto size = static_cast<std::size_t>(about.st_size);
    if (size == 0) {
        return;  // which mmap refuses
    }
    void* const memory = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.number(), 0);
    if (memory == MAP_FAILED) {
        throw storage_error(tr("cannot read %1", {path.string()}), errno);
    }
    bytes_ = {static_cast<const std::byte*>(memory), size};
}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) {
        ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
    }
}
}  // namespace gisa::io
