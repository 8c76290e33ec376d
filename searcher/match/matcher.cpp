// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/matcher.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/messages/tr.h"
#include "common/segment/xapian_guard.h"
#include "searcher/match/hidden_source.h"
#include "searcher/match/published_dates.h"
#include "searcher/match/query_compiler.h"

namespace gisa::searcher {
namespace {
// Best on Korean news and on Wikipedia alike (docs/decisions): long articles are not punished as
// hard as with Robertson's customary 1.2 and 0.75.
constexpr double kBm25K1 = 0.9;
constexpr double kBm25B = 0.5;
constexpr double kShortestLength = 0.1;

/// Matches counted at least, so that small answers have exact counts for nothing.
constexpr Xapian::doccount kCounted = 1'000;

/// Where no more articles can match, they are counted: that takes a tenth of a search's time.
constexpr std::uint64_t kSoonCounted = 10'000;

/// Stored texts that a search reads at most, about half a second's worth.
constexpr std::uint64_t kMostRead = 20'000;

/// Candidates of which they are taken first, and how much larger each next portion is: each is ranked
/// from the first match on. The words of most phrases stand in fewer articles.
constexpr std::uint64_t kFirstPortion = 2'000;
constexpr std::uint64_t kPortionGrowth = 8;

/// Where a document of all segments together lies: Xapian numbers those of several databases in
/// turn, the first of each, then the second of each.
Candidate candidate(Xapian::docid document, std::size_t segments, double weight) {
    const std::size_t before = document - 1;
    return {
        .segment = before % segments,
        .number = static_cast<Xapian::docid>(before / segments + 1),
        .weight = weight};
}

/// Narrows a query to the rows that are asked for, in time that grows with those.
Xapian::Query among(
    const segment::SegmentSet& segments, const MatchRequest& request, const Xapian::Query& query
) {
    return request.among ? Xapian::Query(
               Xapian::Query::OP_FILTER,
               query,
               Xapian::Query((new RowSource(segments, request.among))->release())
           )
                         : query;
}

/// The count when only the best `looked_at` of at most `upper` articles with the words were read.
HitCount checked_total(std::uint64_t held, std::uint64_t looked_at, std::uint64_t upper) {
    const std::uint64_t unread = upper > looked_at ? upper - looked_at : 0;
    const std::uint64_t likely = looked_at == 0 ? 0 : unread * held / looked_at;
    return {held, held + likely, held + unread};
}

/// Articles that have the words, in some order. Nothing was read of them yet.
struct Portion {
    std::vector<Candidate> candidates;
    std::uint64_t at_most = 0;  ///< so many there are in all portions together
};

/// Gives `most` of them from a rank on, fewer at the end.
using Portions = std::function<Portion(std::uint64_t first, std::uint64_t most)>;

/// The place behind the first `passed` articles, of which `last` is the last one looked at.
MatchPlace place_behind(
    const MatchRequest& request, std::uint64_t hits, std::uint64_t passed, const Candidate* last
) {
    MatchPlace place{
        .hits = request.from.hits + hits, .passed = passed, .article = request.from.article};
    if (request.sort_by != SortBy::Relevance && last != nullptr) {
        place.article = {last->instant, last->row};
    }
    return place;
}

/// Articles in an order, to be gone through from a place on.
struct Ranking {
    const segment::SegmentSet& segments;
    const MatchRequest& request;
    std::uint64_t begin = 0;  ///< articles that are left out at first
    const Portions& portions;
};

/// The articles as they come. Leaves the total to the caller.
Matches all(const Ranking& ranking) {
    const MatchRequest& request = ranking.request;
    Portion portion = ranking.portions(ranking.begin, request.most);
    Matches matches{.candidates = std::move(portion.candidates)};
    read_records(ranking.segments, matches.candidates);
    const std::size_t there = matches.candidates.size();
    matches.end = place_behind(
        request, there, ranking.begin + there, there == 0 ? nullptr : &matches.candidates.back()
    );
    matches.more = there == request.most && matches.end.passed < portion.at_most;
    return matches;
}

/// Adds the first of `candidates` that pass all checks, until there are `most` or the time is up.
/// Returns how many it looked at.
std::size_t take_passing(
    const std::vector<Candidate>& candidates,
    const std::vector<const PlanNode*>& checks,
    const TextHolds& holds,
    std::size_t most,
    std::vector<Candidate>& passing
) {
    std::size_t read = 0;
    for (; read < candidates.size() && passing.size() < most; ++read) {
        const Candidate& one = candidates[read];
        const bool passes = std::all_of(checks.begin(), checks.end(), [&](const PlanNode* check) {
            return holds(check->index, one.row);
        });
        if (holds.gave_up()) {
            break;
        }
        if (passes) {
            passing.push_back(one);
        }
    }
    return read;
}

/// How many are taken after `most` that were not enough, of `left` at most: more each time, or all
/// where they are few.
std::uint64_t next_portion(
    const MatchRequest& request, std::uint64_t most, std::uint64_t looked_at, std::uint64_t left
) {
    const std::uint64_t more = most * kPortionGrowth;
    const std::uint64_t next =
        left <= more * kPortionGrowth ? std::max<std::uint64_t>(left, 1) : more;
    return request.exact_count ? next : std::min(next, kMostRead - looked_at);
}

/// The first of them that pass, looked at in growing portions until there are enough. Of those that
/// do not pass only the rows are read.
Matches kept(
    const Ranking& ranking, const std::vector<const PlanNode*>& checks, const TextHolds& holds
) {
    const MatchRequest& request = ranking.request;
    Matches matches;
    std::uint64_t passed = ranking.begin;
    std::uint64_t most = std::max<std::uint64_t>(request.most, kFirstPortion);
    for (bool done = false; !done;) {
        Portion portion = ranking.portions(passed, most);
        read_rows(ranking.segments, portion.candidates);
        const std::size_t read =
            take_passing(portion.candidates, checks, holds, request.most, matches.candidates);
        passed += read;
        const std::uint64_t looked_at = passed - ranking.begin;
        const bool enough = matches.candidates.size() >= request.most;
        const bool too_many = !request.exact_count && looked_at >= kMostRead;
        const bool bounded = !enough && (too_many || holds.gave_up());
        done = enough || bounded || portion.candidates.size() < most;
        if (done) {
            const Candidate* const last = read == 0 ? nullptr : &portion.candidates[read - 1];
            matches.end = place_behind(request, matches.candidates.size(), passed, last);
            matches.more = (enough || bounded) && passed < portion.at_most;
            matches.total = checked_total(matches.end.hits, passed, portion.at_most);
            matches.read_only = bounded ? looked_at : 0;
        } else {
            const std::uint64_t left = std::max(portion.at_most, passed) - passed;
            most = next_portion(request, most, looked_at, left);
        }
    }
    read_records(ranking.segments, matches.candidates);
    return matches;
}

/// How many of the documents have a term, and one of them.
std::pair<std::uint64_t, Xapian::docid> count_with(
    const Xapian::Database& segment, const std::string& term, const DocumentSet& documents
) {
    std::uint64_t articles = 0;
    Xapian::docid example = 0;
    const auto end = segment.postlist_end(term);
    for (auto post = segment.postlist_begin(term); post != end; ++post) {
        if (const Xapian::docid document = *post; documents.contains(document)) {
            example = document;
            ++articles;
        }
    }
    return {articles, example};
}
}  // namespace

Matcher::Matcher(const segment::SegmentSet& segments, const catalog::PublishedSet& published)
    : segments_(segments),
      published_(published),
      best_of_any_(std::make_unique<BestOfAny>(segments, Bm25{kBm25K1, kBm25B, kShortestLength})),
      every_match_(std::make_unique<EveryMatch>(segments, published.hidden)) {}

Matcher::~Matcher() = default;

Matches Matcher::match(const Plan& plan, const MatchRequest& request, const TextHolds& holds)
    const {
    if (published_.segments.empty()) {
        return {};
    }
    return segment::guarded(tr_later("searching"), [&] {
        Matches matches;
        if (!request.exact_count || request.most > 0) {
            matches = request.sort_by == SortBy::Relevance ? by_relevance(plan, request, holds)
                                                           : by_date(plan, request, holds);
        }
        if (request.exact_count) {
            const std::uint64_t count = exact_count(plan, request, holds);
            matches.total = {count, count, holds.gave_up() ? published_.articles : count};
        }
        return matches;
    });
}

void Matcher::look_at_titles(
    const std::vector<std::string>& words, std::vector<Candidate>& candidates, std::size_t count
) const {
    segment::guarded(tr_later("searching"), [&] {
        searcher::look_at_titles(segments_, words, candidates, count);
    });
}

Matches Matcher::by_relevance(const Plan& plan, const MatchRequest& request, const TextHolds& holds)
    const {
    const bool most_words = request.strictness == Strictness::MostWords;
    if (most_words && plan.relaxable() && !request.among) {
        const LooseAnd loose = loose_and(plan);
        if (loose.rest.empty()) {
            std::vector<LooseTerm> terms;
            for (const SearchedWord* word : loose.words) {
                std::vector<LooseTerm> ways = loose_terms(*word);
                std::move(ways.begin(), ways.end(), std::back_inserter(terms));
            }
            return best_of_any(terms, request);
        }
    }
    const Xapian::Database& postings = segments_.postings();
    const std::vector<const PlanNode*> checks = required_checks(plan);
    Xapian::Enquire enquire(postings);
    enquire.set_weighting_scheme(Xapian::BM25Weight(kBm25K1, 0, 1, kBm25B, kShortestLength));
    enquire.set_query(visible(among(
        segments_,
        request,
        compile(plan, request.strictness, {segments_, published_, holds}, RequiredChecks::Left)
    )));
    // Equal scores keep the order of the articles in the archive, so that paging is stable.
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    // When most of the words will do, nobody asks how many articles have some of them.
    const Xapian::doccount counted = most_words ? request.most : std::max(kCounted, request.most);
    HitCount total;
    const auto portions = [&](std::uint64_t first, std::uint64_t most) {
        const Xapian::MSet found = enquire.get_mset(
            static_cast<Xapian::doccount>(first), static_cast<Xapian::doccount>(most), counted
        );
        total = {
            found.get_matches_lower_bound(),
            found.get_matches_estimated(),
            found.get_matches_upper_bound()};
        Portion portion{.candidates = {}, .at_most = total.at_most};
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            portion.candidates.push_back(
                candidate(*hit, segments_.segments().size(), hit.get_weight())
            );
        }
        return portion;
    };
    const Ranking ranking{segments_, request, request.from.passed, portions};
    if (!checks.empty()) {
        return kept(ranking, checks, holds);
    }
    Matches matches = all(ranking);
    if (!most_words && total.at_least < total.at_most && total.at_most <= kSoonCounted) {
        const std::uint64_t count = exact_count(plan, request, holds);
        total = {count, count, count};
    }
    matches.total = total;
    return matches;
}

