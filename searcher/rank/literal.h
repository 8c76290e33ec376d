// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include <gisa/text_range.h>

#include "searcher/plan/plan.h"

namespace gisa::searcher {
/// Where `stored` holds the literal byte by byte, first at `from` or behind it. A Latin letter or
/// digit at its beginning or end begins or ends a word there: 'art' does not stand in party.
/// Unspaced, neither white space nor the edges of words matter.
[[nodiscard]] std::optional<ByteRange> find_literal(
    std::string_view stored, const Literal& literal, std::size_t from = 0
);
}  // namespace gisa::searcher
