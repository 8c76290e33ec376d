// SPDX-License-Identifier: GPL-2.0-or-later
//
// The searcher's story: parse -> plan -> match -> rank -> present.
#include <algorithm>
#include <utility>

#include <gisa/error.h>
#include <gisa/searcher.h>

#include "common/catalog/catalog.h"
#include "common/schema/terms.h"
#include "common/segment/segment_set.h"
#include "common/text/analyzer.h"
#include "searcher/match/matcher.h"
#include "searcher/parse/query.h"
#include "searcher/plan/plan.h"
#include "searcher/present/snippet.h"
#include "searcher/rank/phrase.h"
#include "searcher/rank/query_units.h"
#include "searcher/rank/rescore.h"
#include "searcher/stored_texts.h"

namespace gisa {
namespace {
using searcher::Candidate;
using searcher::Plan;

/// Candidates that the second step looks at; deeper ones keep the first step's order.
constexpr std::uint32_t kRanked = 100;

/// Longer words of the archive that a typed piece may stand in.
constexpr std::size_t kContaining = 48;

/// A word in more articles than this, and than one in five hundred, is no unknown name: its own
/// morphemes find the longer words it stands in.
constexpr std::uint64_t kCommonArticles = 50;
constexpr std::uint64_t kCommonShare = 500;

/// Korean forms a searcher remembers; queries are short.
constexpr std::size_t kRememberedForms = 20'000;

/// One published state, opened.
struct OpenState {
    OpenState(const std::filesystem::path& archive, catalog::PublishedSet set)
        : published(std::move(set)),
          segments(archive, published),
          matcher(segments, published) {}

    catalog::PublishedSet published;
    segment::SegmentSet segments;
    searcher::Matcher matcher;
};
}  // namespace

class Searcher::Impl {
  public:
    Impl(const std::filesystem::path& archive, const SearcherOptions& options)
        : archive_(archive),
          catalog_(archive, catalog::Access::ReadOnly),
          dictionary_(text::Dictionary::open(options.dictionary)),
          analyzer_(dictionary_, kRememberedForms),
          texts_(catalog_) {
        open();
    }

    SearchResponse search(const SearchRequest& request) {
        const catalog::Reading reading(catalog_);
        const searcher::ParsedQuery parsed = searcher::parse(request.query);
        const Plan plan = this->plan(parsed);
        SearchResponse response;
        response.notices = plan.notices;
        response.understood = searcher::to_text(parsed.root);
        response.archive_articles = state_->published.articles;
        if (plan.root.kind == searcher::PlanNode::Kind::Nothing) {
            response.notices.push_back({{}, "the query holds nothing to search for"});
            return response;
        }
        searcher::Matches matches = match(plan, request, response);
        response.total = matches.total;

        searcher::QueryUnits units(plan, counts(), analyzer_);
        if (request.sort_by == SortBy::Relevance) {
            rank(units, matches.candidates);
        }
        present(plan, units, matches.candidates, request, response);
        return response;
    }

    Explanation explain(std::string_view query) {
        const searcher::ParsedQuery parsed = searcher::parse(query);
        const Plan plan = this->plan(parsed);
        return {
            searcher::to_text(parsed.root),
            searcher::to_text(plan),
            state_->matcher.describe(plan, phrase_check(plan)),
        };
    }

    std::optional<Article> article(std::string_view id) const {
        const std::optional<catalog::Row> row = catalog_.find(id);
        return row ? catalog_.article(*row) : std::nullopt;
    }

    bool refresh() {
        if (catalog_.state() == state_->published.state) {
            return false;
        }
        open();
        return true;
    }

  private:
    void open() {
        // A merge may take a segment away between reading the list and opening it: read it again.
        constexpr int kTries = 3;
        for (int left = kTries; left > 0; --left) {
            catalog::PublishedSet published = catalog_.published_set();
            check_fingerprint(published);
            const std::uint64_t number = published.state;
            try {
                state_ = std::make_unique<OpenState>(archive_, std::move(published));
                return;
            } catch (const Error&) {
                if (left == 1 || catalog_.state() == number) {
                    throw;
                }
            }
        }
    }

    void check_fingerprint(const catalog::PublishedSet& published) const {
        const std::string ours = text::Analyzer::fingerprint(dictionary_.get());
        for (const catalog::SegmentRecord& segment : published.segments) {
            if (segment.fingerprint != ours) {
                throw Error(
                    ErrorCode::ArchiveIncompatible,
                    "the archive was indexed with another analysis: it has \"" + segment.fingerprint
                        + "\", this program has \"" + ours + "\"",
                    "use the dictionary it was built with (--dictionary), or re-index the articles"
                );
            }
        }
    }