Matches Matcher::by_date(const Plan& plan, const MatchRequest& request, const TextHolds& holds)
    const {
    ByDate sorted(
        segments_,
        every_match_->find(among(
            segments_,
            request,
            compile(plan, request.strictness, {segments_, published_, holds}, RequiredChecks::Left)
        )),
        request.sort_by == SortBy::Newest
    );
    const std::size_t begin = request.from.article ? sorted.rank_behind(*request.from.article) : 0;
    const auto portions = [&](std::uint64_t first, std::uint64_t most) {
        Portion portion{.candidates = {}, .at_most = sorted.size()};
        for (std::size_t rank = first; rank < std::min(sorted.size(), first + most); ++rank) {
            const ByDate::Document& one = sorted.at(rank);
            Candidate& candidate = portion.candidates.emplace_back();
            candidate.segment = one.segment;
            candidate.number = one.number;
            candidate.instant = one.instant;
        }
        return portion;
    };
    const std::vector<const PlanNode*> checks = required_checks(plan);
    const Ranking ranking{segments_, request, begin, portions};
    if (!checks.empty()) {
        return kept(ranking, checks, holds);
    }
    Matches matches = all(ranking);
    const std::uint64_t count = sorted.size();
    matches.total = {count, count, count};
    return matches;
}

