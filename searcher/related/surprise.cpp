// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/related/surprise.h"

#include <algorithm>
#include <cmath>

namespace gisa::searcher {
namespace {
/// The logarithm of how likely `with` of `all` are when each is one with the probability `share`.
double log_likelihood(double with, double all, double share) {
    const double some = with > 0 ? with * std::log(share) : 0;
    const double others = all > with ? (all - with) * std::log1p(-share) : 0;
    return some + others;
}
}  // namespace

double log_likelihood_ratio(const WordCounts& counts) {
    const auto found = static_cast<double>(counts.found);
    const auto with = static_cast<double>(std::min(counts.found_with, counts.found));
    const double rest = std::max(static_cast<double>(counts.archive) - found, 0.0);
    const double rest_with = std::clamp(static_cast<double>(counts.archive_with) - with, 0.0, rest);
    if (found == 0 || rest == 0 || with * rest <= rest_with * found) {
        return 0;
    }
    const double share = (with + rest_with) / (found + rest);
    return 2
           * (log_likelihood(with, found, with / found)
              + log_likelihood(rest_with, rest, rest_with / rest)
              - log_likelihood(with, found, share) - log_likelihood(rest_with, rest, share));
}
}  // namespace gisa::searcher
