// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <cstddef>
#include <filesystem>

namespace gisa::io {
/// 128 bits of XXH3. It finds accidents, not forgeries.
using FileHash = std::array<std::byte, 16>;

/// The hash of a file's bytes. Throws: StorageFailed when it cannot be read.
[[nodiscard]] FileHash hash_file(const std::filesystem::path& file);
}  // namespace gisa::io
