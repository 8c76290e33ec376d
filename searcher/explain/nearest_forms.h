// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gisa::searcher {
/// How alike two words in their normal form are, letter by letter, Hangul by its single letters
/// (자모): 0 nothing in common, 1 equal. 샴성전자 and 삼성전자 differ in one of ten letters.
[[nodiscard]] double likeness(std::string_view a, std::string_view b);

/// The words that contain `typed`, then those most like it, best first; none that merely share a
/// letter or two.
[[nodiscard]] std::vector<std::string> nearest_forms(
    std::string_view typed, const std::vector<std::string>& words, std::size_t most
);
}  // namespace gisa::searcher
