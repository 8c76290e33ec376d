// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/candidates.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "common/schema/terms.h"
#include "searcher/match/value_stream.h"

namespace gisa::searcher {
namespace {
/// Reads candidates of one segment, ascending.
class SegmentReader {
  public:
    SegmentReader(
        const Xapian::Database& segment, double average_length, const CandidateFields& fields
    )
        : segment_(segment),
          average_length_(average_length),
          fields_(fields),
          rows_(segment, schema::kRowSlot) {
        if (fields.sketches) {
            sketches_.emplace(segment, schema::kStorySlot);
        }
        if (fields.dates) {
            dates_.emplace(segment, schema::kPublishedSlot);
        }
    }

    [[nodiscard]] Candidate read(const FoundDocument& document) {
        Candidate made{
            .row = schema::row_of(rows_.at(document.number).value_or("")),
            .weight = document.weight,
            .relative_length = document.relative_length.value_or(1),
            .instant = document.instant};
        if (fields_.lengths) {
            made.relative_length = segment_.get_doclength(document.number) / average_length_;
        }
        if (sketches_) {
            made.sketch = sketches_->at(document.number).value_or("");
        }
        if (dates_) {
            if (const auto value = dates_->at(document.number)) {
                made.published = schema::published_of(*value);
            }
        }
        return made;
    }

  private:
    const Xapian::Database& segment_;
    double average_length_;
    const CandidateFields& fields_;
    ValueStream rows_;
    std::optional<ValueStream> sketches_;
    std::optional<ValueStream> dates_;
};
}  // namespace

std::vector<Candidate> candidates_of(
    const segment::SegmentSet& segments,
    const std::vector<FoundDocument>& documents,
    const CandidateFields& fields
) {
    std::vector<std::size_t> order(documents.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&documents](std::size_t a, std::size_t b) {
        return std::tie(documents[a].segment, documents[a].number)
               < std::tie(documents[b].segment, documents[b].number);
    });
    const double average_length = std::max(1.0, segments.postings().get_average_length());
    std::vector<Candidate> candidates(documents.size());
    std::optional<SegmentReader> reader;
    const FoundDocument* before = nullptr;
    for (const std::size_t i : order) {
        const FoundDocument& document = documents[i];
        if (before == nullptr || before->segment != document.segment) {
            reader.emplace(segments.segments()[document.segment], average_length, fields);
        }
        candidates[i] = reader->read(document);
        before = &document;
    }
    return candidates;
}
}  // namespace gisa::searcher
