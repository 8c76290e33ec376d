// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/first_step.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "common/catalog/catalog.h"
#include "common/messages/tr.h"
#include "common/schema/calendar.h"
#include "searcher/request.h"

namespace gisa::searcher {
namespace {
/// So many words are a headline or a sentence, whose best article may well lack one of them.
constexpr std::ptrdiff_t kSentenceWords = 5;

/// Whether somebody talks rather than lists words that must be there: asks, or uses many of them.
bool is_sentence(const Plan& plan) {
    const auto names = [](const SearchedWord& word) { return !word.asks && !word.excluded; };
    return plan.question
           || std::count_if(plan.words.begin(), plan.words.end(), names) >= kSentenceWords;
}

std::string most_words_are_enough(const HitCount& total) {
    if (total.at_most == 0) {
        return tr("no article has all of the words; those with most of them are shown too");
    }
    if (total.at_most == 1) {
        return tr("one article has all of the words; those with most of them are shown too");
    }
    const std::string articles = std::to_string(total.estimate);
    if (total.at_least == total.at_most) {
        return tr(
            "%1 articles have all of the words; those with most of them are shown too", {articles}
        );
    }
    return tr(
        "about %1 articles have all of the words; those with most of them are shown too", {articles}
    );
}
}  // namespace

Found FirstStep::find(const Page& page) {
    return find(plan_, page);
}

Found FirstStep::find(const Plan& plan, const Page& page) {
    const TextHolds holds = archive_.text_holds(plan, deadline_);
    Found found;
    if (page.decided) {
        found.matches = archive_.matcher().match(plan, page.match, holds);
        found.strictness = page.match.strictness;
        found.finds = found.matches.total.at_most > 0;
        found.relaxed = found.strictness == Strictness::MostWords;
        found.partial = holds.gave_up();
        return found;
    }
    const bool relaxable = plan.relaxable() && page.ranked > 0;
    const bool only_counted = relaxable && plan.phrases.empty() && is_sentence(plan);
    MatchRequest wanted = page.match;
    if (only_counted || page.limit == 0) {
        wanted.most = 0;
    }
    found.matches = archive_.matcher().match(plan, wanted, holds);
    found.with_all = found.matches.total;
    found.finds = found.matches.total.at_most > 0;
    const bool filled = page.is_filled_by(found.matches.candidates.size()) && !only_counted;
    if (relaxable && !filled && page.limit > 0) {
        wanted = page.match;
        wanted.strictness = Strictness::MostWords;
        found.strictness = wanted.strictness;
        found.matches = archive_.matcher().match(plan, wanted, holds);
        found.relaxed = found.matches.total.at_most > found.with_all->at_least;
    }
    found.partial = holds.gave_up();
    return found;
}

std::size_t FirstStep::add_fresh(Page page, std::chrono::sys_seconds now, Found& found) {
    // What is older has lost nearly all it can.
    constexpr int kHalfLives = 4;
    std::vector<Candidate>& candidates = found.matches.candidates;
    if (!plan_.half_life || candidates.size() < page.ranked) {
        return 0;
    }
    page.match.strictness = found.strictness;
    page.match.most = page.ranked;
    page.decided = true;
    const std::chrono::sys_seconds since = now - kHalfLives * *plan_.half_life;
    Found latest = find(published_since(plan_, schema::seoul_day(since)), page);
    found.partial = found.partial || latest.partial;
    std::vector<Candidate>& fresh = latest.matches.candidates;
    const auto end_of_best = candidates.begin() + page.ranked;
    std::unordered_set<catalog::Row> there;
    for (auto one = candidates.begin(); one != end_of_best; ++one) {
        there.insert(one->row);
    }
    const auto known = [&there](const Candidate& one) { return there.contains(one.row); };
    std::erase_if(fresh, known);
    there.clear();
    for (const Candidate& one : fresh) {
        there.insert(one.row);
    }
    candidates.erase(std::remove_if(end_of_best, candidates.end(), known), candidates.end());
    candidates.insert(candidates.begin() + page.ranked, fresh.begin(), fresh.end());
    return fresh.size();
}

void tell_how_found(const Found& found, std::vector<QueryNotice>& notices) {
    if (found.relaxed && found.with_all) {
        notices.push_back({{}, most_words_are_enough(*found.with_all)});
    }
    if (found.partial) {
        tell_partial(notices);
    }
    if (found.matches.read_only > 0) {
        notices.push_back(
            {{},
             tr("only the best %1 articles with these words were read to see how they stand "
                "there",
                {std::to_string(found.matches.read_only)})}
        );
    }
}
}  // namespace gisa::searcher
