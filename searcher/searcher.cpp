// SPDX-License-Identifier: GPL-2.0-or-later
//
// The searcher's story: parse -> plan -> match -> rank -> present.
#include <algorithm>
#include <chrono>
#include <functional>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <gisa/error.h>
#include <gisa/searcher.h>

#include "common/catalog/catalog.h"
#include "common/messages/tr.h"
#include "common/schema/calendar.h"
#include "common/schema/terms.h"
#include "searcher/counting.h"
#include "searcher/cursor.h"
#include "searcher/explain/explain_article.h"
#include "searcher/match/matcher.h"
#include "searcher/open_archive.h"
#include "searcher/page.h"
#include "searcher/parse/query.h"
#include "searcher/plan/plan.h"
#include "searcher/present/snippet.h"
#include "searcher/rank/freshness.h"
#include "searcher/rank/query_units.h"
#include "searcher/rank/score.h"
#include "searcher/rank/stories.h"
#include "searcher/suggest/suggester.h"

namespace gisa {
namespace {
using searcher::Candidate;
using searcher::kRanked;
using searcher::Page;
using searcher::Plan;

/// Ranks that an explanation looks an article up in.
constexpr std::uint32_t kExplainedRanks = 1'000;

/// So many words are a headline or a sentence, whose best article may well lack one of them.
constexpr std::ptrdiff_t kSentenceWords = 5;

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

/// Whether somebody talks rather than lists words that must be there: asks, or uses many of them.
bool is_sentence(const Plan& plan) {
    const auto names = [](const searcher::SearchedWord& word) {
        return !word.asks && !word.excluded;
    };
    return plan.question
           || std::count_if(plan.words.begin(), plan.words.end(), names) >= kSentenceWords;
}
}  // namespace

class Searcher::Impl {
  public:
    Impl(const std::filesystem::path& archive, const SearcherOptions& options)
        : archive_(archive, options.dictionary) {}

    SearchResponse search(const SearchRequest& request) {
        if (request.after && request.after->begun != watermark().begun) {
            throw Error(ErrorCode::InvalidArgument, tr("the watermark is of another archive"));
        }
        const catalog::Reading reading(archive_.catalog());
        deadline_ = deadline(request);
        Answer answered = answer(request);
        // A merge may have deleted rows that only the state we still have knows.
        if (answered.lost && archive_.refresh()) {
            answered = answer(request);
        }
        if (!request.suggest || !request.cursor.empty()) {
            return std::move(answered.response);
        }
        SearchResponse& response = answered.response;
        response.suggestions = suggestions(request, !answered.finds);
        if (!answered.finds && !response.suggestions.empty()) {
            answer_corrected(request, response);
        }
        return std::move(response);
    }

    FacetCounts facet(const SearchRequest& request, FacetField field, std::size_t limit) {
        const catalog::Reading reading(archive_.catalog());
        const Plan plan = archive_.plan(searcher::parse(request.query, context(request)));
        FacetCounts facet = searcher::count_facet(archive_, plan, field, limit, deadline(request));
        facet.notices = plan.notices;
        tell_partial(facet.partial, facet.notices);
        return facet;
    }

    Trend trend(const SearchRequest& request, TrendPeriod period) {
        const catalog::Reading reading(archive_.catalog());
        const Plan plan = archive_.plan(searcher::parse(request.query, context(request)));
        Trend trend = searcher::count_trend(archive_, plan, period, deadline(request));
        trend.notices = plan.notices;
        tell_partial(trend.partial, trend.notices);
        return trend;
    }

    Explanation explain(const SearchRequest& request) {
        const searcher::ParsedQuery parsed = searcher::parse(request.query, context(request));
        const Plan plan = archive_.plan(parsed);
        return {
            searcher::to_text(parsed),
            searcher::to_text(plan),
            archive_.matcher().describe(plan, archive_.text_holds(plan)),
            plan.notices,
        };
    }

