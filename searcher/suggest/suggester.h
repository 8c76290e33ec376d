// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <gisa/searcher.h>

#include "common/segment/segment_set.h"
#include "common/text/analyzer.h"

namespace gisa::searcher {
/// A word of the archive that somebody may have meant, as in QuerySuggestion.
struct SuggestedWord {
    using Reason = QuerySuggestion::Reason;

    std::string text;
    std::uint64_t articles = 0;
    Reason reason = Reason::Spelling;
};

/// Looks for words that are near to one that finds little. One thread at a time.
class Suggester {
  public:
    /// What it looks into must outlive it.
    Suggester(const segment::SegmentSet& segments, text::Analyzer& analyzer)
        : segments_(segments),
          analyzer_(analyzer) {}

    /// Whether an article holds the word as it is typed, its particles aside.
    [[nodiscard]] bool is_known(std::string_view typed);

    /// The likeliest first, at most `most`; empty when the word is well known itself, or nothing
    /// near it is. `typed` is one word as typed, particles included; suggestions have none. The
    /// search ends after a fixed amount of work with what was found until then, for a bound on time
    /// would make the answer hang on what else the machine does; words of more than 32 syllables
    /// have no neighbours.
    [[nodiscard]] std::vector<SuggestedWord> suggest(std::string_view typed, std::size_t most);

  private:
    /// A word by how unlikely it is to be meant.
    struct Found {
        double cost = 0;
        SuggestedWord word;
    };

    void add(std::string text, std::uint64_t articles, SuggestedWord::Reason reason, double errors);
    void by_initials(std::string_view typed);
    void by_keyboard(std::string_view typed);
    void by_hangul_spelling(const std::string& word);
    void by_latin_spelling(const std::string& word);
    void by_spacing(const std::string& word);

    [[nodiscard]] std::uint64_t articles_with(const std::string& word) const;
    [[nodiscard]] std::string whole_of(std::string_view typed);

    /// Whether so much work is left; takes it away.
    [[nodiscard]] bool may_spend(std::size_t work);

    const segment::SegmentSet& segments_;
    text::Analyzer& analyzer_;
    std::size_t work_left_ = 0;
    std::uint64_t typed_articles_ = 0;
    std::unordered_map<std::string, Found> found_;  ///< by text
};
}  // namespace gisa::searcher
