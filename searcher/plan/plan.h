// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/searcher.h>
#include <gisa/text_range.h>

#include "common/catalog/catalog.h"
#include "common/schema/calendar.h"
#include "common/schema/terms.h"
#include "common/text/analyzer.h"
#include "searcher/parse/query.h"

namespace gisa::searcher {
/// One run of a typed word with every way in which it may stand in an article. Each way is
/// evidence for the same thing, so a run is found when any of them is.
struct SearchedRun {
    text::Script script = text::Script::Other;
    std::string typed;               ///< as it stands in the query's normal form
    std::string whole;               ///< the word without particles and endings
    std::vector<std::string> parts;  ///< morphemes or stems, all needed; may be {whole}
    bool inflected =
        false;  ///< `typed` has an ending, so that `whole` is a stem: 서약했다고, 밝혔다
    /// Longer words of the archive that hold `whole`; of a prefix, those that begin with it.
    std::vector<std::string> containing;
    bool prefix = false;  ///< `whole` is what words begin with, and `containing` all there is
    double weight = 1;    ///< beside the others'; below 1 for a word that only asks
};

/// A word as typed, between spaces: all of its runs are needed (AI서울 is ai and 서울).
struct SearchedWord {
    std::string typed;
    ByteRange where;  ///< in the query
    std::vector<SearchedRun> runs;
    bool excluded = false;  ///< under a NOT: it finds nothing and ranks nothing
    bool asks = false;      ///< asks (누구, when) and names nothing: ranks, but need not be there
    bool ends_sentence = false;  ///< a full stop or the like was typed behind it
};

/// How a phrase must stand.
enum class Form : std::uint8_t {
    AsTyped,
    Any,     ///< a word in any of its forms
    Prefix,  ///< a word that begins so
    Noun,    ///< a word with nothing but particles behind it
};

/// Words that must stand next to each other in the stored text.
struct SearchedPhrase {
    std::vector<SearchedWord> words;
    Form form = Form::AsTyped;
};

/// Where in an article something must stand.
enum class Place : std::uint8_t {
    Anywhere,
    Title,
    Body,
    Lead,  ///< the first two paragraphs of the body
};

/// "article", "title", "body", "first two paragraphs".
[[nodiscard]] const char* name_of(Place place);

/// Text that must stand in the article as it was stored.
struct Literal {
    std::string text;       ///< as typed
    bool unspaced = false;  ///< white space does not matter, here or there
};

/// What only the stored text can tell: phrases, each in one of its alternatives, as near to each
/// other as asked; one phrase alone must stand there as often as asked. Or a literal: then the
/// operands are the words that an article with it has.
struct TextCheck {
    Place place = Place::Anywhere;
    Proximity proximity = Proximity::Near;
    std::uint32_t distance = 0;                      ///< Near and Ordered: other words between
    std::uint32_t at_least = 1;                      ///< one operand: so many places, apart
    std::vector<std::vector<std::size_t>> operands;  ///< alternatives, into Plan::phrases
    std::optional<Literal> literal;
};

struct PlanNode {
    enum class Kind : std::uint8_t {
        Nothing,  ///< finds nothing
        All,
        Word,
        Check,
        Metadata,  ///< metadata and value
        Article,   ///< row: the article of an id
        Dates,     ///< date_kind and days
        And,
        Or,
        Not,
    };
    Kind kind = Kind::Nothing;
    std::size_t index = 0;  ///< Word: into Plan::words; Check: into Plan::checks
    bool in_title = false;  ///< Word: must stand in the title
    schema::Metadata metadata = schema::Metadata::Publisher;
    std::string value;  ///< in the form of schema::asked_values
    catalog::Row row = 0;
    schema::DateKind date_kind = schema::DateKind::Published;
    schema::DayRange days;
    std::vector<PlanNode> children;
    bool bare = false;  ///< And: most of its words will do when all of them find too little
};

/// What is to be looked for, in no engine's terms: the seam to other engines than Xapian.
struct Plan {
    PlanNode root;
    std::vector<SearchedWord> words;
    std::vector<SearchedPhrase> phrases;
    std::vector<TextCheck> checks;
    std::vector<QueryNotice> notices;  ///< the parser's and the planner's own
    /// As in ParsedQuery.
    std::optional<std::chrono::days> half_life;
    bool question = false;  ///< a word of it asks, or ends with a question mark

    /// Whether most of its words will do when all of them find too little.
    [[nodiscard]] bool relaxable() const { return root.kind == PlanNode::Kind::And && root.bare; }

    /// The words that rank: typed ones and those of phrases, excluded ones left out, in order.
    [[nodiscard]] std::vector<const SearchedWord*> ranking_words() const;
};

/// The words of the archive that begin in some way.
struct WordsBeginning {
    std::vector<std::string> words;  ///< most frequent first
    bool all = true;                 ///< false: there are more
};

/// What a plan has to ask the archive; without an answer, as if the archive were empty.
struct ArchiveLookups {
    /// Longer words of the archive that contain a piece, most frequent first.
    std::function<std::vector<std::string>(std::string_view piece)> words_containing =
        [](std::string_view) { return std::vector<std::string>{}; };
    std::function<WordsBeginning(std::string_view prefix)> words_beginning = [](std::string_view) {
        return WordsBeginning{};
    };
    /// How many articles have a value.
    std::function<std::uint64_t(schema::Metadata kind, std::string_view value)> articles_with =
        [](schema::Metadata, std::string_view) { return std::uint64_t{0}; };
    /// A few values that contain a piece, most frequent first.
    std::function<std::vector<std::string>(schema::Metadata kind, std::string_view piece)>
        values_containing =
            [](schema::Metadata, std::string_view) { return std::vector<std::string>{}; };
    /// The visible row of an id.
    std::function<std::optional<catalog::Row>(std::string_view id)> row_of = [](std::string_view) {
        return std::optional<catalog::Row>{};
    };
};

/// Turns a parsed query into a plan. Words without letter or digit are left out with a notice.
[[nodiscard]] Plan make_plan(
    const ParsedQuery& query, text::Analyzer& analyzer, const ArchiveLookups& archive
);

/// The plan narrowed to articles published on a day or later.
[[nodiscard]] Plan published_since(Plan plan, std::chrono::year_month_day day);

/// The plan as an indented S-expression.
[[nodiscard]] std::string to_text(const Plan& plan);
}  // namespace gisa::searcher
