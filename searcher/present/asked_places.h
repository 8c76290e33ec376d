// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <vector>

#include <gisa/text_range.h>

#include "common/text/analyzer.h"
#include "common/text/normal_form.h"
#include "searcher/plan/plan.h"
#include "searcher/rank/text_check.h"

namespace gisa::searcher {
/// Finds what a query asks for as phrases, near each other or to the letter, to be shown before its
/// single words. Plan and analyzer must outlive it. One thread at a time.
class AskedPlaces {
  public:
    AskedPlaces(const Plan& plan, text::Analyzer& analyzer);

    /// Where it stands in the original, ascending, those that overlap as one; what an article must not have is left out.
    /// `normal` is the normal form of it.
    [[nodiscard]] std::vector<ByteRange> find(
        const CheckedText& text, const text::NormalForm& normal
    );

  private:
    std::vector<TextMatcher> asked_;
};
}  // namespace gisa::searcher
