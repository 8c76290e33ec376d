// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <gisa/text_range.h>

#include "common/text/analyzer.h"
#include "common/text/string_hash.h"
#include "searcher/plan/plan.h"
#include "searcher/rank/pattern_scan.h"

namespace gisa::searcher {
/// A piece of the query that is looked for in a stored text: a morpheme, a word or a stem.
struct QueryUnit {
    std::string form;         ///< as it is counted in the archive
    std::string spelled;      ///< another spelling of a Latin form with signs: u.s for us; or empty
    bool latin = false;       ///< found at the beginning of a word whose stem or form is `form`
    bool whole_word = false;  ///< one syllable: only as a Korean word of its own
    /// Its part of its word's weight: the parts of a word together weigh no more than the word.
    double weight = 0;
    std::size_t run = 0;  ///< which run of the query, counted over all words, it belongs to
};

/// Two neighbouring syllables of a Korean word of the query.
struct QueryBigram {
    std::string form;
    double idf = 0;
};

/// Where a unit stands in a text.
struct UnitHit {
    std::uint32_t unit = 0;
    std::uint32_t begin = 0;  ///< bytes of the normal text
    std::uint32_t end = 0;
};

/// What a stored text holds of a query. The vectors keep their memory from text to text.
struct ScannedText {
    std::vector<UnitHit> hits;                 ///< ascending by begin
    std::vector<std::uint32_t> bigram_counts;  ///< as QueryUnits::bigrams
};

/// Document counts of the archive, for weights.
struct ArchiveCounts {
    std::function<std::uint64_t(const std::string& word)> articles_with;
    std::function<std::uint64_t(std::string_view bigram)> articles_with_bigram;
    std::uint64_t articles = 0;
};

/// The query as it is looked for in stored texts. Made once a query. One thread at a time.
class QueryUnits {
  public:
    QueryUnits(const Plan& plan, ArchiveCounts counts, text::Analyzer& analyzer);

    [[nodiscard]] const std::vector<QueryUnit>& units() const { return units_; }

    /// QueryUnit::form of each.
    [[nodiscard]] std::vector<std::string> forms() const;

    [[nodiscard]] const std::vector<QueryBigram>& bigrams() const { return bigrams_; }

    /// The sum of the units' weights.
    [[nodiscard]] double total_weight() const { return total_weight_; }

    /// Whether somebody asks, rather than names a subject.
    [[nodiscard]] bool question() const { return question_; }

    /// Looks through a text in its normal form.
    void scan(std::string_view normal_text, ScannedText& scanned);

  private:
    void add_unit(QueryUnit unit);
    void add_bigrams(std::string_view word);
    void add_run(const SearchedRun& run, std::size_t number);
    void weigh_run(const SearchedRun& run, std::size_t number);
    [[nodiscard]] bool stands_alone(std::string_view text, const UnitHit& hit) const;
    [[nodiscard]] const std::string& stem_of(std::string_view word);
    void find(const PatternScan::Found& found, std::string_view text, ScannedText& scanned);
    [[nodiscard]] bool accept(const QueryUnit& unit, std::string_view text, UnitHit& hit);

    ArchiveCounts counts_;
    text::Analyzer& analyzer_;
    std::vector<QueryUnit> units_;
    std::vector<QueryBigram> bigrams_;
    std::vector<PatternScan> scan_;  ///< one, made when the lists are complete
    std::vector<PatternScan::Found> found_;
    std::vector<std::uint32_t> lengths_;
    std::vector<std::uint32_t> spelled_;  ///< the units of the patterns behind the bigrams
    /// English words of the texts so far: a hundred articles repeat their words.
    std::unordered_map<std::string, std::string, text::StringHash, std::equal_to<>> stems_;
    double total_weight_ = 0;
    bool question_ = false;
};
}  // namespace gisa::searcher