    ArticleExplanation explain_article(const SearchRequest& request, std::string_view id) {
        const std::optional<catalog::Row> row = archive_.catalog().find(id);
        const std::optional<Article> found = row ? archive_.catalog().article(*row) : std::nullopt;
        if (!found) {
            ArticleExplanation none;
            none.id = id;
            return none;
        }
        const searcher::ParsedQuery parsed = searcher::parse(request.query, context(request));
        const Plan plan = archive_.plan(parsed);
        const searcher::TextHolds holds = archive_.text_holds(plan);
        ArticleExplanation told = searcher::explain_article(
            plan,
            *found,
            archive_.analyzer(),
            {
                [&](std::size_t check) { return holds(check, *row); },
                [this](const std::string& word) {
                    return archive_.matcher().articles_with(schema::text_term(word));
                },
                archive_.matcher().articles(),
                schema::seoul_day(archive_.catalog().first_stored(*row)),
            }
        );
        told.understood = searcher::to_text(parsed);
        tell_rank(request, plan, *row, told);
        return told;
    }

    [[nodiscard]] std::optional<Article> article(std::string_view id) const {
        const std::optional<catalog::Row> row = archive_.catalog().find(id);
        return row ? archive_.catalog().article(*row) : std::nullopt;
    }

    std::optional<MarkedArticle> marked_article(const SearchRequest& request, std::string_view id) {
        const std::optional<catalog::Row> row = archive_.catalog().find(id);
        std::optional<Article> found = row ? archive_.catalog().article(*row) : std::nullopt;
        if (!found) {
            return std::nullopt;
        }
        MarkedArticle marked{.article = std::move(*found)};
        const Plan plan = archive_.plan(searcher::parse(request.query, context(request)));
        if (plan.root.kind != searcher::PlanNode::Kind::Nothing && archive_.texts().load(*row)) {
            searcher::QueryUnits units(plan, archive_.counts(), archive_.analyzer());
            searcher::ScannedText scanned;
            units.scan(archive_.texts().normal().text(), scanned);
            part_marks(searcher::marks_in(plan, shown(scanned)), marked);
        }
        return marked;
    }

    [[nodiscard]] Watermark watermark() const {
        const catalog::PublishedSet& published = archive_.published();
        return {
            published.begun, published.segments.empty() ? 0 : published.segments.back().last_row};
    }

    bool refresh() { return archive_.refresh(); }

  private:
    static std::chrono::sys_seconds now(const SearchRequest& request) {
        const auto clock = std::chrono::system_clock::now();
        return request.now.value_or(std::chrono::floor<std::chrono::seconds>(clock));
    }

    static searcher::Deadline deadline(const SearchRequest& request) {
        return request.time_limit
                   ? std::optional(std::chrono::steady_clock::now() + *request.time_limit)
                   : std::nullopt;
    }

    static void tell_partial(bool partial, std::vector<QueryNotice>& notices) {
        if (partial) {
            notices.push_back(
                {{},
                 tr("the time limit was reached before every text was read: there may be more "
                    "articles")}
            );
        }
    }

    static searcher::ParseContext context(const SearchRequest& request) {
        return {schema::seoul_day(now(request)), request.saved_query};
    }

    struct Answer {
        SearchResponse response;
        bool finds = false;  ///< an article has all that was asked for
        bool lost = false;   ///< an article of the answer is not there any more
    };

    /// What the first step brings.
    struct Found {
        searcher::Matches matches;
        searcher::Strictness strictness = searcher::Strictness::AllWords;
        /// Articles that have all that was asked for; unknown when an earlier page counted them.
        std::optional<HitCount> with_all;
        bool finds = false;    ///< there is one
        bool relaxed = false;  ///< articles with most of the words are among the candidates
        bool partial = false;  ///< the time was up
    };

    /// As typed; where too few articles have a literal that stands beside words, by its words.
    Answer answer(const SearchRequest& request) {
        searcher::ParseContext how = context(request);
        if (!request.cursor.empty()) {
            return answer_on(request, how);
        }
        const searcher::ParsedQuery parsed = searcher::parse(request.query, how);
        Answer answered = answer(request, parsed);
        constexpr std::uint64_t kEnough = 10;
        if (answered.response.total.at_most >= kEnough || request.limit == 0
            || request.sort_by != SortBy::Relevance
            || !searcher::has_literal_beside_words(parsed.root)) {
            return answered;
        }
        how.literals_as_words = true;
        Answer by_words = answer(request, searcher::parse(request.query, how));
        by_words.response.notices.push_back(
            {{},
             tr("few articles have what stands in single quotes to the letter; its words were "
                "searched for (+ before it demands it)")}
        );
        return by_words;
    }

