// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>

#include <gisa/searcher.h>

#include "searcher/open_archive.h"
#include "searcher/plan/plan.h"

namespace gisa::searcher {
/// As Searcher::related_words() promises.
[[nodiscard]] RelatedWords relate(
    OpenArchive& archive, const Plan& plan, const SearchRequest& request, std::size_t limit
);
}  // namespace gisa::searcher
