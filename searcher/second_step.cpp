// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/second_step.h"

#include <algorithm>
#include <string>
#include <utility>

#include "searcher/rank/freshness.h"
#include "searcher/rank/promise.h"

namespace gisa::searcher {
SecondStep::SecondStep(OpenArchive& archive, const Plan& plan, std::chrono::sys_seconds now)
    : archive_(archive),
      plan_(plan),
      now_(now),
      units_(plan, archive.counts(), archive.analyzer()) {}

void SecondStep::rank(std::vector<Candidate>& candidates, std::size_t most) {
    const std::size_t depth = std::min(most, candidates.size());
    const std::size_t read = std::min(kRead, depth);
    if (read < depth) {
        order_by_promise(candidates, depth);
    }
    for (std::size_t i = 0; i < read; ++i) {
        if (const auto features = this->features(candidates[i])) {
            candidates[i].weight = score(*features, weights_) * freshness(candidates[i]);
        }
    }
    const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(read);
    std::stable_sort(candidates.begin(), end, [](const Candidate& a, const Candidate& b) {
        return a.weight > b.weight;
    });
    const double lowest = read == 0 ? 0 : (end - 1)->weight;
    double floor = lowest;
    for (std::size_t i = read; i < depth; ++i) {
        const double best = promises_[read];
        candidates[i].weight = floor = best > 0 ? lowest * (promises_[i] / best) : 0;
    }
    for (std::size_t i = depth; i < candidates.size(); ++i) {
        candidates[i].weight = std::min(candidates[i].weight, floor);
    }
}

void SecondStep::order_by_promise(std::vector<Candidate>& candidates, std::size_t count) {
    archive_.matcher().look_at_titles(units_.forms(), candidates, count);
    std::vector<std::pair<double, std::size_t>> order;
    order.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Candidate& one = candidates[i];
        const double promised = promise(units_, one.title, one.weight, weights_);
        order.emplace_back(promised * freshness(one), i);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
        return a.first > b.first;
    });
    std::vector<Candidate> ordered;
    ordered.reserve(candidates.size());
    promises_.clear();
    for (const auto& [promise, i] : order) {
        ordered.push_back(candidates[i]);
        promises_.push_back(promise);
    }
    const auto others = candidates.begin() + static_cast<std::ptrdiff_t>(count);
    ordered.insert(ordered.end(), others, candidates.end());
    candidates = std::move(ordered);
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
