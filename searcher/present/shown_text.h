// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include <gisa/text_range.h>

#include "common/text/normal_form.h"
#include "searcher/rank/query_units.h"

namespace gisa::searcher {
/// A stored text ready to be shown: the original, its normal form, and what the query found in it.
struct ShownText {
    std::string_view original;  ///< title, a blank line, body
    const text::NormalForm& normal;
    const ScannedText& scanned;
    std::size_t title_bytes = 0;  ///< of the original
    /// Where the phrases and literals of the query stand in the original, ascending and apart.
    std::vector<ByteRange> asked_places;
};
}  // namespace gisa::searcher
