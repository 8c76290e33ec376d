// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/matcher.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/schema/terms.h"
#include "common/segment/xapian_guard.h"
#include "searcher/match/date_order.h"
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

/// Stored texts that a search reads at most, about half a second's worth.
constexpr Xapian::doccount kMostRead = 20'000;

using Rows = std::unordered_set<catalog::Row>;

/// Leaves out rows that were replaced or removed since their segment was built.
class VisibleOnly : public Xapian::MatchDecider {
  public:
    explicit VisibleOnly(const Rows& hidden) : hidden_(hidden) {}

    bool operator()(const Xapian::Document& document) const override {
        return !hidden_.contains(schema::row_of(document.get_value(schema::kRowSlot)));
    }

  private:
    const Rows& hidden_;
};

/// Leaves out, too, the articles that are not behind one in the order of dates.
class BehindOnly : public Xapian::MatchDecider {
  public:
    BehindOnly(const Rows& hidden, const MatchRequest& request)
        : visible_(hidden),
          last_(request.from.date_key),
          descends_(request.sort_by == SortBy::Newest) {}

    bool operator()(const Xapian::Document& document) const override {
        const std::string key = order_(document);
        return (descends_ ? key < last_ : key > last_) && visible_(document);
    }

  private:
    VisibleOnly visible_;
    DateOrder order_;
    const std::string& last_;
    bool descends_;
};

/// What the matches must be beside what the query says; null when nothing.
std::unique_ptr<Xapian::MatchDecider> decider(const Rows& hidden, const MatchRequest& request) {
    if (!request.from.date_key.empty()) {
        return std::make_unique<BehindOnly>(hidden, request);
    }
    return hidden.empty() ? nullptr : std::make_unique<VisibleOnly>(hidden);
}

/// The count when only the best `looked_at` articles with the words were read.
HitCount checked_total(std::uint64_t held, std::uint64_t looked_at, std::uint64_t upper) {
    const std::uint64_t unread = upper > looked_at ? upper - looked_at : 0;
    const std::uint64_t likely = looked_at == 0 ? 0 : unread * held / looked_at;
    return {held, held + likely, held + unread};
}

/// Takes candidates out of Xapian's hands.
class Collector {
  public:
    Collector(
        const Xapian::Database& postings,
        const Xapian::Enquire& enquire,
        const Rows& hidden,
        const MatchRequest& request
    )
        : postings_(postings),
          enquire_(enquire),
          request_(request),
          decider_(decider(hidden, request)),
          unseen_(request.from.date_key.empty() ? 0 : request.from.hits),
          average_length_(std::max(1.0, postings.get_average_length())) {}

