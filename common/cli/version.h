// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace gisa::cli {
/// What `--version` prints: the program's name and the release, on one line.
[[nodiscard]] std::string version_line(std::string_view program);
}  // namespace gisa::cli
