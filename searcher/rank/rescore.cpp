// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/rescore.h"

#include <algorithm>

namespace gisa::searcher {
namespace {
// As in the first step (matcher.cpp).
constexpr double kK1 = 0.9;
constexpr double kB = 0.5;

double saturated(double idf, double count, double relative_length) {
    return idf * count * (kK1 + 1) / (count + kK1 * (1 - kB + kB * relative_length));
}

double total_idf(const QueryUnits& query) {
    double sum = 0;
    for (const QueryUnit& unit : query.units()) {
        sum += unit.idf;
    }
    return sum;
}

double bigram_score(const QueryUnits& query, const ScannedText& scanned, double relative_length) {
    double sum = 0;
    for (std::size_t i = 0; i < scanned.bigram_counts.size(); ++i) {
        sum += saturated(query.bigrams()[i].idf, scanned.bigram_counts[i], relative_length);
    }
    return sum;
}

double title_share(const QueryUnits& query, const ScannedText& scanned, std::size_t title_end) {
    std::vector<bool> seen(query.units().size(), false);
    double sum = 0;
    for (const UnitHit& hit : scanned.hits) {
        if (hit.end > title_end) {
            break;
        }
        if (!seen[hit.unit]) {
            seen[hit.unit] = true;
            sum += query.units()[hit.unit].idf;
        }
    }
    return sum;
}
}  // namespace

BestWindow best_window(
    const QueryUnits& query, const ScannedText& scanned, std::size_t bytes, std::size_t from
) {
    const double all = total_idf(query);
    BestWindow best;
    if (all <= 0) {
        return best;
    }
    std::vector<std::uint32_t> inside(query.units().size(), 0);
    double sum = 0;
    double most = 0;
    std::size_t first = 0;
    for (std::size_t last = 0; last < scanned.hits.size(); ++last) {
        const UnitHit& hit = scanned.hits[last];
        if (hit.begin < from) {
            first = last + 1;
            continue;
        }
        if (inside[hit.unit]++ == 0) {
            sum += query.units()[hit.unit].idf;
        }
        while (scanned.hits[first].begin + bytes < hit.end && first < last) {
            const UnitHit& gone = scanned.hits[first++];
            if (--inside[gone.unit] == 0) {
                sum -= query.units()[gone.unit].idf;
            }
        }
        if (sum > most + 1e-9) {
            most = sum;
            best.where = {scanned.hits[first].begin, hit.end};
        }
    }
    best.share = most / all;
    return best;
}

double rescore(
    const QueryUnits& query,
    const ScannedText& scanned,
    const RankedText& text,
    const RankWeights& weights
) {
    const double all = total_idf(query);
    if (all <= 0) {
        return text.first_score;
    }
    const double evidence =
        text.first_score + weights.bigrams * bigram_score(query, scanned, text.relative_length);
    double shares = weights.title * title_share(query, scanned, text.title_end) / all;
    for (const RankWeights::Window& window : weights.windows) {
        shares += window.weight * best_window(query, scanned, window.bytes).share;
    }
    return evidence * (1.0 + shares);
}
}  // namespace gisa::searcher
