// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/candidates.h"

#include <algorithm>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "common/schema/terms.h"

namespace gisa::searcher {
namespace {
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

void read_rows(const segment::SegmentSet& segments, std::vector<Candidate>& candidates) {
    for (Candidate& candidate : candidates) {
        candidate.row = segments.documents(candidate.segment).row(candidate.number);
    }
}

void read_records(const segment::SegmentSet& segments, std::vector<Candidate>& candidates) {
    const double average = std::max(1.0, segments.postings().get_average_length());
    for (Candidate& candidate : candidates) {
        const segment::DocumentTable& documents = segments.documents(candidate.segment);
        candidate.row = documents.row(candidate.number);
        candidate.relative_length = documents.length(candidate.number) / average;
        candidate.sketch = documents.story(candidate.number);
        candidate.published = documents.published(candidate.number);
        candidate.title.letter_bytes = documents.title_letters(candidate.number);
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
        begin = end;
    }
}
}  // namespace gisa::searcher
