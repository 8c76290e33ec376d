// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include <gisa/searcher.h>

#include "searcher/cursor.h"
#include "searcher/match/matcher.h"
#include "searcher/plan/plan.h"
#include "searcher/rank/stories.h"

namespace gisa::searcher {
/// Which of the stories are shown, and where their candidates come from.
struct Page {
    std::uint64_t first = 0;  ///< stories to leave out
    std::uint64_t limit = 0;
    MatchRequest match;
    bool whole = false;    ///< earlier pages are made again with this one
    bool decided = false;  ///< match.strictness is what an earlier page had
    /// Candidates that the second step orders; deeper ones keep the first step's order.
    std::uint32_t ranked = 0;
    double highest_score = std::numeric_limits<double>::infinity();

    /// Behind the last story that is shown.
    [[nodiscard]] std::size_t end(std::size_t stories) const {
        return std::min<std::size_t>(stories, first + limit);
    }

    [[nodiscard]] bool is_filled_by(std::size_t stories) const { return stories >= first + limit; }
};

/// The page that a request without a cursor asks for.
[[nodiscard]] Page first_page(const SearchRequest& request, const Plan& plan);

/// The page behind a cursor. Where stories are folded or fresh articles are lifted, and while the
/// second step's articles are shown, earlier pages are made again; else the first step goes on where
/// the last page ended. Throws: InvalidArgument when the order is another one in `state`.
[[nodiscard]] Page page_behind(
    const Cursor& cursor, const SearchRequest& request, const Plan& plan, std::uint64_t state
);

/// The place and the score where a page ended that showed these stories; nothing when no hit is
/// behind it.
[[nodiscard]] std::optional<Cursor> cursor_behind(
    const Page& page, const std::vector<Story>& stories, const Matches& matches
);
}  // namespace gisa::searcher
