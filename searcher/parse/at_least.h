// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace gisa::searcher {
/// How often what follows a word like atleast3 or ATLEAST3 must stand in an article;
/// nothing when it is another word. `narrow_word` has no full-width forms.
[[nodiscard]] std::optional<std::uint32_t> at_least(std::string_view narrow_word);
}  // namespace gisa::searcher