    /// The best articles as they come.
    [[nodiscard]] Matches all() const {
        const Xapian::MSet found = matches_from(request_.from.passed, request_.most);
        Matches matches;
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            matches.candidates.push_back(candidate(hit));
        }
        set_end(matches, found, found.size(), request_.from.passed + found.size());
        matches.more = matches.more && found.size() == request_.most;
        matches.total = {
            unseen_ + found.get_matches_lower_bound(),
            unseen_ + found.get_matches_estimated(),
            unseen_ + found.get_matches_upper_bound(),
        };
        return matches;
    }

    /// The best articles that `keep` says yes to, read in growing portions until there are enough.
    [[nodiscard]] Matches kept(const std::function<bool(catalog::Row)>& keep) const {
        Matches matches;
        std::uint64_t passed = request_.from.passed;
        for (Xapian::doccount portion = request_.most;; portion *= 2) {
            const Xapian::MSet found = matches_from(passed, portion);
            Xapian::doccount read = 0;
            for (; read < found.size() && matches.candidates.size() < request_.most; ++read) {
                const Candidate one = candidate(found[read]);
                if (keep(one.row)) {
                    matches.candidates.push_back(one);
                }
            }
            passed += read;
            const std::uint64_t looked_at = passed - request_.from.passed;
            const bool enough = matches.candidates.size() >= request_.most;
            const bool bounded = !enough && looked_at >= kMostRead;
            if (enough || bounded || found.size() < portion) {
                set_end(matches, found, read, passed);
                matches.more = matches.more && (enough || bounded);
                const std::uint64_t upper = unseen_ + found.get_matches_upper_bound();
                matches.total = checked_total(matches.end.hits, unseen_ + passed, upper);
                matches.read_only = bounded ? looked_at : 0;
                return matches;
            }
        }
    }

  private:
    [[nodiscard]] Xapian::MSet matches_from(std::uint64_t first, Xapian::doccount most) const {
        // When most of the words will do, nobody asks how many articles have some of them.
        const bool estimated = request_.strictness == Strictness::MostWords;
        const Xapian::doccount counted = request_.exact_count ? postings_.get_doccount()
                                         : estimated          ? request_.most
                                                              : std::max(kCounted, request_.most);
        return enquire_.get_mset(
            static_cast<Xapian::doccount>(first), most, counted, nullptr, decider_.get()
        );
    }

    /// The place behind the first `read` of those found, the last of which Xapian has at `passed`.
    void set_end(
        Matches& matches, const Xapian::MSet& found, Xapian::doccount read, std::uint64_t passed
    ) const {
        matches.more = passed < found.get_matches_upper_bound();
        matches.end = request_.from;
        matches.end.hits += matches.candidates.size();
        if (request_.sort_by == SortBy::Relevance) {
            matches.end.passed = passed;
        } else if (read > 0) {
            matches.end.date_key = found[read - 1].get_sort_key();
        }
    }

    [[nodiscard]] Candidate candidate(const Xapian::MSetIterator& hit) const {
        return {
            schema::row_of(hit.get_document().get_value(schema::kRowSlot)),
            hit.get_weight(),
            postings_.get_doclength(*hit) / average_length_,
            request_.sort_by == SortBy::Relevance ? std::string() : hit.get_sort_key(),
        };
    }

    const Xapian::Database& postings_;
    const Xapian::Enquire& enquire_;
    const MatchRequest& request_;
    std::unique_ptr<Xapian::MatchDecider> decider_;
    std::uint64_t unseen_;  ///< hits that the decider hides from Xapian's counts
    double average_length_;
};
}  // namespace

Matcher::Matcher(const segment::SegmentSet& segments, const catalog::PublishedSet& published)
    : segments_(segments),
      published_(published),
      hidden_(published.hidden.begin(), published.hidden.end()),
      best_of_any_(std::make_unique<BestOfAny>(segments, Bm25{kBm25K1, kBm25B, kShortestLength})) {}

Matcher::~Matcher() = default;

