// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/searcher.h>
#include <gisa/text_range.h>

#include "common/schema/calendar.h"
#include "searcher/parse/fields.h"
#include "searcher/parse/proximity.h"

namespace gisa::searcher {
/// A parsed query: a tree of values. What stands in which member depends on the kind.
struct QueryNode {
    enum class Kind : std::uint8_t {
        Nothing,  ///< a query with nothing to search for; only as the root
        All,      ///< every article: `*` alone, or what a lone Not is taken from
        Word,     ///< text: one word as typed, between spaces; not empty
        Phrase,   ///< text: what stood between the quotes; not blank
        Literal,  ///< text: to stand in the article byte by byte; not blank. unspaced: but for spaces
        Prefix,  ///< text: 서울*, the beginning of words
        Noun,    ///< text: 서울·, this word with nothing but particles behind it
        In,  ///< field and one child: to be found there (days inside are no matter of the place)
        Near,  ///< proximity, distance and two or more children: words of any kind, phrases or Or of these
        AtLeast,  ///< times and one child, as those of Near: to stand so often, twice at least
        Value,    ///< field and text, not blank: what the article says about itself
        Dates,    ///< field and days; at least one end is there, and first <= last
        And,      ///< two or more children, not all of them Not
        Or,       ///< two or more children
        Not,      ///< one child; stands only below an And
    };
    Kind kind = Kind::Nothing;
    std::string text;
    ByteRange where;  ///< signs, quotes and field name included; empty for an All nobody typed
    Field field = Field::Title;
    Proximity proximity = Proximity::Near;
    std::uint32_t distance = 0;  ///< at most so many other words stand between
    std::uint32_t times = 0;
    schema::DayRange days;
    std::vector<QueryNode> children;
    /// And only: the words merely stood side by side, so that ranking may relax it.
    bool bare = false;
    bool unspaced = false;
};

struct ParsedQuery {
    QueryNode root;
    /// Of `fresh:`: how old an article is when half of its freshness is gone; absent: age is no
    /// matter.
    std::optional<std::chrono::days> half_life;
    std::vector<QueryNotice> notices;
};

/// What a query's meaning depends on beside its text.
struct ParseContext {
    /// The day in Asia/Seoul that 어제 and last week are counted from; absent: they are no dates.
    std::optional<std::chrono::year_month_day> today;
    /// The text of a saved query; nothing when there is none of that name. Empty: there are none.
    std::function<std::optional<std::string>(std::string_view name)> saved_query;
    /// Read what stands in single quotes as the words it holds: headlines quote so, and those who
    /// paste one do not mean it to the letter.
    bool literals_as_words = false;
};

/// So many saved queries may stand inside one another, and so many in one query; what goes beyond
/// is left out with a notice.
inline constexpr std::size_t kDeepestSavedQuery = 8;
inline constexpr std::size_t kMostSavedQueries = 32;

/// Reads what a person typed. Never fails: what cannot be an operator is a word, and what was
/// mended is told in a notice with its place. Offsets are bytes into `query`. Ill-formed UTF-8 is
/// kept inside words; a word may consist of punctuation alone. The tree is bounded: 256 words,
/// 16 KiB of text, parentheses 100 deep; what goes beyond is left out with a notice. At most 20
/// notices, in the order of their places, and one more when there were more.
/// A saved query stands in parentheses where its name does; its nodes and notices have the place of
/// the name. The language: docs/query_language.md. Safe to call from several threads.
[[nodiscard]] ParsedQuery parse(std::string_view query, const ParseContext& context = {});

/// Whether a literal merely stands beside other words, so that it may be read as words itself.
[[nodiscard]] bool has_literal_beside_words(const QueryNode& root);

/// The words of a query that are looked for, in order; those under a Not and inside phrases are
/// left out. They live as long as the tree.
[[nodiscard]] std::vector<const QueryNode*> typed_words(const QueryNode& root);

/// What a Prefix or Noun says without its sign: 서울.
[[nodiscard]] std::string_view without_sign(const QueryNode& node);

/// The query as an S-expression on one line, for people and tests; (fresh 7d node) is one with a
/// half-life.
[[nodiscard]] std::string to_text(const ParsedQuery& query);

/// The tree likewise:
///   node   = word | phrase | "(nothing)" | "(all)" | "(" place " " node ")" | "(" field " " phrase ")"
///          | "(dates " days ")" | "(collected " days ")" | "(not " node ")" | "(or" nodes ")" | "(and" nodes ")" | "(words" nodes ")"
///          | "(" ("near" | "onear") " " distance nodes ")"
///          | "(" ("sentence" | "paragraph") nodes ")" | "(atleast " times " " node ")"
///   place  = "title" | "body" | "lead"
///   nodes  = { " " node }         two or more
///   days   = [day] ".." [day]     day = year-month-day, 2024-05-21
///          | "(literal " phrase ")" | "(unspaced " phrase ")" | "(prefix " word ")" | "(noun " word ")"
///   phrase = its text in ASCII quotes
///   word   = its text, bare
/// (words 워터마크 서약) is an And with bare = true, (and 워터마크 서약) one without.
/// Always valid UTF-8: ill-formed bytes, controls, invisible characters and white space other than
/// a phrase's spaces stand as \xHH, likewise a word's parentheses; " and \ as \" and \\.
[[nodiscard]] std::string to_text(const QueryNode& node);
}  // namespace gisa::searcher
