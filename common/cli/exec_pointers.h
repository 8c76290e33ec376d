// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <vector>

namespace gisa::cli {
/// The pointers that exec and posix_spawn want, a null at the end, to texts that outlive them and
/// stay where they are.
[[nodiscard]] inline std::vector<char*> exec_pointers(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (std::string& text : texts) {
        pointers.push_back(text.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}
}  // namespace gisa::cli
