// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string_view>

namespace gisa::searcher {
/// Whether a word, in its normal form and without particles, says nothing about what an article is
/// about: 때문, 지난해, 기자, although. Safe to call from several threads.
[[nodiscard]] bool is_function_word(std::string_view word);
}  // namespace gisa::searcher