std::uint64_t Matcher::exact_count(
    const Plan& plan, const MatchRequest& request, const TextHolds& holds
) const {
    std::uint64_t count = 0;
    for (const DocumentSet& documents : every_match_->find(among(
             segments_, request, compile(plan, request.strictness, {segments_, published_, holds})
         ))) {
        count += documents.size();
    }
    return count;
}

Xapian::Query Matcher::visible(const Xapian::Query& query) const {
    return published_.hidden.empty()
               ? query
               : Xapian::Query(
                   Xapian::Query::OP_AND_NOT,
                   query,
                   Xapian::Query((new HiddenSource(segments_, every_match_->hidden()))->release())
               );
}

Matches Matcher::best_of_any(const std::vector<LooseTerm>& terms, const MatchRequest& request)
    const {
    const std::uint64_t passed = request.from.passed;
    const std::size_t most = request.most == 0 ? 0 : passed + request.most;
    const std::vector<DocumentSet>& hidden = every_match_->hidden();
    const BestOfAny::Found found =
        best_of_any_->find(terms, most, [&hidden](const BestOfAny::Document& one) {
            return !hidden[one.segment].contains(one.number);
        });
    Matches matches;
    for (std::size_t i = passed; i < found.best.size(); ++i) {
        const BestOfAny::Document& one = found.best[i];
        Candidate& candidate = matches.candidates.emplace_back();
        candidate.segment = one.segment;
        candidate.number = one.number;
        candidate.weight = one.weight;
    }
    read_records(segments_, matches.candidates);
    const std::uint64_t there = found.best.size();
    matches.end = place_behind(request, matches.candidates.size(), there, nullptr);
    matches.more = there == most;
    // Nothing was passed over before there were as many as wanted.
    if (there < most) {
        matches.total = {there, there, there};
        return matches;
    }
    const std::uint64_t left_out = published_.hidden.size();
    matches.total = {
        std::max(there, found.at_least > left_out ? found.at_least - left_out : 0),
        std::max(there, found.estimate),
        found.at_most,
    };
    return matches;
}

