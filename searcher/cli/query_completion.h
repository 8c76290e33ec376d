// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/searcher.h>

namespace gisa::cli {
/// Where a completion finds what a field's value may be.
struct CompletionSources {
    /// The values of a field in the archive, the most frequent first.
    std::function<std::vector<std::string>(FacetField)> values;
    std::function<std::vector<std::string>()> saved_queries;
};

/// The query with its last word continued in every way that is known, 100 at most: by the name of a
/// field and its colon, behind a field by a value of it. Letter case of Latin does not matter. Empty
/// when nothing is known. Throws what the sources throw; a word that needs none asks none.
[[nodiscard]] std::vector<std::string> query_completions(
    std::string_view query, const CompletionSources& sources
);
}  // namespace gisa::cli
