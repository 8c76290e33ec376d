// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include <gisa/text_range.h>

#include "common/text/analyzer.h"
#include "searcher/plan/plan.h"
#include "searcher/rank/phrase.h"

namespace gisa::searcher {
/// A text as a check reads it: in its normal form or as it was stored, each with a blank line
/// between title and body.
struct CheckedText {
    std::string_view normal;
    std::size_t title_end = 0;
    std::string_view original;
    std::size_t title_bytes = 0;  ///< of the original
};

/// Whether a stored text passes a check of a plan. Nothing reaches from the title into the body.
/// One thread at a time; plan and analyzer must outlive it.
class TextMatcher {
  public:
    TextMatcher(const Plan& plan, const TextCheck& check, text::Analyzer& analyzer);

    /// Whether it is the text as it was stored that is read, and not the normal form.
    [[nodiscard]] bool reads_original() const { return check_.literal.has_value(); }

    [[nodiscard]] bool holds(const CheckedText& text);

    /// Where what the check asks for stands, as far as it looks there: each operand or the literal,
    /// near the others or not. Of the text that it reads; no order.
    [[nodiscard]] std::vector<ByteRange> places(const CheckedText& text);

  private:
    using Alternatives = std::vector<PhraseMatcher>;

    /// Whether the part that is asked for, or one of both, passes.
    template <typename Predicate>
    [[nodiscard]] bool holds_where_asked(
        std::string_view title, std::string_view body, Predicate holds
    ) const;
    [[nodiscard]] bool holds_phrases(std::string_view text);
    [[nodiscard]] std::vector<ByteRange> places_in(std::string_view part);
    [[nodiscard]] std::size_t count(std::string_view text);
    [[nodiscard]] static bool stands(Alternatives& operand, std::string_view text);
    [[nodiscard]] static std::vector<ByteRange> places(
        Alternatives& operand, std::string_view text
    );

    const TextCheck& check_;
    std::vector<Alternatives> operands_;
};
}  // namespace gisa::searcher
