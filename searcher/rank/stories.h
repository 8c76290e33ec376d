// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <vector>

#include "common/catalog/catalog.h"
#include "searcher/match/matcher.h"

namespace gisa::searcher {
/// A hit of an answer: the best article that tells a story, and the others that tell it.
struct Story {
    Candidate best;
    std::vector<catalog::Row> copies;  ///< in the candidates' order
};

/// Puts candidates behind the first one before them that tells the same story; their order stays.
/// More candidates at the end add stories and copies and change nothing before, so that pages fit
/// together. One without a sketch is a story by itself. Safe to call from several threads.
[[nodiscard]] std::vector<Story> fold_stories(const std::vector<Candidate>& candidates);

/// Each candidate as a story by itself.
[[nodiscard]] std::vector<Story> apart(const std::vector<Candidate>& candidates);

/// Takes out the stories that one of these sketches tells.
void leave_out_told(std::vector<Story>& stories, const std::vector<std::string>& told);
}  // namespace gisa::searcher
