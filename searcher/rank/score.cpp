// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/score.h"

namespace gisa::searcher {
std::array<Contribution, kShares> contributions(
    const Features& features, const RankWeights& weights
) {
    static_assert(kWindowBytes.size() == 2);
    return {{
        {"title coverage", features.title_coverage, weights.title_coverage},
        {"title match", features.title_match, weights.title_match},
        {"lead", features.lead, weights.lead},
        {"early", features.early, weights.early},
        {"pairs", features.pairs, weights.pairs},
        {"within a clause", features.windows[0], weights.windows[0]},
        {"within a paragraph", features.windows[1], weights.windows[1]},
        {"passages", features.passages, weights.passages},
        {"brevity", features.brevity, weights.brevity},
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