    /// The page behind a cursor, of the reading of the query that the cursor is of.
    Answer answer_on(const SearchRequest& asked, searcher::ParseContext how) {
        if (asked.first > 0) {
            throw Error(
                ErrorCode::InvalidArgument, tr("a cursor says by itself how many hits to leave out")
            );
        }
        for (const bool as_words : {false, true}) {
            how.literals_as_words = as_words;
            const searcher::ParsedQuery parsed = searcher::parse(asked.query, how);
            const Plan plan = archive_.plan(parsed);
            SearchRequest request = in_order_of(plan, asked);
            if (const auto cursor = searcher::read_cursor(request, searcher::to_text(parsed))) {
                const Page page =
                    searcher::page_behind(*cursor, request, plan, archive_.published().state);
                request.now = cursor->now;
                return answer(request, parsed, plan, page);
            }
        }
        throw Error(
            ErrorCode::InvalidArgument,
            tr("the cursor does not belong to this query and order"),
            tr("ask for the first page, without a cursor")
        );
    }

    /// The request by date, where no word is there to rank by.
    static SearchRequest in_order_of(const Plan& plan, SearchRequest request) {
        if (request.sort_by == SortBy::Relevance && plan.ranking_words().empty()) {
            request.sort_by = SortBy::Newest;
        }
        return request;
    }

    Answer answer(const SearchRequest& asked, const searcher::ParsedQuery& parsed) {
        const Plan plan = archive_.plan(parsed);
        SearchRequest request = in_order_of(plan, asked);
        request.now = now(request);
        return answer(request, parsed, plan, searcher::first_page(request, plan));
    }

    Answer answer(
        const SearchRequest& request,
        const searcher::ParsedQuery& parsed,
        const Plan& plan,
        Page page
    ) {
        Answer answered;
        SearchResponse& response = answered.response;
        response.notices = plan.notices;
        response.understood = searcher::to_text(parsed);
        response.archive_articles = archive_.published().articles;
        response.first = page.match.from.hits + page.first;
        if (plan.root.kind == searcher::PlanNode::Kind::Nothing) {
            response.notices.push_back({{}, tr("the query holds nothing to search for")});
            return answered;
        }
        searcher::QueryUnits units(plan, archive_.counts(), archive_.analyzer());
        if (request.after) {
            page.match.among = std::make_shared<std::vector<catalog::Row>>(
                archive_.catalog().rows_since(request.after->row)
            );
        }
        Found found;
        std::vector<searcher::Story> stories;
        for (;; page.match.most *= 2) {
            found = match(plan, page);
            std::vector<Candidate>& candidates = found.matches.candidates;
            const bool all = candidates.size() < page.match.most;
            order(plan, units, request, page, found);
            stories = searcher::fold_stories(candidates);
            searcher::leave_out_told(stories, request.told);
            if (page.is_filled_by(stories.size()) || all) {
                break;
            }
        }
        answered.finds = found.finds;
        tell_how_found(found, response);
        if (auto cursor = searcher::cursor_behind(page, stories, found.matches)) {
            cursor->strictness = found.strictness;
            cursor->state = archive_.published().state;
            cursor->now = now(request);
            response.next_cursor = searcher::write_cursor(*cursor, request, response.understood);
        }
        const std::size_t end = page.end(stories.size());
        const std::size_t begin = std::min<std::size_t>(page.first, end);
        const auto on_page = std::span<const searcher::Story>(stories).subspan(begin, end - begin);
        answered.lost = !present(plan, units, on_page, request, response);
        return answered;
    }

    static void tell_how_found(const Found& found, SearchResponse& response) {
        response.total = found.matches.total;
        response.relaxed = found.relaxed;
        if (found.relaxed && found.with_all) {
            response.notices.push_back({{}, most_words_are_enough(*found.with_all)});
        }
        response.partial = found.partial;
        tell_partial(found.partial, response.notices);
        if (found.matches.read_only > 0) {
            response.notices.push_back(
                {{},
                 tr("only the best %1 articles with these words were read to see how they stand "
                    "there",
                    {std::to_string(found.matches.read_only)})}
            );
        }
    }

