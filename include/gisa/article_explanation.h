// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <gisa/text_range.h>

namespace gisa {
/// By which of its views a typed word stands in an article.
enum class FoundBy {
    Nothing,
    Whole,      ///< as a word of its own, particles aside
    Parts,      ///< all of its morphemes or stems, maybe apart
    LongerWord  ///< inside a longer word, one of those the search looks for
};

/// One script's stretch of a typed word, and what the article has of it.
struct RunExplanation {
    std::string whole;
    std::vector<std::string> parts;
    FoundBy found_by = FoundBy::Nothing;
    /// Times in title and body. By parts: those of the rarest part.
    std::uint32_t times = 0;
    std::uint32_t times_in_title = 0;
    std::uint64_t articles = 0;  ///< of the archive that have what it was found by, or the whole
    double idf = 0;              ///< the weight of its rarity; 0 in an empty archive
    /// LongerWord: the longer words of the article. Nothing: the article's words that are most like
    /// it, best first, at most three; those that contain it come first.
    std::vector<std::string> forms;
    std::vector<std::string> missing_parts;  ///< Nothing, and other parts are there
};

struct WordExplanation {
    std::string typed;  ///< in its normal form
    ByteRange where;    ///< in the query
    bool excluded = false;
    bool in_title = false;  ///< asked for in the title; then only the title is looked at
    bool found = false;     ///< all of its runs are
    std::vector<RunExplanation> runs;
};

struct PhraseExplanation {
    std::string text;
    bool excluded = false;
    bool in_title = false;
    bool held = false;
};

/// A named share of a score, in the order in which the score is made.
struct ScorePiece {
    std::string name;
    double value = 0;
};

/// Why an article is in the answer to a query, where it is, or why it is not.
struct ArticleExplanation {
    bool in_archive = false;  ///< false: there is no article of that id, and nothing else is filled
    std::string id;
    std::string title;
    std::optional<std::chrono::sys_seconds> published;
    std::string understood;  ///< the query, as SearchResponse has it
    bool matches = false;    ///< it has everything the query asks for
    /// It has most of the words only, and is shown because too few articles have all of them.
    bool relaxed = false;
    std::uint32_t rank = 0;  ///< 1 for the best hit; 0: not among the first 1,000
    double score = 0;        ///< Hit::score; 0 without a rank
    /// The score is the sum of `evidence` times 1 + the sum of `factors`, times `freshness`. Both are
    /// empty without a rank. Where it is so low that the article's text was not read, the first
    /// step's score is the only evidence, there are no factors, and the score continues those above
    /// it in the order of titles and words.
    std::vector<ScorePiece> evidence;
    std::vector<ScorePiece> factors;
    double freshness = 1;                ///< below 1 where the query has `fresh:`
    std::vector<WordExplanation> words;  ///< those of phrases included, in the order of the query
    std::vector<PhraseExplanation> phrases;
    /// One sentence, in the process's language, for each thing that keeps the article out; empty
    /// when it matches.
    std::vector<std::string> reasons;
};
}  // namespace gisa
