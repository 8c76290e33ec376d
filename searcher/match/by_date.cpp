// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/by_date.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "searcher/match/published_dates.h"

namespace gisa::searcher {
namespace {
/// Sorted at first; doubled whenever more are wanted.
constexpr std::size_t kFirstPortion = 128;
}  // namespace

ByDate::ByDate(
    const segment::SegmentSet& segments,
    const std::vector<DocumentSet>& documents,
    bool newest_first
)
    : segments_(segments),
      newest_first_(newest_first) {
    using Limits = std::numeric_limits<std::int64_t>;
    const std::int64_t undated = newest_first ? Limits::min() : Limits::max();
    std::size_t size = 0;
    for (const DocumentSet& one : documents) {
        size += one.size();
    }
    documents_.reserve(size);
    for (std::uint32_t i = 0; i < documents.size(); ++i) {
        each_date(segments.documents(i), documents[i], [&](auto number, auto published) {
            documents_.push_back(
                {published ? published->time_since_epoch().count() : undated, i, number}
            );
        });
    }
}

std::size_t ByDate::rank_behind(const Place& place) {
    const auto is_behind = [&](const Document& one) {
        if (one.instant != place.instant) {
            return (one.instant < place.instant) == newest_first_;
        }
        const catalog::Row row = segments_.documents(one.segment).row(one.number);
        return row != place.row && (row < place.row) == newest_first_;
    };
    const auto behind = std::partition(
        documents_.begin(), documents_.end(), [&](const Document& one) { return !is_behind(one); }
    );
    sorted_ = static_cast<std::size_t>(behind - documents_.begin());
    return sorted_;
}

const ByDate::Document& ByDate::at(std::size_t rank) {
    const auto key = [](const Document& one) {
        return std::tie(one.instant, one.segment, one.number);
    };
    const auto before = [&](const Document& a, const Document& b) {
        return newest_first_ ? key(a) > key(b) : key(a) < key(b);
    };
    while (rank >= sorted_) {
        const auto begin = documents_.begin() + static_cast<std::ptrdiff_t>(sorted_);
        portion_ = std::max(kFirstPortion, 2 * portion_);
        sorted_ = std::min(documents_.size(), sorted_ + portion_);
        const auto end = documents_.begin() + static_cast<std::ptrdiff_t>(sorted_);
        std::nth_element(begin, end, documents_.end(), before);
        std::sort(begin, end, before);
    }
    return documents_[rank];
}
}  // namespace gisa::searcher
