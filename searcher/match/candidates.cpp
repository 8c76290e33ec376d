// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/candidates.h"

#include <algorithm>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "common/schema/terms.h"
#include "searcher/match/value_stream.h"

namespace gisa::searcher {
namespace {
/// Reads of candidates of one segment, ascending.
class SegmentReader {
  public:
    SegmentReader(const Xapian::Database& segment, const CandidateFields& fields)
        : segment_(segment),
          rows_(stream(fields.rows, schema::kRowSlot)),
          sketches_(stream(fields.sketches, schema::kStorySlot)),
          dates_(stream(fields.dates, schema::kPublishedSlot)) {}

    void read(Candidate& candidate) {
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
    std::optional<ValueStream> rows_;
    std::optional<ValueStream> sketches_;
    std::optional<ValueStream> dates_;
};

/// The first `count` candidates as they lie in the segments.
std::vector<Candidate*> in_order(std::vector<Candidate>& candidates, std::size_t count) {
    std::vector<Candidate*> order(count);
    std::transform(
        candidates.begin(),
        candidates.begin() + static_cast<std::ptrdiff_t>(count),
        order.begin(),
        [](Candidate& one) { return &one; }
    );
    std::sort(order.begin(), order.end(), [](const Candidate* a, const Candidate* b) {
        return std::tie(a->segment, a->number) < std::tie(b->segment, b->number);
    });
    return order;
}

/// Sets a bit of those candidates of one segment, ascending, that have the term.
void find_title_word(
    const Xapian::Database& segment,
    const std::string& term,
    std::uint64_t bit,
    std::span<Candidate* const> candidates
) {
    auto with = segment.postlist_begin(term);
    const auto end = segment.postlist_end(term);
    for (Candidate* candidate : candidates) {
        if (with != end) {
            with.skip_to(candidate->number);
        }
        if (with == end) {
            return;
        }
        candidate->title.words |= *with == candidate->number ? bit : 0;
    }
}
}  // namespace

void read_fields(
    const segment::SegmentSet& segments,
    const CandidateFields& fields,
    std::vector<Candidate>& candidates
) {
    std::optional<SegmentReader> reader;
    const Candidate* before = nullptr;
    for (Candidate* candidate : in_order(candidates, candidates.size())) {
        if (before == nullptr || before->segment != candidate->segment) {
            reader.emplace(segments.segments()[candidate->segment], fields);
        }
        reader->read(*candidate);
        before = candidate;
    }
}

void look_at_lengths(
    const segment::SegmentSet& segments, std::vector<Candidate>& candidates, std::size_t count
) {
    const double average = std::max(1.0, segments.postings().get_average_length());
    for (Candidate* candidate : in_order(candidates, count)) {
        if (candidate->relative_length == 0) {
            const Xapian::Database& segment = segments.segments()[candidate->segment];
            candidate->relative_length = segment.get_doclength(candidate->number) / average;
        }
    }
}

void look_at_titles(
    const segment::SegmentSet& segments,
    const std::vector<std::string>& words,
    std::vector<Candidate>& candidates,
    std::size_t count
) {
    const std::vector<Candidate*> order = in_order(candidates, count);
    std::vector<std::string> terms(std::min(words.size(), kMostTitleWords));
    std::transform(
        words.begin(),
        words.begin() + static_cast<std::ptrdiff_t>(terms.size()),
        terms.begin(),
        schema::title_term
    );
    for (auto begin = order.begin(); begin != order.end();) {
        const std::size_t number = (*begin)->segment;
        const auto end = std::find_if(begin, order.end(), [number](const Candidate* one) {
            return one->segment != number;
        });
        const Xapian::Database& segment = segments.segments()[number];
        for (std::size_t i = 0; i < terms.size(); ++i) {
            find_title_word(segment, terms[i], std::uint64_t{1} << i, {begin, end});
        }
        ValueStream letters(segment, schema::kTitleSlot);
        std::for_each(begin, end, [&letters](Candidate* one) {
            if (one->title.words != 0) {
                one->title.letter_bytes =
                    schema::title_letters_of(letters.at(one->number).value_or(""));
            }
        });
        begin = end;
    }
}
}  // namespace gisa::searcher
