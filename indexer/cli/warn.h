// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string_view>

namespace gisa::cli {
/// Tells on standard error of something that did not stop the program; `sentence` may quote input.
void warn(std::string_view sentence);
}  // namespace gisa::cli
