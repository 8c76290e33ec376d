// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <xapian.h>

#include "searcher/match/matcher.h"
#include "searcher/plan/plan.h"

namespace gisa::searcher {
/// Plan -> Xapian query. `published` bounds open date ranges.
[[nodiscard]] Xapian::Query compile(
    const Plan& plan,
    Strictness strictness,
    const catalog::PublishedSet& published,
    const PhraseCheck& check
);
}  // namespace gisa::searcher
