// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include <gisa/searcher.h>

#include "searcher/open_archive.h"
#include "searcher/parse/query.h"

namespace gisa::searcher {
/// What may have been meant by the words of `query` that no article holds; by all words that few
/// hold when nothing was found at all. `parsed` is that query. In time that is bounded.
[[nodiscard]] std::vector<QuerySuggestion> meant_words(
    OpenArchive& archive, std::string_view query, const ParsedQuery& parsed, bool nothing_found
);

/// The query with the first suggestion for each place, where that is sure enough to be answered
/// without being asked for. Suggestions come in the order of places.
[[nodiscard]] std::string corrected(
    std::string_view query, const std::vector<QuerySuggestion>& suggestions
);
}  // namespace gisa::searcher
