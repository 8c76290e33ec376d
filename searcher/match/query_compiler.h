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

/// What a query is compiled for. All must outlive it.
struct Searched {
    const segment::SegmentSet& segments;
    const catalog::PublishedSet& published;  ///< bounds open date ranges
    const TextHolds& holds;
};

/// Plan -> Xapian query.
[[nodiscard]] Xapian::Query compile(
    const Plan& plan,
    Strictness strictness,
    const Searched& searched,
    RequiredChecks required = RequiredChecks::Verified
);
}  // namespace gisa::searcher
