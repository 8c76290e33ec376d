// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/every_match.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "common/segment/document_table.h"

namespace gisa::searcher {
namespace {
using Xapian::Query;

/// Postings that are read in the time of one skip.
constexpr std::uint64_t kSkip = 16;

/// Finds in one segment what a query finds.
class SegmentMatch {
  public:
    explicit SegmentMatch(const Xapian::Database& segment)
        : segment_(segment),
          last_(segment.get_lastdocid()) {}

    [[nodiscard]] DocumentSet find(const Query& query) const { return find(query, nullptr); }

  private:
    [[nodiscard]] DocumentSet find(const Query& query, const DocumentSet* among) const {
        DocumentSet found(last_);
        add(query, among, found);
        return found;
    }

    /// What the query finds; of documents that `among` lacks any or none, for nobody cares.
    void add(const Query& query, const DocumentSet* among, DocumentSet& found) const {
        switch (query.get_type()) {
            case Query::LEAF_MATCH_NOTHING:
                return;
            case Query::LEAF_MATCH_ALL:
                return add_term("", among, found);
            case Query::LEAF_TERM:
                return add_term(*query.get_terms_begin(), among, found);
            case Query::OP_SCALE_WEIGHT:
            case Query::OP_AND_MAYBE:
                return add(query.get_subquery(0), among, found);
            case Query::OP_OR:
            case Query::OP_SYNONYM:
                for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
                    add(query.get_subquery(i), among, found);
                }
                return;
            case Query::OP_AND:
                return found.unite(all_of(query, among));
            case Query::OP_AND_NOT: {
                DocumentSet wanted = find(query.get_subquery(0), among);
                for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
                    wanted.subtract(find(query.get_subquery(i), &wanted));
                }
                return found.unite(wanted);
            }
            case Query::OP_FILTER:
                // A source of stored texts is asked last, one document after the other.
                return query.get_subquery(1).get_type() == Query::LEAF_POSTING_SOURCE
                           ? add_by_xapian(query, found)
                           : found.unite(all_of(query, among));
            default:
                return add_by_xapian(query, found);
        }
    }

    void add_term(const std::string& term, const DocumentSet* among, DocumentSet& found) const {
        auto at = segment_.postlist_begin(term);
        const auto end = segment_.postlist_end(term);
        if (among == nullptr || among->size() * kSkip > segment_.get_termfreq(term)) {
            for (; at != end; ++at) {
                found.add(*at);
            }
            return;
        }
        among->each([&](Xapian::docid document) {
            if (at != end) {
                at.skip_to(document);
            }
            if (at != end && *at == document) {
                found.add(document);
            }
        });
    }

    /// The rarest first; the others are asked only of what is left.
    [[nodiscard]] DocumentSet all_of(const Query& query, const DocumentSet* among) const {
        std::vector<std::pair<std::uint64_t, std::size_t>> order;
        for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
            order.emplace_back(at_most(query.get_subquery(i)), i);
        }
        std::sort(order.begin(), order.end());
        DocumentSet found = find(query.get_subquery(order.front().second), among);
        for (std::size_t i = 1; i < order.size(); ++i) {
            found.intersect(find(query.get_subquery(order[i].second), &found));
        }
        return found;
    }

    /// How many documents it may find.
    [[nodiscard]] std::uint64_t at_most(const Query& query) const {
        switch (query.get_type()) {
            case Query::LEAF_MATCH_NOTHING:
                return 0;
            case Query::LEAF_TERM:
                return segment_.get_termfreq(*query.get_terms_begin());
            case Query::OP_SCALE_WEIGHT:
            case Query::OP_AND_MAYBE:
            case Query::OP_AND_NOT:
                return at_most(query.get_subquery(0));
            case Query::OP_AND:
            case Query::OP_FILTER: {
                std::uint64_t least = segment_.get_doccount();
                for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
                    least = std::min(least, at_most(query.get_subquery(i)));
                }
                return least;
            }
            case Query::OP_OR:
            case Query::OP_SYNONYM: {
                std::uint64_t sum = 0;
                for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
                    sum += at_most(query.get_subquery(i));
                }
                return sum;
            }
            default:
                return segment_.get_doccount();
        }
    }

    void add_by_xapian(const Query& query, DocumentSet& found) const {
        Xapian::Enquire enquire(segment_);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_query(query);
        const Xapian::MSet all = enquire.get_mset(0, segment_.get_doccount());
        for (auto hit = all.begin(); hit != all.end(); ++hit) {
            found.add(*hit);
        }
    }

    const Xapian::Database& segment_;
    Xapian::docid last_;
};
}  // namespace

std::vector<DocumentSet> EveryMatch::find(const Query& query) {
    std::vector<DocumentSet> found;
    for (std::size_t i = 0; i < segments_.segments().size(); ++i) {
        found.push_back(SegmentMatch(segments_.segments()[i]).find(query));
        found.back().subtract(hidden()[i]);
    }
    return found;
}

const std::vector<DocumentSet>& EveryMatch::hidden() {
    if (hidden_.empty()) {
        for (std::size_t i = 0; i < segments_.segments().size(); ++i) {
            const segment::DocumentTable& table = segments_.documents(i);
            DocumentSet& documents = hidden_.emplace_back(table.documents());
            for (const catalog::Row row : hidden_rows_) {
                if (const Xapian::docid document = table.find(row); document != 0) {
                    documents.add(document);
                }
            }
        }
    }
    return hidden_;
}
}  // namespace gisa::searcher
