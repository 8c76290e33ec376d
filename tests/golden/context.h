// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include "searcher/parse/query.h"

namespace gisa::test {
/// What the queries of this folder and of the documentation are read with: Tuesday, 21 May 2024,
/// and a few saved queries.
[[nodiscard]] const searcher::ParseContext& golden_context();
}  // namespace gisa::test
