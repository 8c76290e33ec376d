// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <gisa/searcher.h>

#include "searcher/plan/plan.h"
#include "searcher/related/word_tally.h"

namespace gisa::searcher {
/// More would bring subjects that are only near.
inline constexpr std::uint32_t kStoriesLookedAt = 100;

/// Fewer tell nothing.
inline constexpr std::uint32_t kFewestRelatedStories = 5;

/// What the choice has to ask the archive.
struct ArchiveWords {
    /// How many articles have a word among their terms.
    std::function<std::uint64_t(const std::string& word)> articles_with;
    std::uint64_t articles = 0;
};

/// The words of the tallied stories that set them apart from the rest of the archive, at most
/// `limit`, as Searcher::related_words() promises. `plan` is what the stories were found by: none of
/// its words is among them.
[[nodiscard]] std::vector<RelatedWord> related_words(
    const WordTally& tally, const Plan& plan, const ArchiveWords& archive, std::size_t limit
);
}  // namespace gisa::searcher