    Plan plan(const searcher::ParsedQuery& parsed) {
        return searcher::make_plan(parsed, analyzer_, [this](std::string_view piece) {
            std::vector<std::string> words;
            const std::uint64_t common =
                std::max(kCommonArticles, state_->matcher.articles() / kCommonShare);
            if (state_->matcher.articles_with(schema::text_term(piece)) > common) {
                return words;
            }
            for (segment::SegmentSet::Word& word :
                 state_->segments.words_containing(piece, kContaining)) {
                words.push_back(std::move(word.word));
            }
            return words;
        });
    }

    [[nodiscard]] searcher::ArchiveCounts counts() const {
        return {
            [this](const std::string& term) { return state_->matcher.articles_with(term); },
            [this](std::string_view bigram) { return state_->segments.bigram_articles(bigram); },
            state_->matcher.articles(),
        };
    }

    searcher::PhraseCheck phrase_check(const Plan& plan) {
        return [this, &plan](std::size_t phrase, bool in_title, catalog::Row row) {
            if (!texts_.load(row)) {
                return false;
            }
            std::string_view text = texts_.normal().text();
            if (in_title) {
                text = text.substr(0, texts_.title_end());
            }
            return searcher::PhraseMatcher(plan.phrases[phrase], analyzer_).stands_in(text);
        };
    }

    /// All words first; when that fills less than a page, most of them, and says so.
    searcher::Matches match(
        const Plan& plan, const SearchRequest& request, SearchResponse& response
    ) {
        const std::uint32_t page = request.first + request.limit;
        searcher::MatchRequest wanted{
            .strictness = searcher::Strictness::AllWords,
            .most = std::max(page, kRanked),
            .sort_by = request.sort_by,
            .exact_count = request.exact_count,
        };
        const searcher::PhraseCheck check = phrase_check(plan);
        searcher::Matches matches = state_->matcher.match(plan, wanted, check);
        const bool relaxable = plan.root.kind == searcher::PlanNode::Kind::And && plan.root.bare;
        if (!relaxable || request.sort_by != SortBy::Relevance
            || matches.candidates.size() >= page) {
            return matches;
        }
        wanted.strictness = searcher::Strictness::MostWords;
        searcher::Matches relaxed = state_->matcher.match(plan, wanted, check);
        if (relaxed.candidates.size() <= matches.candidates.size()) {
            return matches;
        }
        response.relaxed = true;
        const std::size_t all = matches.candidates.size();
        const std::string found = all == 0 ? "no article has all of the words"
                                  : all == 1
                                      ? "one article has all of the words"
                                      : std::to_string(all) + " articles have all of the words";
        response.notices.push_back({{}, found + "; those with most of them are shown too"});
        return relaxed;
    }

    /// The second step, from the stored texts.
    void rank(searcher::QueryUnits& units, std::vector<Candidate>& candidates) {
        const std::size_t depth = std::min<std::size_t>(kRanked, candidates.size());
        searcher::ScannedText scanned;
        for (std::size_t i = 0; i < depth; ++i) {
            Candidate& candidate = candidates[i];
            if (!texts_.load(candidate.row)) {
                continue;
            }
            units.scan(texts_.normal().text(), scanned);
            candidate.weight = searcher::rescore(
                units,
                scanned,
                {candidate.weight, candidate.relative_length, texts_.title_end()},
                weights_
            );
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

    void present(
        const Plan& plan,
        searcher::QueryUnits& units,
        const std::vector<Candidate>& candidates,
        const SearchRequest& request,
        SearchResponse& response
    ) {
        searcher::ScannedText scanned;
        const std::size_t end =
            std::min<std::size_t>(candidates.size(), std::size_t{request.first} + request.limit);
        for (std::size_t i = request.first; i < end; ++i) {
            const Candidate& candidate = candidates[i];
            std::optional<Article> headline = catalog_.headline(candidate.row);
            if (!headline) {
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
            if (request.snippet_cells > 0 && texts_.load(candidate.row)) {
                units.scan(texts_.normal().text(), scanned);
                const searcher::ShownText shown{
                    texts_.original(), texts_.normal(), scanned, texts_.title_bytes()};
                hit.title = searcher::marked_title(plan, shown);
                hit.snippet = searcher::snippet(plan, units, shown, request.snippet_cells);
            }
            response.hits.push_back(std::move(hit));
        }
    }

    std::filesystem::path archive_;
    catalog::Catalog catalog_;
    std::shared_ptr<const text::Dictionary> dictionary_;
    text::Analyzer analyzer_;
    searcher::StoredTexts texts_;
    searcher::RankWeights weights_;
    std::unique_ptr<OpenState> state_;
};

Searcher::Searcher(const std::filesystem::path& archive, const SearcherOptions& options)
    : impl_(std::make_unique<Impl>(archive, options)) {}

Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

SearchResponse Searcher::search(const SearchRequest& request) {
    return impl_->search(request);
}

Explanation Searcher::explain(std::string_view query) {
    return impl_->explain(query);
}

std::optional<Article> Searcher::article(std::string_view id) {
    return impl_->article(id);
}

bool Searcher::refresh() {
    return impl_->refresh();
}
}  // namespace gisa
