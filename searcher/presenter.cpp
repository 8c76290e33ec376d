// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/presenter.h"

#include <cstddef>
#include <optional>
#include <utility>

#include "searcher/present/snippet.h"

namespace gisa::searcher {
bool Presenter::add_hits(
    std::span<const Story> stories, const SearchRequest& request, SearchResponse& response
) {
    bool all_there = true;
    for (const Story& story : stories) {
        const Candidate& candidate = story.best;
        std::optional<Article> headline = archive_.catalog().headline(candidate.row);
        if (!headline) {
            all_there = false;
            continue;
        }
        Hit hit;
        hit.id = std::move(headline->id);
        hit.score = request.sort_by == SortBy::Relevance ? candidate.weight : 0;
        hit.url = std::move(headline->url);
        hit.publisher = std::move(headline->publisher);
        hit.byline = std::move(headline->byline);
        hit.sections = std::move(headline->sections);
        hit.language = std::move(headline->language);
        hit.published = headline->published;
        hit.title.text = std::move(headline->title);
        if (request.snippet_cells > 0 && archive_.texts().load(candidate.row)) {
            const ShownText shown = scan();
            const Marks marks = marks_in(plan_, shown);
            hit.title = marked_title(shown, marks);
            hit.snippet = snippet(units_, shown, marks, request.snippet_cells);
        }
        hit.copies = copies(story.copies);
        if (request.fold) {
            hit.story = candidate.sketch;
        }
        response.hits.push_back(std::move(hit));
    }
    return all_there;
}

void Presenter::mark(catalog::Row row, MarkedArticle& marked) {
    if (!archive_.texts().load(row)) {
        return;
    }
    // The loaded text is title, a blank line, body: each mark goes where it belongs.
    const std::size_t title = marked.article.title.size();
    const std::size_t body = archive_.texts().original().size() - marked.article.body.size();
    for (const ByteRange& mark : marks_in(plan_, scan())) {
        if (mark.end <= title) {
            marked.title_marks.push_back(mark);
        } else if (mark.begin >= body) {
            marked.body_marks.push_back({mark.begin - body, mark.end - body});
        }
    }
}

ShownText Presenter::scan() {
    StoredTexts& texts = archive_.texts();
    units_.scan(texts.normal().text(), scanned_);
    const CheckedText checked{
        texts.normal().text(), texts.title_end(), texts.original(), texts.title_bytes()};
    return {
        texts.original(),
        texts.normal(),
        scanned_,
        texts.title_bytes(),
        asked_.find(checked, texts.normal())};
}

std::vector<HitCopy> Presenter::copies(const std::vector<catalog::Row>& rows) const {
    std::vector<HitCopy> copies;
    for (const catalog::Row row : rows) {
        if (std::optional<Article> headline = archive_.catalog().headline(row)) {
            copies.push_back({std::move(headline->id), std::move(headline->publisher)});
        }
    }
    return copies;
}
}  // namespace gisa::searcher
