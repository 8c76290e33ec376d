// SPDX-License-Identifier: GPL-2.0-or-later
//
// The searcher's story: parse -> plan -> match -> rank -> present.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <gisa/error.h>
#include <gisa/searcher.h>

#include "common/catalog/catalog.h"
#include "common/messages/tr.h"
#include "common/schema/calendar.h"
#include "common/schema/terms.h"
#include "searcher/answering.h"
#include "searcher/counting.h"
#include "searcher/explain/explain_article.h"
#include "searcher/match/matcher.h"
#include "searcher/meant_words.h"
#include "searcher/open_archive.h"
#include "searcher/page.h"
#include "searcher/parse/query.h"
#include "searcher/plan/plan.h"
#include "searcher/presenter.h"
#include "searcher/rank/query_units.h"
#include "searcher/rank/score.h"
#include "searcher/relating.h"
#include "searcher/request.h"
#include "searcher/second_step.h"

namespace gisa {
namespace {
using searcher::Answer;
using searcher::Answering;
using searcher::Candidate;
using searcher::Plan;

/// Ranks that an explanation looks an article up in.
constexpr std::uint32_t kExplainedRanks = 1'000;
}  // namespace

class Searcher::Impl {
  public:
    Impl(const std::filesystem::path& archive, const SearcherOptions& options)
        : archive_(archive, options.dictionary) {}

    SearchResponse search(const SearchRequest& request) {
        if (request.after && request.after->begun != watermark().begun) {
            throw Error(ErrorCode::InvalidArgument, tr("the watermark is of another archive"));
        }
        const catalog::Reading reading = archive_.read();
        const searcher::Deadline deadline = searcher::deadline(request);
        Answer answered = Answering(archive_, deadline).answer(request);
        // A merge may have deleted rows that only the state we still have knows.
        if (answered.lost && archive_.refresh()) {
            answered = Answering(archive_, deadline).answer(request);
        }
        if (!request.suggest || !request.cursor.empty()) {
            return std::move(answered.response);
        }
        SearchResponse& response = answered.response;
        response.suggestions = searcher::meant_words(
            archive_,
            request.query,
            searcher::parse(request.query, searcher::context(request)),
            !answered.finds
        );
        if (!answered.finds && !response.suggestions.empty()) {
            answer_corrected(request, deadline, response);
        }
        return std::move(response);
    }

    FacetCounts facet(const SearchRequest& request, FacetField field, std::size_t limit) {
        const catalog::Reading reading = archive_.read();
        const Plan plan = archive_.plan(searcher::parse(request.query, searcher::context(request)));
        FacetCounts facet =
            searcher::count_facet(archive_, plan, field, limit, searcher::deadline(request));
        facet.notices = plan.notices;
        if (facet.partial) {
            searcher::tell_partial(facet.notices);
        }
        return facet;
    }

    Trend trend(const SearchRequest& request, TrendPeriod period) {
        const catalog::Reading reading = archive_.read();
        const Plan plan = archive_.plan(searcher::parse(request.query, searcher::context(request)));
        Trend trend = searcher::count_trend(archive_, plan, period, searcher::deadline(request));
        trend.notices = plan.notices;
        if (trend.partial) {
            searcher::tell_partial(trend.notices);
        }
        return trend;
    }

    RelatedWords related_words(const SearchRequest& request, std::size_t limit) {
        const catalog::Reading reading = archive_.read();
        const Plan plan = archive_.plan(searcher::parse(request.query, searcher::context(request)));
        return searcher::relate(archive_, plan, request, limit);
    }

    Explanation explain(const SearchRequest& request) {
        const searcher::ParsedQuery parsed =
            searcher::parse(request.query, searcher::context(request));
        const Plan plan = archive_.plan(parsed);
        return {
            searcher::to_text(parsed),
            searcher::to_text(plan),
            archive_.matcher().describe(plan, archive_.text_holds(plan)),
            plan.notices,
        };
    }

    ArticleExplanation explain_article(const SearchRequest& request, std::string_view id) {
        const catalog::Reading reading = archive_.read();
        const std::optional<catalog::Row> row = archive_.catalog().find(id);
        const std::optional<Article> found = row ? archive_.catalog().article(*row) : std::nullopt;
        if (!found) {
            ArticleExplanation none;
            none.id = id;
            return none;
        }
        const searcher::ParsedQuery parsed =
            searcher::parse(request.query, searcher::context(request));
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
        const catalog::Reading reading = archive_.read();
        const std::optional<catalog::Row> row = archive_.catalog().find(id);
        std::optional<Article> found = row ? archive_.catalog().article(*row) : std::nullopt;
        if (!found) {
            return std::nullopt;
        }
        MarkedArticle marked{.article = std::move(*found)};
        const Plan plan = archive_.plan(searcher::parse(request.query, searcher::context(request)));
        if (plan.root.kind != searcher::PlanNode::Kind::Nothing) {
            searcher::QueryUnits units(plan, archive_.counts(), archive_.analyzer());
            searcher::Presenter(archive_, plan, units).mark(*row, marked);
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
    /// Answers the query with the first suggestion for each place, if that finds anything.
    void answer_corrected(
        const SearchRequest& request, searcher::Deadline deadline, SearchResponse& response
    ) {
        SearchRequest corrected = request;
        corrected.query = searcher::corrected(request.query, response.suggestions);
        if (corrected.query == request.query) {
            return;
        }
        Answer answered = Answering(archive_, deadline).answer(corrected);
        if (!answered.finds) {
            return;
        }
        SearchResponse& other = answered.response;
        // Of both readings: what was typed, and how this answer was found.
        std::erase_if(other.notices, [](const QueryNotice& one) { return one.where.end > 0; });
        std::copy_if(
            response.notices.begin(),
            response.notices.end(),
            std::back_inserter(other.notices),
            [](const QueryNotice& one) { return one.where.end > 0; }
        );
        other.suggestions = std::move(response.suggestions);
        other.corrected = std::move(corrected.query);
        response = std::move(other);
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
        searcher::Matches matches = archive_.matcher().match(
            plan,
            {.strictness = response.relaxed ? searcher::Strictness::MostWords
                                            : searcher::Strictness::AllWords,
             .most = kExplainedRanks},
            archive_.text_holds(plan)
        );
        for (const Candidate& candidate : matches.candidates) {
            if (candidate.row == row) {
                searcher::SecondStep second(archive_, plan, searcher::now(request));
                tell_score(second, candidate, told);
            }
        }
    }

    static void tell_score(
        searcher::SecondStep& second, const Candidate& candidate, ArticleExplanation& told
    ) {
        told.freshness = second.freshness(candidate);
        told.evidence = {{tr_later("first step"), candidate.weight}};
        const auto features =
            told.rank > searcher::SecondStep::kRead ? std::nullopt : second.features(candidate);
        if (!features) {
            return;
        }
        const searcher::RankWeights& weights = second.weights();
        told.evidence.push_back({tr_later("bigrams"), weights.bigrams * features->bigrams});
        for (const searcher::Contribution& one : searcher::contributions(*features, weights)) {
            if (one.share > 0 && one.weight > 0) {
                told.factors.push_back({std::string(one.name), one.share * one.weight});
            }
        }
    }

    searcher::OpenArchive archive_;
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

RelatedWords Searcher::related_words(const SearchRequest& request, std::size_t limit) {
    return impl_->related_words(request, limit);
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
