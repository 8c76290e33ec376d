// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/promise.h"

#include <algorithm>

namespace gisa::searcher {
namespace {
/// What the shares that only the text shows add to the factor of score(), about, for articles that
/// turn out to be good ones. From 1 to 4 an order by promises finds the same.
constexpr double kOfText = 2;

/// As far as the index tells them: words of the title count once, with the form that is counted.
void add_title(const QueryUnits& query, const TitleOutline& title, Features& features) {
    double covered = 0;
    double weight = 0;
    const std::size_t known = std::min(query.units().size(), kMostTitleWords);
    for (std::size_t unit = 0; unit < known; ++unit) {
        if ((title.words >> unit & 1U) != 0) {
            covered += static_cast<double>(query.units()[unit].form.size());
            weight += query.units()[unit].weight;
        }
    }
    if (title.letter_bytes > 0 && query.total_weight() > 0) {
        const auto letters = static_cast<double>(title.letter_bytes);
        features.title_coverage = std::min(1.0, covered / letters);
        features.title_match = features.title_coverage * weight / query.total_weight();
    }
}
}  // namespace

double promise(
    const QueryUnits& query,
    const TitleOutline& title,
    double first_score,
    const RankWeights& weights
) {
    Features features;
    features.first = first_score;
    add_title(query, title, features);
    return score(features, weights) + kOfText * first_score;
}
}  // namespace gisa::searcher