    /// What may have been meant by the words that no article holds; by all words that few hold
    /// when nothing was found at all.
    std::vector<QuerySuggestion> suggestions(const SearchRequest& request, bool nothing_found) {
        constexpr std::size_t kMost = 3;
        constexpr std::size_t kMostWords = 5;
        constexpr std::chrono::milliseconds kTime(20);
        std::vector<QuerySuggestion> suggestions;
        searcher::Suggester suggester(archive_.segments(), archive_.analyzer());
        const searcher::ParsedQuery parsed = searcher::parse(request.query, context(request));
        std::size_t words = 0;
        for (const searcher::QueryNode* word : searcher::typed_words(parsed.root)) {
            if (!nothing_found && suggester.is_known(word->text)) {
                continue;
            }
            if (++words > kMostWords) {
                break;
            }
            // A word of a saved query stands for all of it there.
            const std::size_t bytes = word->where.end - word->where.begin;
            if (request.query.compare(word->where.begin, bytes, word->text) != 0) {
                continue;
            }
            for (searcher::SuggestedWord& one : suggester.suggest(word->text, kMost, kTime)) {
                suggestions.push_back({word->where, std::move(one.text), one.articles, one.reason});
            }
        }
        return suggestions;
    }

    /// Answers the query with the first suggestion for each place, if that finds anything.
    void answer_corrected(const SearchRequest& request, SearchResponse& response) {
        SearchRequest corrected = request;
        std::size_t done = request.query.size();
        for (auto one = response.suggestions.rbegin(); one != response.suggestions.rend(); ++one) {
            const bool is_first = std::next(one) == response.suggestions.rend()
                                  || std::next(one)->where.begin != one->where.begin;
            if (is_first && one->where.end <= done) {
                const std::size_t bytes = one->where.end - one->where.begin;
                corrected.query.replace(one->where.begin, bytes, one->text);
                done = one->where.begin;
            }
        }
        Answer answered = answer(corrected);
        if (!answered.finds) {
            return;
        }
        SearchResponse& other = answered.response;
        other.notices = std::move(response.notices);
        other.suggestions = std::move(response.suggestions);
        other.corrected = std::move(corrected.query);
        response = std::move(other);
    }

    /// The text that was loaded last.
    [[nodiscard]] searcher::ShownText shown(const searcher::ScannedText& scanned) {
        return {
            archive_.texts().original(),
            archive_.texts().normal(),
            scanned,
            archive_.texts().title_bytes()};
    }

    /// The loaded text is title, a blank line, body: each mark goes where it belongs.
    void part_marks(const std::vector<ByteRange>& marks, MarkedArticle& marked) {
        const std::size_t title = marked.article.title.size();
        const std::size_t body = archive_.texts().original().size() - marked.article.body.size();
        for (const ByteRange& mark : marks) {
            if (mark.end <= title) {
                marked.title_marks.push_back(mark);
            } else if (mark.begin >= body) {
                marked.body_marks.push_back({mark.begin - body, mark.end - body});
            }
        }
    }

    /// Looks the article up in the answer that the query gets by default.
    void tell_rank(
        const SearchRequest& asked, const Plan& plan, catalog::Row row, ArticleExplanation& told
    ) {
        SearchRequest request{
            .query = asked.query,
            .suggest = false,
            .snippet_cells = 0,
            .now = asked.now,
            .saved_query = asked.saved_query};
        SearchResponse response = search(request);
        // A longer page would be filled with articles that lack words: ask for no more than match.
        request.limit = response.relaxed ? kExplainedRanks
                                         : static_cast<std::uint32_t>(std::min<std::uint64_t>(
                                             kExplainedRanks, response.total.at_least
                                         ));
        if (request.limit > response.hits.size()) {
            response = search(request);
        }
        const auto hit =
            std::find_if(response.hits.begin(), response.hits.end(), [&told](const Hit& one) {
                return one.id == told.id;
            });
        if (hit == response.hits.end()) {
            return;
        }
        told.rank = static_cast<std::uint32_t>(hit - response.hits.begin()) + 1;
        told.score = hit->score;
        told.relaxed = response.relaxed && !told.matches;
        const searcher::Matches matches = archive_.matcher().match(
            plan,
            {.strictness = response.relaxed ? searcher::Strictness::MostWords
                                            : searcher::Strictness::AllWords,
             .most = kExplainedRanks,
             .dates = true},
            archive_.text_holds(plan)
        );
        for (const Candidate& candidate : matches.candidates) {
            if (candidate.row == row) {
                tell_score(plan, candidate, told);
                told.freshness = freshness(plan, request)(candidate);
            }
        }
    }

