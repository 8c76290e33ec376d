// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/page.h"

#include <gisa/error.h>

#include "common/messages/tr.h"

namespace gisa::searcher {
namespace {
/// What a title shows lifts articles from far down; texts that have to be read to see whether they
/// match at all cost too much for that (docs/decisions/0005).
constexpr std::uint32_t kRanked = 300;
constexpr std::uint32_t kCheckedAndRanked = 100;

/// Copies of one story are looked for among so many articles at least.
constexpr std::uint64_t kFewest = 100;

std::uint32_t most_for(std::uint64_t hits, const Page& page) {
    return static_cast<std::uint32_t>(std::max({hits, std::uint64_t{page.ranked}, kFewest}));
}
}  // namespace

Page first_page(const SearchRequest& request, const Plan& plan) {
    Page page{
        .first = request.first,
        .limit = request.limit,
        .match = {.sort_by = request.sort_by, .exact_count = request.exact_count},
        .whole = request.fold || plan.half_life.has_value(),
    };
    if (request.sort_by == SortBy::Relevance) {
        page.ranked = plan.checks.empty() ? kRanked : kCheckedAndRanked;
    }
    page.match.most = most_for(request.first + request.limit, page);
    return page;
}

Page page_behind(
    const Cursor& cursor, const SearchRequest& request, const Plan& plan, std::uint64_t state
) {
    if (is_of_one_state(request) && cursor.state != state) {
        throw Error(
            ErrorCode::InvalidArgument,
            tr("the archive has changed since this cursor was given, and the order of hits with it"
            ),
            tr("ask for the first page again")
        );
    }
    const bool by_relevance = request.sort_by == SortBy::Relevance;
    Page page = first_page(request, plan);
    page.decided = true;
    page.match.strictness = cursor.strictness;
    if (page.whole || (by_relevance && cursor.place.passed == 0)) {
        const auto hits = static_cast<std::uint32_t>(cursor.place.hits);
        page.first = hits;
        page.match.most = most_for(hits + request.limit, page);
    } else {
        page.ranked = 0;
        page.match.most = request.limit;
        page.match.from = cursor.place;
        page.highest_score = by_relevance ? cursor.score : page.highest_score;
    }
    return page;
}

std::optional<Cursor> cursor_behind(
    const Page& page, const std::vector<Story>& stories, const Matches& matches
) {
    const std::size_t end = page.end(stories.size());
    const bool all_shown = end == stories.size();
    if (page.limit == 0 || end < page.first || (all_shown && !matches.more)) {
        return std::nullopt;
    }
    Cursor cursor{
        .score = end > 0 ? stories[end - 1].best.weight : page.highest_score,
        .place = matches.end,
    };
    if (!all_shown || page.whole) {
        cursor.place = {.hits = page.match.from.hits + end};
        if (page.match.sort_by != SortBy::Relevance && end > 0) {
            cursor.place.article = {stories[end - 1].best.instant, stories[end - 1].best.row};
        }
    }
    return cursor;
}
}  // namespace gisa::searcher
