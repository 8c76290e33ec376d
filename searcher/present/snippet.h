// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include <gisa/searcher.h>

#include "searcher/plan/plan.h"
#include "searcher/present/shown_text.h"
#include "searcher/rank/query_units.h"

namespace gisa::searcher {
/// Places of an original, ascending and apart.
using Marks = std::vector<ByteRange>;

/// Where the query's words stand in the whole original, merged.
[[nodiscard]] Marks marks_in(const Plan& plan, const ShownText& text);

/// The title with its marks. White space is made single spaces.
[[nodiscard]] MarkedText marked_title(const ShownText& text, const Marks& marks);

/// The fragments of the body that answer the query best, at most `cells` wide (a Hangul syllable
/// takes two). White space is made single spaces. What is left out between two fragments shows as an
/// ellipsis between spaces; so does a cut end, or a beginning inside a sentence, without them.
/// Empty for `cells` 0 and without a body.
[[nodiscard]] MarkedText snippet(
    const QueryUnits& query, const ShownText& text, const Marks& marks, std::uint32_t cells
);
}  // namespace gisa::searcher
