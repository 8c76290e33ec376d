// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/segment/segment_use.h"

#include <cerrno>
#include <string>

#include <fcntl.h>
#include <sys/file.h>

#include <gisa/error.h>

#include "common/messages/tr.h"

namespace gisa::segment {
namespace {
/// flock(2), begun again after a signal; 0 or the error.
int lock(const io::FileDescriptor& folder, int kind) {
    while (flock(folder.number(), kind | LOCK_NB) != 0) {
        if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}
}  // namespace

SegmentUse::SegmentUse(const std::filesystem::path& segment_folder)
    : folder_(io::open_descriptor(segment_folder, O_RDONLY | O_DIRECTORY)) {
    if (folder_.number() < 0 || lock(folder_, LOCK_SH) == EWOULDBLOCK) {
        throw Error(
            ErrorCode::ArchiveCorrupt,
            tr("the segment %1 is missing", {segment_folder.string()}),
            tr("`gisa-index rebuild` makes it again from the catalog")
        );
    }
}

bool is_in_use(const std::filesystem::path& segment_folder) {
    const io::FileDescriptor folder = io::open_descriptor(segment_folder, O_RDONLY);
    if (folder.number() < 0) {
        if (errno == ENOENT) {
            return false;
        }
        throw io::storage_error(tr("cannot open %1", {segment_folder.string()}), errno);
    }
    return lock(folder, LOCK_EX) == EWOULDBLOCK;
}
}  // namespace gisa::segment
