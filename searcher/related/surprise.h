// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>

namespace gisa::searcher {
/// In how many of the articles that were looked at a word stands, and in how many of all.
struct WordCounts {
    std::uint64_t found_with = 0;    ///< of `found`
    std::uint64_t found = 0;         ///< articles that were looked at
    std::uint64_t archive_with = 0;  ///< of `archive`, those of `found` included
    std::uint64_t archive = 0;
};

/// Twice the logarithm of how much likelier the counts are when the word is more frequent in the
/// articles found than in the rest of the archive, than when it is as frequent in both: 0 when it
/// is not more frequent there. Where there is no difference but chance, above 10.83 once in a
/// thousand words (chi-squared, one degree of freedom). Counts that contradict each other are held
/// to their bounds. Safe to call from several threads.
/// Source: Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, Computational
/// Linguistics 19(1), 1993.
[[nodiscard]] double log_likelihood_ratio(const WordCounts& counts);
}  // namespace gisa::searcher
