// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <vector>

#include "searcher/present/fragment_layout.h"
#include "searcher/present/shown_text.h"
#include "searcher/rank/query_units.h"

namespace gisa::searcher {
/// The pieces of the body that answer the query best: as few as show as much of its weight as can
/// be shown in so many cells, three at the most, each with a word of the query that the others lack.
/// Without a hit in the body, its beginning. FragmentLayout says how they are cut.
[[nodiscard]] std::vector<Fragment> fragments(
    const QueryUnits& query, const ShownText& text, std::size_t body_begin, std::size_t cells
);
}  // namespace gisa::searcher
