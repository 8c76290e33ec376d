// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/score.h"

#include "common/messages/tr.h"

namespace gisa::searcher {
std::array<Contribution, kShares> contributions(
    const Features& features, const RankWeights& weights
) {
    static_assert(kWindowBytes.size() == 2);
    return {{
        {tr_later("title coverage"), features.title_coverage, weights.title_coverage},
        {tr_later("title match"), features.title_match, weights.title_match},
        {tr_later("lead"), features.lead, weights.lead},
        {tr_later("early"), features.early, weights.early},
        {tr_later("pairs"), features.pairs, weights.pairs},
        {tr_later("within a clause"), features.windows[0], weights.windows[0]},
        {tr_later("within a paragraph"), features.windows[1], weights.windows[1]},
        {tr_later("passages"), features.passages, weights.passages},
        {tr_later("brevity"), features.brevity, weights.brevity},
    }};
}

double score(const Features& features, const RankWeights& weights) {
    double factor = 1;
    for (const Contribution& one : contributions(features, weights)) {
        factor += one.share * one.weight;
    }
    return (features.first + weights.bigrams * features.bigrams) * factor;
}
}  // namespace gisa::searcher
