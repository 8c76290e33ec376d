// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string_view>

#include "searcher/plan/plan.h"

namespace gisa::searcher {
/// Whether `stored` holds the literal byte by byte. A Latin letter or digit at its beginning or end
/// begins or ends a word there: 'art' does not stand in party. Unspaced, neither white space nor
/// the edges of words matter.
[[nodiscard]] bool holds_literal(std::string_view stored, const Literal& literal);
}  // namespace gisa::searcher
