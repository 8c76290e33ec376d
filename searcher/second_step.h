// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include "searcher/match/matcher.h"
#include "searcher/open_archive.h"
#include "searcher/plan/plan.h"
#include "searcher/rank/features.h"
#include "searcher/rank/query_units.h"
#include "searcher/rank/score.h"

namespace gisa::searcher {
/// The second step: the order of the best candidates by their stored texts. What it is given must
/// outlive it. One thread at a time.
class SecondStep {
  public:
    SecondStep(OpenArchive& archive, const Plan& plan, std::chrono::sys_seconds now);

    /// Texts that are read of the candidates that promise most.
    static constexpr std::size_t kRead = 40;

    /// Orders the first `most` candidates: those that are read by what their texts show, the others
    /// behind them by what they promise. Those below were never looked at: they follow, and their
    /// scores do not rise again, whatever the scale of the first step's.
    void rank(std::vector<Candidate>& candidates, std::size_t most);

    /// What the text of a candidate shows of the query; nothing when it is not there any more.
    [[nodiscard]] std::optional<Features> features(const Candidate& candidate);
    /// What its score is multiplied by.
    [[nodiscard]] double freshness(const Candidate& candidate) const;

    [[nodiscard]] const RankWeights& weights() const { return weights_; }

    [[nodiscard]] QueryUnits& units() { return units_; }

  private:
    /// Puts the first `count` candidates in the order of what they promise, which becomes
    /// promises_.
    void order_by_promise(std::vector<Candidate>& candidates, std::size_t count);

    OpenArchive& archive_;
    const Plan& plan_;
    std::chrono::sys_seconds now_;
    RankWeights weights_;
    QueryUnits units_;
    ScannedText scanned_;
    std::vector<double> promises_;
};
}  // namespace gisa::searcher
