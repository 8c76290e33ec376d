// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/candidates.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "common/schema/terms.h"
#include "searcher/match/value_stream.h"

namespace gisa::searcher {
namespace {
/// Reads of candidates of one segment, ascending.
class SegmentReader {
  public:
    SegmentReader(
        const Xapian::Database& segment, double average_length, const CandidateFields& fields
    )
        : segment_(segment),
          average_length_(average_length),
          lengths_(fields.lengths),
          rows_(stream(fields.rows, schema::kRowSlot)),
          sketches_(stream(fields.sketches, schema::kStorySlot)),
          dates_(stream(fields.dates, schema::kPublishedSlot)) {}

    void read(Candidate& candidate) {
        if (lengths_) {
            candidate.relative_length = segment_.get_doclength(candidate.number) / average_length_;
        }
        if (rows_) {
            candidate.row = schema::row_of(rows_->at(candidate.number).value_or(""));
        }
        if (sketches_) {
            candidate.sketch = sketches_->at(candidate.number).value_or("");
        }
        if (dates_) {
            if (const auto value = dates_->at(candidate.number)) {
                candidate.published = schema::published_of(*value);
            }
        }
    }

  private:
    [[nodiscard]] std::optional<ValueStream> stream(bool wanted, Xapian::valueno slot) const {
        return wanted ? std::optional<ValueStream>(std::in_place, segment_, slot) : std::nullopt;
    }

    const Xapian::Database& segment_;
    double average_length_;
    bool lengths_;
    std::optional<ValueStream> rows_;
    std::optional<ValueStream> sketches_;
    std::optional<ValueStream> dates_;
};
}  // namespace

void read_fields(
    const segment::SegmentSet& segments,
    const CandidateFields& fields,
    std::vector<Candidate>& candidates
) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&candidates](std::size_t a, std::size_t b) {
        return std::tie(candidates[a].segment, candidates[a].number)
               < std::tie(candidates[b].segment, candidates[b].number);
    });
    const double average_length = std::max(1.0, segments.postings().get_average_length());
    std::optional<SegmentReader> reader;
    const Candidate* before = nullptr;
    for (const std::size_t i : order) {
        Candidate& candidate = candidates[i];
        if (before == nullptr || before->segment != candidate.segment) {
            reader.emplace(segments.segments()[candidate.segment], average_length, fields);
        }
        reader->read(candidate);
        before = &candidate;
    }
}
}  // namespace gisa::searcher
