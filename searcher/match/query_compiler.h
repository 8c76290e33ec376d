// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <vector>

#include <xapian.h>

#include "searcher/match/matcher.h"
#include "searcher/plan/plan.h"

namespace gisa::searcher {
/// The phrases that every match must hold: the plan's root, or parts of its And.
[[nodiscard]] std::vector<const PlanNode*> required_phrases(const Plan& plan);

/// What becomes of the required phrases: read in the stored text while Xapian matches, or left to
/// the caller, who then gets articles that have their words only.
enum class RequiredPhrases { Verified, Left };

/// Plan -> Xapian query. `published` bounds open date ranges.
[[nodiscard]] Xapian::Query compile(
    const Plan& plan,
    Strictness strictness,
    const catalog::PublishedSet& published,
    const PhraseCheck& check,
    RequiredPhrases required = RequiredPhrases::Verified
);
}  // namespace gisa::searcher
