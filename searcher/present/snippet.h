// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include <gisa/searcher.h>

#include "common/text/normal_form.h"
#include "searcher/plan/plan.h"
#include "searcher/rank/query_units.h"

namespace gisa::searcher {
/// A stored text ready to be shown: the original, its normal form, and what the query found in it.
struct ShownText {
    std::string_view original;  ///< title, a blank line, body
    const text::NormalForm& normal;
    const ScannedText& scanned;
    std::size_t title_bytes = 0;  ///< of the original
};

/// The title with the query's words marked. White space is made single spaces.
[[nodiscard]] MarkedText marked_title(const Plan& plan, const ShownText& text);

/// The piece of the body that answers the query best: the window that holds most of its weight,
/// begun at its sentence where that fits, cut at words, at most `cells` wide (a Hangul syllable
/// takes two). Without a hit in the body, its beginning. Cut ends show an ellipsis.
[[nodiscard]] MarkedText snippet(
    const Plan& plan, const QueryUnits& query, const ShownText& text, std::uint32_t cells
);
/// Where the query's words stand in the whole original, merged and ascending.
[[nodiscard]] std::vector<ByteRange> marks_in(const Plan& plan, const ShownText& text);
}  // namespace gisa::searcher
