// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/segment/segment_files.h"

#include <cerrno>
#include <string>
#include <system_error>

#include "common/messages/tr.h"

namespace gisa::segment {
std::filesystem::path segments_folder(const std::filesystem::path& archive) {
    return archive / "segments";
}

std::filesystem::path segment_folder(const std::filesystem::path& archive, std::uint64_t number) {
    std::string name = std::to_string(number);
    constexpr std::size_t kDigits = 6;
    if (name.size() < kDigits) {
        name.insert(0, kDigits - name.size(), '0');
    }
    return segments_folder(archive) / name;
}

std::filesystem::path building_folder(const std::filesystem::path& archive) {
    return archive / "building";
}

std::unique_ptr<const io::MappedFile> map_file(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) {
        throw Error(
            ErrorCode::ArchiveCorrupt,
            tr("%1 is missing", {file.string()}),
            tr("`gisa-index rebuild` makes it again from the catalog")
        );
    }
    return std::make_unique<const io::MappedFile>(file);
}

Error unwritten(const std::filesystem::path& file) {
    return {
        ErrorCode::StorageFailed,
        tr("cannot write %1: %2", {file.string(), std::generic_category().message(errno)}),
        tr("free some space there, then run this again")};
}

Error damaged(const std::filesystem::path& file) {
    return {
        ErrorCode::ArchiveCorrupt,
        tr("%1 is damaged", {file.string()}),
        tr("`gisa-index rebuild` makes it again from the catalog")};
}
}  // namespace gisa::segment
