// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/relating.h"

#include <algorithm>
#include <string>
#include <vector>

#include "common/messages/tr.h"
#include "common/schema/terms.h"
#include "searcher/answering.h"
#include "searcher/first_step.h"
#include "searcher/page.h"
#include "searcher/rank/stories.h"
#include "searcher/related/related_words.h"
#include "searcher/related/word_tally.h"
#include "searcher/request.h"

namespace gisa::searcher {
namespace {
/// The best stories by the first step: which of them come first among a hundred says little of what
/// they are about together.
Found best_matches(OpenArchive& archive, const Plan& plan, const SearchRequest& request) {
    Page page = first_page(in_order_of(plan, request), plan);
    page.first = 0;
    page.limit = kFewestRelatedStories;
    // Some of them are prints of one story.
    page.match.most = 2 * kStoriesLookedAt;
    return FirstStep(archive, plan, deadline(request)).find(page);
}
}  // namespace

RelatedWords relate(
    OpenArchive& archive, const Plan& plan, const SearchRequest& request, std::size_t limit
) {
    RelatedWords related;
    related.notices = plan.notices;
    related.archive_articles = archive.published().articles;
    if (plan.root.kind == PlanNode::Kind::Nothing) {
        related.notices.push_back({{}, tr("the query holds nothing to search for")});
        return related;
    }
    const Found found = best_matches(archive, plan, request);
    std::vector<Story> stories = fold_stories(found.matches.candidates);
    stories.resize(std::min<std::size_t>(stories.size(), kStoriesLookedAt));
    WordTally tally(archive.analyzer());
    std::string title;
    std::string body;
    for (const Story& story : stories) {
        if (archive.catalog().text(story.best.row, title, body)) {
            tally.add(title, body);
        }
    }
    related.stories = tally.stories();
    related.partial = found.partial;
    tell_how_found(found, related.notices);
    if (related.stories > 0 && related.stories < kFewestRelatedStories) {
        related.notices.push_back(
            {{}, tr("too few articles were found to tell which words set them apart")}
        );
        return related;
    }
    const auto articles_with = [&archive](const std::string& word) {
        return archive.matcher().articles_with(schema::text_term(word));
    };
    related.words =
        related_words(tally, plan, {articles_with, archive.matcher().articles()}, limit);
    return related;
}
}  // namespace gisa::searcher
