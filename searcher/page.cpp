// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/page.h"

#include <vector>

#include <gisa/error.h>

namespace gisa::searcher {
Page first_page(const SearchRequest& request) {
    Page page{
        .first = request.first,
        .limit = request.limit,
        .match = {.sort_by = request.sort_by, .exact_count = request.exact_count},
        .ranked = request.sort_by == SortBy::Relevance,
    };
    page.match.most = std::max(request.first + request.limit, kRanked);
    return page;
}

Page page_behind(const Cursor& cursor, const SearchRequest& request, std::uint64_t state) {
    const bool by_relevance = request.sort_by == SortBy::Relevance;
    if (by_relevance && cursor.state != state) {
        throw Error(
            ErrorCode::InvalidArgument,
            "the archive has changed since this cursor was given, and the order of hits with it",
            "ask for the first page again, or sort by date: those cursors outlive new articles"
        );
    }
    const bool among_ranked = by_relevance && cursor.place.passed == 0;
    Page page{
        .limit = request.limit,
        .match =
            {.strictness = cursor.strictness,
             .most = request.limit,
             .sort_by = request.sort_by,
             .exact_count = request.exact_count,
             .from = cursor.place},
        .decided = true,
        .ranked = among_ranked,
        .highest_score = by_relevance ? cursor.score : 0,
    };
    if (among_ranked) {
        page.first = cursor.place.hits;
        page.match.from = {};
        page.match.most =
            std::max(static_cast<std::uint32_t>(cursor.place.hits) + request.limit, kRanked);
        page.highest_score = std::numeric_limits<double>::infinity();
    }
    return page;
}

std::optional<Cursor> cursor_behind(const Page& page, const Matches& matches, std::uint64_t state) {
    const std::vector<Candidate>& candidates = matches.candidates;
    const std::size_t end = page.end(candidates.size());
    const bool all_shown = end == candidates.size();
    if (page.limit == 0 || end < page.first || (all_shown && !matches.more)) {
        return std::nullopt;
    }
    Cursor cursor{
        .strictness = page.match.strictness,
        .state = state,
        .score = end > 0 ? candidates[end - 1].weight : page.highest_score,
        .place = matches.end,
    };
    if (!all_shown) {
        cursor.place = {
            .hits = page.match.from.hits + end, .date_key = candidates[end - 1].date_key};
    }
    return cursor;
}
}  // namespace gisa::searcher