Matches Matcher::match(const Plan& plan, const MatchRequest& request, const TextHolds& holds)
    const {
    if (published_.segments.empty()) {
        return {};
    }
    if (request.strictness == Strictness::MostWords && plan.relaxable()
        && request.sort_by == SortBy::Relevance) {
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
    // Stored texts are read from the best article down, until enough of them pass; only an exact
    // count has to read them all.
    const std::vector<const PlanNode*> checks =
        request.exact_count ? std::vector<const PlanNode*>{} : required_checks(plan);
    const auto required = checks.empty() ? RequiredChecks::Verified : RequiredChecks::Left;
    const auto passes = [&](catalog::Row row) {
        return std::all_of(checks.begin(), checks.end(), [&](const PlanNode* check) {
            return holds(check->index, row);
        });
    };
    return segment::guarded("searching", [&] {
        Xapian::Enquire enquire(segments_.postings());
        enquire.set_query(compile(plan, request.strictness, published_, holds, required));
        DateOrder by_date;
        if (request.sort_by == SortBy::Relevance) {
            const Xapian::BM25Weight bm25(kBm25K1, 0, 1, kBm25B, kShortestLength);
            enquire.set_weighting_scheme(bm25);
            // Equal scores keep the order of the articles in the archive, so that paging is stable.
            enquire.set_docid_order(Xapian::Enquire::ASCENDING);
        } else {
            enquire.set_weighting_scheme(Xapian::BoolWeight());
            enquire.set_sort_by_key(&by_date, request.sort_by == SortBy::Newest);
        }
        const Collector collector(segments_.postings(), enquire, hidden_, request);
        return checks.empty() ? collector.all() : collector.kept(passes);
    });
}

Matches Matcher::best_of_any(const std::vector<LooseTerm>& terms, const MatchRequest& request)
    const {
    return segment::guarded("searching", [&] {
        const auto row = [this](const BestOfAny::Document& one) {
            const Xapian::Database& segment = segments_.segments()[one.segment];
            return schema::row_of(segment.get_document(one.number).get_value(schema::kRowSlot));
        };
        const std::uint64_t passed = request.from.passed;
        const std::size_t most = request.most == 0 ? 0 : passed + request.most;
        const BestOfAny::Found found =
            best_of_any_->find(terms, most, [&](const BestOfAny::Document& one) {
                return hidden_.empty() || !hidden_.contains(row(one));
            });
        Matches matches;
        for (std::size_t i = passed; i < found.best.size(); ++i) {
            const BestOfAny::Document& one = found.best[i];
            matches.candidates.push_back({row(one), one.weight, one.relative_length, {}});
        }
        matches.end.passed = std::max<std::uint64_t>(passed, found.best.size());
        matches.end.hits = request.from.hits + matches.candidates.size();
        matches.more = found.best.size() == most;
        const std::uint64_t hidden = hidden_.size();
        matches.total = {
            std::max<std::uint64_t>(
                found.best.size(), found.at_least > hidden ? found.at_least - hidden : 0
            ),
            std::max<std::uint64_t>(found.best.size(), found.estimate),
            found.at_most,
        };
        return matches;
    });
}

DocumentSet Matcher::every_match(const Plan& plan, const TextHolds& holds) const {
    DocumentSet documents;
    if (published_.segments.empty()) {
        return documents;
    }
    segment::guarded("counting", [&] {
        Xapian::Enquire enquire(segments_.postings());
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_query(compile(plan, Strictness::AllWords, published_, holds));
        const VisibleOnly visible(hidden_);
        // A MatchSpy would be told the numbers that documents have in their segments.
        const Xapian::MSet found = enquire.get_mset(
            0, segments_.postings().get_doccount(), 0, nullptr, hidden_.empty() ? nullptr : &visible
        );
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            documents.add(*hit);
        }
    });
    return documents;
}

std::vector<Matcher::ValueCount> Matcher::count_values(
    const std::string& prefix, const DocumentSet& documents
) const {
    std::vector<ValueCount> counts;
    segment::guarded("counting", [&] {
        const Xapian::Database& postings = segments_.postings();
        for (auto term = postings.allterms_begin(prefix); term != postings.allterms_end(prefix);
             ++term) {
            ValueCount count{(*term).substr(prefix.size()), 0, 0};
            Xapian::docid example = 0;
            for (auto post = postings.postlist_begin(*term); post != postings.postlist_end(*term);
                 ++post) {
                if (documents.contains(*post)) {
                    example = *post;
                    ++count.articles;
                }
            }
            if (count.articles > 0) {
                count.example =
                    schema::row_of(postings.get_document(example).get_value(schema::kRowSlot));
                counts.push_back(std::move(count));
            }
        }
    });
    return counts;
}

std::string Matcher::describe(const Plan& plan, const TextHolds& holds) const {
    return segment::guarded("describing the query", [&] {
        return compile(plan, Strictness::AllWords, published_, holds).get_description();
    });
}

std::uint64_t Matcher::articles_with(const std::string& term) const {
    return segments_.articles_with(term);
}

WordsBeginning Matcher::words_beginning(const std::string& prefix, std::size_t limit) const {
    constexpr std::size_t kMostLookedAt = 50'000;
    if (published_.segments.empty()) {
        return {};
    }
    std::vector<std::pair<std::uint64_t, std::string>> found;
    bool all = true;
    segments_.walk_terms(prefix, [&](const std::string& term, std::uint64_t articles) {
        all = found.size() < kMostLookedAt;
        if (all) {
            found.emplace_back(articles, term);
        }
        return all;
    });
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first > b.first;
    });
    WordsBeginning words{.words = {}, .all = all && found.size() <= limit};
    for (std::size_t i = 0; i < found.size() && i < limit; ++i) {
        words.words.push_back(std::move(found[i].second));
    }
    return words;
}

std::uint64_t Matcher::articles() const {
    return published_.segments.empty()
               ? 0
               : segment::guarded("counting", [&] { return segments_.postings().get_doccount(); });
}
}  // namespace gisa::searcher
