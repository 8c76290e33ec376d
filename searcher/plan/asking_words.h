// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string_view>

namespace gisa::searcher {
/// Whether a morpheme or an English word only asks: 누구, 언제, when. What answers the question
/// seldom holds it. Safe to call from several threads.
[[nodiscard]] bool is_asking_word(std::string_view form);
}  // namespace gisa::searcher
