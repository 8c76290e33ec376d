// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/answering.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <gisa/error.h>

#include "common/catalog/catalog.h"
#include "common/messages/tr.h"
#include "searcher/cursor.h"
#include "searcher/presenter.h"
#include "searcher/rank/stories.h"
#include "searcher/request.h"

namespace gisa::searcher {
namespace {
void tell_how_found(const Found& found, SearchResponse& response) {
    response.total = found.matches.total;
    response.relaxed = found.relaxed;
    response.partial = found.partial;
    searcher::tell_how_found(found, response.notices);
}
}  // namespace

SearchRequest in_order_of(const Plan& plan, SearchRequest request) {
    if (request.sort_by == SortBy::Relevance && plan.ranking_words().empty()) {
        request.sort_by = SortBy::Newest;
    }
    return request;
}

Answer Answering::answer(const SearchRequest& request) {
    ParseContext how = context(request);
    if (!request.cursor.empty()) {
        return behind_cursor(request, how);
    }
    const ParsedQuery parsed = parse(request.query, how);
    Answer answered = first(request, parsed);
    constexpr std::uint64_t kEnough = 10;
    if (answered.response.total.at_most >= kEnough || request.limit == 0
        || request.sort_by != SortBy::Relevance || !has_literal_beside_words(parsed.root)) {
        return answered;
    }
    how.literals_as_words = true;
    Answer by_words = first(request, parse(request.query, how));
    by_words.response.notices.push_back(
        {{},
         tr("few articles have what stands in single quotes to the letter; its words were "
            "searched for (+ before it demands it)")}
    );
    return by_words;
}

/// The page behind a cursor, of the reading of the query that the cursor is of.
Answer Answering::behind_cursor(const SearchRequest& asked, ParseContext how) {
    if (asked.first > 0) {
        throw Error(
            ErrorCode::InvalidArgument, tr("a cursor says by itself how many hits to leave out")
        );
    }
    for (const bool as_words : {false, true}) {
        how.literals_as_words = as_words;
        const ParsedQuery parsed = parse(asked.query, how);
        const Plan plan = archive_.plan(parsed);
        SearchRequest request = in_order_of(plan, asked);
        if (const auto cursor = read_cursor(request, to_text(parsed))) {
            const Page page = page_behind(*cursor, request, plan, archive_.published().state);
            request.now = cursor->now;
            return on_page(request, parsed, plan, page);
        }
    }
    throw Error(
        ErrorCode::InvalidArgument,
        tr("the cursor does not belong to this query and order"),
        tr("ask for the first page, without a cursor")
    );
}

Answer Answering::first(const SearchRequest& asked, const ParsedQuery& parsed) {
    const Plan plan = archive_.plan(parsed);
    SearchRequest request = in_order_of(plan, asked);
    request.now = now(request);
    return on_page(request, parsed, plan, first_page(request, plan));
}

Answer Answering::on_page(
    const SearchRequest& request, const ParsedQuery& parsed, const Plan& plan, Page page
) {
    Answer answered;
    SearchResponse& response = answered.response;
    response.notices = plan.notices;
    response.understood = to_text(parsed);
    response.archive_articles = archive_.published().articles;
    response.first = page.match.from.hits + page.first;
    if (plan.root.kind == PlanNode::Kind::Nothing) {
        response.notices.push_back({{}, tr("the query holds nothing to search for")});
        return answered;
    }
    if (request.after) {
        page.match.among = std::make_shared<std::vector<catalog::Row>>(
            archive_.catalog().rows_since(request.after->row)
        );
    }
    FirstStep first_step(archive_, plan, deadline_);
    SecondStep second_step(archive_, plan, now(request));
    Found found;
    std::vector<Story> stories;
    for (;; page.match.most *= 2) {
        found = first_step.find(page);
        const bool all = found.matches.candidates.size() < page.match.most;
        if (page.ranked > 0) {
            const std::size_t fresh = first_step.add_fresh(page, now(request), found);
            second_step.rank(found.matches.candidates, page.ranked + fresh);
        }
        // Scores do not rise from page to page, whatever the scale of the first step's.
        for (Candidate& candidate : found.matches.candidates) {
            candidate.weight = std::min(candidate.weight, page.highest_score);
        }
        if (request.fold) {
            stories = fold_stories(found.matches.candidates);
            leave_out_told(stories, request.told);
        } else {
            stories = apart(found.matches.candidates);
        }
        if (page.is_filled_by(stories.size()) || all) {
            break;
        }
    }
    answered.finds = found.finds;
    tell_how_found(found, response);
    if (auto cursor = cursor_behind(page, stories, found.matches)) {
        cursor->strictness = found.strictness;
        cursor->state = archive_.published().state;
        cursor->now = now(request);
        response.next_cursor = write_cursor(*cursor, request, response.understood);
    }
    const std::size_t end = page.end(stories.size());
    const std::size_t begin = std::min<std::size_t>(page.first, end);
    const auto shown = std::span<const Story>(stories).subspan(begin, end - begin);
    Presenter presenter(archive_, plan, second_step.units());
    answered.lost = !presenter.add_hits(shown, request, response);
    return answered;
}
}  // namespace gisa::searcher
