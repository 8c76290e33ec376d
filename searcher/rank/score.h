// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <string_view>

#include "searcher/rank/features.h"

namespace gisa::searcher {
/// How much each feature counts. Learned by coordinate ascent over the open collections together
/// and checked across them: docs/decisions/0005.
struct RankWeights {
    double bigrams = 0.5;
    double title_coverage = 1.8;
    double title_match = 1.2;
    double lead = 0.8;
    double early = 0.5;
    double pairs = 0.5;
    std::array<double, kWindowBytes.size()> windows = {1.1, 1.2};
    double passages = 2.0;
    double brevity = 0.6;
};

/// The second step's score: evidence that the article is about the words, (first + bigrams), times
/// 1 + the weighted shares, which tell whether it is about all of them together.
/// Safe to call from several threads.
[[nodiscard]] double score(const Features& features, const RankWeights& weights);

/// A share's name and what it adds to the factor, for people who ask why.
struct Contribution {
    std::string_view name;
    double share = 0;
    double weight = 0;
};

inline constexpr std::size_t kShares = 7 + kWindowBytes.size();

/// The shares of the factor, in the order of RankWeights.
[[nodiscard]] std::array<Contribution, kShares> contributions(
    const Features& features, const RankWeights& weights
);
}  // namespace gisa::searcher
