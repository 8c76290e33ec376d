// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <vector>

#include "searcher/plan/plan.h"

namespace gisa::searcher {
// Weights of the ways a word may stand, its parts (morphemes, stems) being 1; learned on all open
// collections together. Where a word is its own only part, both weights meet in one term.

/// Longer words of the archive that merely contain the typed one: enough to be found by.
inline constexpr double kContainingWeight = 0.1;

/// Whether the whole word and its parts are one term.
[[nodiscard]] bool is_its_only_part(const SearchedRun& run);
/// What the whole word weighs: alone, or beside its parts.
[[nodiscard]] double weight_of_whole(const SearchedRun& run);

/// One way in which a word may stand in an article.
struct LooseTerm {
    std::vector<std::string> terms;  ///< of the segments; several count as one
    double weight = 0;               ///< beside other ways of this word and of others
};

/// What a bare And is made of.
struct LooseAnd {
    std::vector<const SearchedWord*> words;  ///< any of which may lack
    std::vector<const PlanNode*>
        rest;  ///< what must be there all the same: phrases, dates, metadata,
               ///< exclusions
};

[[nodiscard]] LooseAnd loose_and(const Plan& plan);

/// Every way in which any piece of a word may stand in title or body.
[[nodiscard]] std::vector<LooseTerm> loose_terms(const SearchedWord& word);
}  // namespace gisa::searcher
