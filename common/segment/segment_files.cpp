// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/segment/segment_files.h"

#include <string>

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
}  // namespace gisa::segment
