// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <vector>

#include "common/schema/biwords.h"
#include "searcher/plan/plan.h"

namespace gisa::searcher {
/// Ways in which something may stand in a text: one of them is enough, with all of its biwords. No
/// way, or one without biwords: nothing is known of where it stands.
using BiwordWays = std::vector<std::vector<schema::Biword>>;

/// The biwords of the articles that can pass a check: of each of its operands, and of its literal.
[[nodiscard]] std::vector<BiwordWays> biwords_of(const Plan& plan, const TextCheck& check);
}  // namespace gisa::searcher
