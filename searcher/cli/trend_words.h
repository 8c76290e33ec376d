// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <vector>

#include <gisa/searcher.h>

#include "searcher/cli/trend_shapes.h"

namespace gisa::cli {
/// What the picture of a trend says, in the language of the process. Keeps references to what it is
/// made from.
class TrendWords {
  public:
    TrendWords(const Trend& trend, TrendPeriod period, const TrendLayout& layout)
        : trend_(trend),
          layout_(layout),
          period_(period) {}

    /// How many articles there are, and of when.
    [[nodiscard]] std::string summary() const;
    /// Of the upper panel: what its bars are.
    [[nodiscard]] std::string counts() const;
    /// The period with the most articles; empty when there are none.
    [[nodiscard]] std::string most() const;
    /// The highest share that is drawn, likewise.
    [[nodiscard]] std::string highest() const;
    /// A column, for whoever points at it; or a gap.
    [[nodiscard]] std::string told(const TrendColumn& column) const;
    /// What a gap looks like; empty when there is none.
    [[nodiscard]] std::string gaps() const;
    /// What else has to be known, a line each.
    [[nodiscard]] std::vector<std::string> notes() const;
    /// All of this for whoever does not see the picture, but for the columns.
    [[nodiscard]] std::string description() const;

  private:
    [[nodiscard]] std::string name_of(const TrendColumn& column) const;
    [[nodiscard]] std::string percent(const TrendColumn& column) const;

    const Trend& trend_;
    const TrendLayout& layout_;
    TrendPeriod period_;
};
}  // namespace gisa::cli
