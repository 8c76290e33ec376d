// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/string_hash.h"

namespace gisa::searcher {
/// The languages that stories are told in, as far as counting cares: by the script of most words.
inline constexpr std::size_t kKoreanStory = 0;
inline constexpr std::size_t kLatinStory = 1;

/// One term of the index as the stories have it.
struct TalliedWord {
    text::Script script = text::Script::Other;
    std::vector<std::uint32_t> stories;  ///< that hold it, whole or as a part; ascending
    /// Likewise, counted by kKoreanStory and kLatinStory.
    std::array<std::uint32_t, 2> by_script = {0, 0};
    /// As a word of its own, how often in each spelling; empty when it is only a part of others.
    std::map<std::string, std::uint32_t, std::less<>> spellings;
    std::uint32_t alone = 0;       ///< stories that have it as a word of its own
    std::uint32_t words = 0;       ///< sum of `spellings`
    std::uint32_t last_alone = 0;  ///< the number of the last one of `alone`, from 1
    std::uint32_t nouns =
        0;  ///< of these, such as stand bare, before a particle or before 하다, 되다
};

/// Counts in how many stories each word stands, in the terms that the index knows them by: Korean
/// ones without their particles, English ones by their stem. One thread at a time.
class WordTally {
  public:
    using Words = std::unordered_map<std::string, TalliedWord, text::StringHash, std::equal_to<>>;

    /// `analyzer` must outlive it.
    explicit WordTally(text::Analyzer& analyzer) : analyzer_(analyzer) {}

    /// Counts a story from an article that tells it. Of a long body only the beginning counts, and a
    /// sentence that an earlier story had to the letter does not count again: the lines that a paper
    /// puts under every report, or a paragraph that many reports repeat.
    void add(std::string_view title, std::string_view body);

    /// By term.
    [[nodiscard]] const Words& words() const { return words_; }

    [[nodiscard]] std::uint32_t stories() const { return stories_[0] + stories_[1]; }

    /// How many were told in kKoreanStory or kLatinStory.
    [[nodiscard]] std::uint32_t stories_in(std::size_t script) const { return stories_.at(script); }

  private:
    [[nodiscard]] std::string_view new_sentences(std::string_view body);
    void read(std::string_view text);
    void read_latin(std::string_view written, const text::AnalyzedRun& run);
    void read_korean(std::string_view normal, const text::AnalyzedRun& run);
    TalliedWord& count(std::string_view term, text::Script script);
    void count_alone(TalliedWord& word);

    text::Analyzer& analyzer_;
    Words words_;
    std::unordered_set<std::uint64_t> sentences_;  ///< hashes of those of all stories
    std::string fresh_;
    std::array<std::uint32_t, 2> stories_ = {0, 0};
    std::vector<TalliedWord*> in_story_;          ///< of the story that is read
    std::array<std::uint64_t, 2> runs_ = {0, 0};  ///< likewise
};
}  // namespace gisa::searcher
