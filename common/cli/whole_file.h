// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace gisa::cli {
/// Puts a text in the place of a file, or makes one: whole or not at all, and on the disk when it
/// returns. What it works on meanwhile is called .NAME.new. Makes the folder, too. One at a time for
/// each file. Throws: Error (StorageFailed).
void replace_file(const std::filesystem::path& file, std::string_view text);

/// All of a file; nothing when there is none. Throws: Error (StorageFailed).
[[nodiscard]] std::optional<std::string> content_of(const std::filesystem::path& file);
}  // namespace gisa::cli