    void tell_score(const Plan& plan, const Candidate& candidate, ArticleExplanation& told) {
        told.evidence = {{tr_later("first step"), candidate.weight}};
        searcher::QueryUnits units(plan, archive_.counts(), archive_.analyzer());
        searcher::ScannedText scanned;
        if (told.rank > kRanked || !archive_.texts().load(candidate.row)) {
            return;
        }
        const searcher::Features features = features_of(units, candidate, scanned);
        told.evidence.push_back({tr_later("bigrams"), weights_.bigrams * features.bigrams});
        for (const searcher::Contribution& one : searcher::contributions(features, weights_)) {
            if (one.share > 0 && one.weight > 0) {
                told.factors.push_back({std::string(one.name), one.share * one.weight});
            }
        }
    }

    /// All words first; when that fills less than a page, or when somebody talks rather than lists
    /// words, most of them. Behind a cursor, what the first page decided.
    Found match(const Plan& plan, const Page& page) {
        const searcher::TextHolds holds = archive_.text_holds(plan, deadline_);
        Found found;
        if (page.decided) {
            found.matches = archive_.matcher().match(plan, page.match, holds);
            found.strictness = page.match.strictness;
            found.finds = found.matches.total.at_most > 0;
            found.relaxed = found.strictness == searcher::Strictness::MostWords;
            found.partial = holds.gave_up();
            return found;
        }
        const bool relaxable = plan.relaxable() && page.ranked;
        const bool only_counted = relaxable && plan.phrases.empty() && is_sentence(plan);
        searcher::MatchRequest wanted = page.match;
        if (only_counted || page.limit == 0) {
            wanted.most = 0;
        }
        found.matches = archive_.matcher().match(plan, wanted, holds);
        found.with_all = found.matches.total;
        found.finds = found.matches.total.at_most > 0;
        const bool filled = page.is_filled_by(found.matches.candidates.size()) && !only_counted;
        if (relaxable && !filled && page.limit > 0) {
            wanted = page.match;
            wanted.strictness = searcher::Strictness::MostWords;
            found.strictness = wanted.strictness;
            found.matches = archive_.matcher().match(plan, wanted, holds);
            found.relaxed = found.matches.total.at_most > found.with_all->at_least;
        }
        found.partial = holds.gave_up();
        return found;
    }

    /// Ranks what the second step is to look at. Behind that, scores do not rise again, whatever the
    /// scale of the first step's.
    void order(
        const Plan& plan,
        searcher::QueryUnits& units,
        const SearchRequest& request,
        const Page& page,
        Found& found
    ) {
        std::vector<Candidate>& candidates = found.matches.candidates;
        if (page.ranked) {
            const std::size_t fresh = add_fresh(plan, request, page, found);
            rank(units, freshness(plan, request), kRanked + fresh, candidates);
        }
        for (Candidate& candidate : candidates) {
            candidate.weight = std::min(candidate.weight, page.highest_score);
        }
    }

    /// With a half-life, the best of the last few half-lives are looked at as well: puts them behind
    /// the first kRanked and says how many.
    std::size_t add_fresh(const Plan& plan, const SearchRequest& request, Page page, Found& found) {
        // What is older has lost nearly all it can.
        constexpr int kHalfLives = 4;
        std::vector<Candidate>& candidates = found.matches.candidates;
        if (!plan.half_life || candidates.size() < kRanked) {
            return 0;
        }
        page.match.strictness = found.strictness;
        page.match.most = kRanked;
        page.decided = true;
        const std::chrono::sys_seconds since = now(request) - kHalfLives * *plan.half_life;
        Found latest = match(searcher::published_since(plan, schema::seoul_day(since)), page);
        found.partial = found.partial || latest.partial;
        std::vector<Candidate>& fresh = latest.matches.candidates;
        const auto end_of_best = candidates.begin() + kRanked;
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
        candidates.insert(candidates.begin() + kRanked, fresh.begin(), fresh.end());
        return fresh.size();
    }

