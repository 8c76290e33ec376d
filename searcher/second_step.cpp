// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/second_step.h"

#include <algorithm>
#include <string>

#include "searcher/rank/freshness.h"

namespace gisa::searcher {
SecondStep::SecondStep(OpenArchive& archive, const Plan& plan, std::chrono::sys_seconds now)
    : archive_(archive),
      plan_(plan),
      now_(now),
      units_(plan, archive.counts(), archive.analyzer()) {}

void SecondStep::rank(std::vector<Candidate>& candidates, std::size_t most) {
    const std::size_t depth = std::min(most, candidates.size());
    for (std::size_t i = 0; i < depth; ++i) {
        if (const auto features = this->features(candidates[i])) {
            candidates[i].weight = score(*features, weights_) * freshness(candidates[i]);
        }
    }
    const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(depth);
    std::stable_sort(candidates.begin(), end, [](const Candidate& a, const Candidate& b) {
        return a.weight > b.weight;
    });
    const double floor = depth == 0 ? 0 : (end - 1)->weight;
    for (auto candidate = end; candidate != candidates.end(); ++candidate) {
        candidate->weight = std::min(candidate->weight, floor);
    }
}

std::optional<Features> SecondStep::features(const Candidate& candidate) {
    StoredTexts& texts = archive_.texts();
    if (!texts.load(candidate.row)) {
        return std::nullopt;
    }
    const std::string& normal = texts.normal().text();
    units_.scan(normal, scanned_);
    return features_of(
        units_,
        scanned_,
        {.normal = normal,
         .title_end = texts.title_end(),
         .first_score = candidate.weight,
         .relative_length = candidate.relative_length}
    );
}

double SecondStep::freshness(const Candidate& candidate) const {
    return plan_.half_life ? searcher::freshness(candidate.published, now_, *plan_.half_life) : 1;
}
}  // namespace gisa::searcher
