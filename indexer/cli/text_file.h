// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>

namespace gisa::cli {
/// All of a small text file; "-" is standard input. Throws: Error InputNotFound when it is not
/// there, cannot be read, or is larger than 64 MiB and so hardly what was meant.
[[nodiscard]] std::string read_text_file(const std::string& path);

/// How a file is called in messages: "-" is "standard input".
[[nodiscard]] std::string name_of_file(const std::string& path);
}  // namespace gisa::cli
