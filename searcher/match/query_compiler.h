// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <vector>

#include <xapian.h>

#include "searcher/match/matcher.h"
#include "searcher/plan/plan.h"

namespace gisa::searcher {
/// The checks that every match must pass: the plan's root, or parts of its And.
[[nodiscard]] std::vector<const PlanNode*> required_checks(const Plan& plan);

/// What becomes of the required checks: made in the stored text while Xapian matches, or left to
/// the caller, who then gets articles that have their words only.
enum class RequiredChecks { Verified, Left };

/// Plan -> Xapian query. `published` bounds open date ranges.
[[nodiscard]] Xapian::Query compile(
    const Plan& plan,
    Strictness strictness,
    const catalog::PublishedSet& published,
    const TextHolds& holds,
    RequiredChecks required = RequiredChecks::Verified
);
}  // namespace gisa::searcher