    /// What a candidate's score is multiplied by.
    static std::function<double(const Candidate&)> freshness(
        const Plan& plan, const SearchRequest& request
    ) {
        if (!plan.half_life) {
            return [](const Candidate&) { return 1.0; };
        }
        return [half_life = *plan.half_life, now = now(request)](const Candidate& candidate) {
            return searcher::freshness(candidate.published, now, half_life);
        };
    }

    /// What the text that was loaded last shows of the query.
    [[nodiscard]] searcher::Features features_of(
        searcher::QueryUnits& units, const Candidate& candidate, searcher::ScannedText& scanned
    ) {
        const std::string& normal = archive_.texts().normal().text();
        units.scan(normal, scanned);
        return searcher::features_of(
            units,
            scanned,
            {.normal = normal,
             .title_end = archive_.texts().title_end(),
             .first_score = candidate.weight,
             .relative_length = candidate.relative_length}
        );
    }

    /// The second step, from the stored texts of the first `most` candidates.
    void rank(
        searcher::QueryUnits& units,
        const std::function<double(const Candidate&)>& freshness,
        std::size_t most,
        std::vector<Candidate>& candidates
    ) {
        const std::size_t depth = std::min(most, candidates.size());
        searcher::ScannedText scanned;
        for (std::size_t i = 0; i < depth; ++i) {
            Candidate& candidate = candidates[i];
            if (!archive_.texts().load(candidate.row)) {
                continue;
            }
            candidate.weight = searcher::score(features_of(units, candidate, scanned), weights_)
                               * freshness(candidate);
        }
        const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(depth);
        std::stable_sort(candidates.begin(), end, [](const Candidate& a, const Candidate& b) {
            return a.weight > b.weight;
        });
        // Those below were never looked at: they follow, whatever the scale of their scores.
        const double floor = depth == 0 ? 0 : (end - 1)->weight;
        for (auto candidate = end; candidate != candidates.end(); ++candidate) {
            candidate->weight = std::min(candidate->weight, floor);
        }
    }

    /// False when an article is not there any more.
    bool present(
        const Plan& plan,
        searcher::QueryUnits& units,
        std::span<const searcher::Story> stories,
        const SearchRequest& request,
        SearchResponse& response
    ) {
        bool all_there = true;
        searcher::ScannedText scanned;
        for (const searcher::Story& story : stories) {
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
                units.scan(archive_.texts().normal().text(), scanned);
                hit.title = searcher::marked_title(plan, shown(scanned));
                hit.snippet = searcher::snippet(plan, units, shown(scanned), request.snippet_cells);
            }
            hit.copies = copies(story.copies);
            hit.story = candidate.sketch;
            response.hits.push_back(std::move(hit));
        }
        return all_there;
    }

    [[nodiscard]] std::vector<HitCopy> copies(const std::vector<catalog::Row>& rows) const {
        std::vector<HitCopy> copies;
        for (const catalog::Row row : rows) {
            if (std::optional<Article> headline = archive_.catalog().headline(row)) {
                copies.push_back({std::move(headline->id), std::move(headline->publisher)});
            }
        }
        return copies;
    }

    searcher::OpenArchive archive_;
    searcher::RankWeights weights_;
    searcher::Deadline deadline_;  ///< of the search that runs
};

Searcher::Searcher(const std::filesystem::path& archive, const SearcherOptions& options)
    : impl_(std::make_unique<Impl>(archive, options)) {}

Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

SearchResponse Searcher::search(const SearchRequest& request) {
    return impl_->search(request);
}

FacetCounts Searcher::facet(const SearchRequest& request, FacetField field, std::size_t limit) {
    return impl_->facet(request, field, limit);
}

Trend Searcher::trend(const SearchRequest& request, TrendPeriod period) {
    return impl_->trend(request, period);
}

Explanation Searcher::explain(const SearchRequest& request) {
    return impl_->explain(request);
}

ArticleExplanation Searcher::explain_article(const SearchRequest& request, std::string_view id) {
    return impl_->explain_article(request, id);
}

std::optional<Article> Searcher::article(std::string_view id) {
    return impl_->article(id);
}

std::optional<MarkedArticle> Searcher::marked_article(
    const SearchRequest& request, std::string_view id
) {
    return impl_->marked_article(request, id);
}

Watermark Searcher::watermark() const {
    return impl_->watermark();
}

bool Searcher::refresh() {
    return impl_->refresh();
}
}  // namespace gisa