std::vector<DocumentSet> Matcher::every_match(const Plan& plan, const TextHolds& holds) const {
    return segment::guarded(tr_later("counting"), [&] {
        return every_match_->find(
            compile(plan, Strictness::AllWords, {segments_, published_, holds})
        );
    });
}

std::vector<Matcher::ValueCount> Matcher::count_values(
    const std::string& prefix, const std::vector<DocumentSet>& documents
) const {
    std::map<std::string, ValueCount> counts;
    segment::guarded(tr_later("counting"), [&] {
        for (std::size_t i = 0; i < documents.size(); ++i) {
            const Xapian::Database& segment = segments_.segments()[i];
            for (auto at = segment.allterms_begin(prefix); at != segment.allterms_end(prefix);
                 ++at) {
                const auto [articles, example] = count_with(segment, *at, documents[i]);
                if (articles > 0) {
                    const std::string value = (*at).substr(prefix.size());
                    ValueCount& count = counts[value];
                    count = {value, count.articles + articles, segments_.documents(i).row(example)};
                }
            }
        }
    });
    std::vector<ValueCount> ascending;
    ascending.reserve(counts.size());
    for (auto& [value, count] : counts) {
        ascending.push_back(std::move(count));
    }
    return ascending;
}

std::map<std::chrono::sys_days, std::uint64_t> Matcher::count_days(
    const std::vector<DocumentSet>& documents
) const {
    std::unordered_map<std::int64_t, std::uint64_t> counts;
    segment::guarded(tr_later("counting"), [&] {
        // Articles of one day mostly come one after the other.
        schema::SeoulDay today;
        std::uint64_t* articles = nullptr;
        for (std::size_t i = 0; i < documents.size(); ++i) {
            each_date(segments_.documents(i), documents[i], [&](auto /*number*/, auto published) {
                if (!published) {
                    return;
                }
                if (articles == nullptr || !today.holds(*published)) {
                    today = schema::seoul_day_around(*published);
                    articles = &counts[std::chrono::sys_days(today.day).time_since_epoch().count()];
                }
                ++*articles;
            });
        }
    });
    std::map<std::chrono::sys_days, std::uint64_t> ascending;
    for (const auto& [day, articles] : counts) {
        ascending[std::chrono::sys_days(std::chrono::days(day))] = articles;
    }
    return ascending;
}

std::string Matcher::describe(const Plan& plan, const TextHolds& holds) const {
    return segment::guarded(tr_later("describing the query"), [&] {
        return compile(plan, Strictness::AllWords, {segments_, published_, holds})
            .get_description();
    });
}

std::uint64_t Matcher::articles_with(const std::string& term) const {
    return segments_.articles_with(term);
}

WordsBeginning Matcher::words_beginning(const std::string& prefix, std::size_t limit) const {
    if (published_.segments.empty()) {
        return {};
    }
    segment::SegmentSet::FrequentTerms found =
        segments_.frequent_terms(prefix, limit, [](std::string_view) { return true; });
    return {.words = std::move(found.terms), .all = found.all};
}

std::uint64_t Matcher::articles() const {
    return published_.segments.empty() ? 0 : segment::guarded(tr_later("counting"), [&] {
        return segments_.postings().get_doccount();
    });
}
}  // namespace gisa::searcher
