// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

#include <gisa/searcher.h>

#include "searcher/match/matcher.h"
#include "searcher/match/text_holds.h"
#include "searcher/open_archive.h"
#include "searcher/page.h"
#include "searcher/plan/plan.h"

namespace gisa::searcher {
/// What the first step brings.
struct Found {
    Matches matches;
    Strictness strictness = Strictness::AllWords;
    /// Articles that have all that was asked for; unknown when an earlier page counted them.
    std::optional<HitCount> with_all;
    bool finds = false;    ///< there is one
    bool relaxed = false;  ///< articles with most of the words are among the candidates
    bool partial = false;  ///< the time was up
};

/// Adds what a person should know of that: whether not all words were needed, whether not all texts
/// were read.
void tell_how_found(const Found& found, std::vector<QueryNotice>& notices);

/// The first step: candidates by the index. What it is given must outlive it. One thread at a time.
class FirstStep {
  public:
    FirstStep(OpenArchive& archive, const Plan& plan, Deadline deadline)
        : archive_(archive),
          plan_(plan),
          deadline_(deadline) {}

    /// All words first; when that fills less than a page, or when somebody talks rather than lists
    /// words, most of them. Behind a cursor, what the first page decided.
    [[nodiscard]] Found find(const Page& page);

    /// With a half-life, the best of the last few half-lives are looked at as well: puts them behind
    /// the first Page::ranked and says how many.
    std::size_t add_fresh(Page page, std::chrono::sys_seconds now, Found& found);

  private:
    [[nodiscard]] Found find(const Plan& plan, const Page& page);

    OpenArchive& archive_;
    const Plan& plan_;
    Deadline deadline_;
};
}  // namespace gisa::searcher
