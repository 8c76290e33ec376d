// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/matcher.h"

#include <algorithm>

#include <xapian.h>

#include "common/schema/terms.h"
#include "common/segment/xapian_guard.h"
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

/// Leaves out rows that were replaced or removed since their segment was built.
class VisibleOnly : public Xapian::MatchDecider {
  public:
    explicit VisibleOnly(const std::unordered_set<catalog::Row>& hidden) : hidden_(hidden) {}

    bool operator()(const Xapian::Document& document) const override {
        return !hidden_.contains(schema::row_of(document.get_value(schema::kRowSlot)));
    }

  private:
    const std::unordered_set<catalog::Row>& hidden_;
};

void set_order(Xapian::Enquire& enquire, SortBy sort_by) {
    // Equal scores keep the order of the articles in the archive, so that paging is stable.
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    if (sort_by == SortBy::Relevance) {
        enquire.set_sort_by_relevance();
    } else {
        enquire.set_sort_by_value_then_relevance(schema::kPublishedSlot, sort_by == SortBy::Newest);
    }
}
}  // namespace

Matcher::Matcher(const segment::SegmentSet& segments, const catalog::PublishedSet& published)
    : segments_(segments),
      published_(published),
      hidden_(published.hidden.begin(), published.hidden.end()) {}

Matcher::~Matcher() = default;

Matches Matcher::match(const Plan& plan, const MatchRequest& request, const PhraseCheck& check)
    const {
    if (published_.segments.empty()) {
        return {};
    }
    return segment::guarded("searching", [&] {
        const Xapian::Database& postings = segments_.postings();
        Xapian::Enquire enquire(postings);
        enquire.set_weighting_scheme(Xapian::BM25Weight(kBm25K1, 0, 1, kBm25B, kShortestLength));
        enquire.set_query(compile(plan, request.strictness, published_, check));
        set_order(enquire, request.sort_by);
        const Xapian::doccount counted =
            request.exact_count ? postings.get_doccount() : std::max(kCounted, request.most);
        const VisibleOnly visible(hidden_);
        const Xapian::MSet found = enquire.get_mset(
            0, request.most, counted, nullptr, hidden_.empty() ? nullptr : &visible
        );

        Matches matches;
        matches.total = {
            found.get_matches_lower_bound(),
            found.get_matches_estimated(),
            found.get_matches_upper_bound(),
        };
        const double average = std::max(1.0, postings.get_average_length());
        matches.candidates.reserve(found.size());
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            const double length = postings.get_doclength(*hit);
            matches.candidates.push_back({
                schema::row_of(hit.get_document().get_value(schema::kRowSlot)),
                hit.get_weight(),
                length / average,
            });
        }
        return matches;
    });
}

std::string Matcher::describe(const Plan& plan, const PhraseCheck& check) const {
    return segment::guarded("describing the query", [&] {
        return compile(plan, Strictness::AllWords, published_, check).get_description();
    });
}

std::uint64_t Matcher::articles_with(const std::string& term) const {
    return published_.segments.empty() ? 0 : segment::guarded("counting", [&] {
        return segments_.postings().get_termfreq(term);
    });
}

std::uint64_t Matcher::articles() const {
    return published_.segments.empty()
               ? 0
               : segment::guarded("counting", [&] { return segments_.postings().get_doccount(); });
}
}  // namespace gisa::searcher
