// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>

#include "common/messages/tr.h"
#include "common/schema/metadata.h"
#include "common/text/normal_form.h"
#include "common/text/particles.h"
#include "common/text/scan.h"
#include "common/text/utf8.h"
#include "searcher/plan/asking_words.h"
#include "searcher/plan/plan.h"

namespace gisa::searcher {
namespace {
/// What a word that only asks weighs beside one that names something.
constexpr double kAskingWeight = 0.1;

/// WHO is no who.
bool is_in_capitals(std::string_view typed) {
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return std::any_of(typed.begin(), typed.end(), capital)
           && std::none_of(typed.begin(), typed.end(), small);
}

bool only_asks(const SearchedRun& run) {
    return is_asking_word(run.whole)
           || (!run.parts.empty()
               && std::all_of(run.parts.begin(), run.parts.end(), [](const std::string& part) {
                      return is_asking_word(part);
                  }));
}

/// Where a node stands: what its ancestors make of it.
struct Scope {
    Place place = Place::Anywhere;
    bool excluded = false;
};

/// Whether a run has an ending, so that its whole is a stem: 서약했다고, 밝혔다. Particles that a phrase
/// reads over are none, but those that only look like some (많은, 하는).
bool is_inflected(std::string_view typed, const text::AnalyzedRun& run) {
    const std::string_view whole = run.whole;
    if (run.inflected) {
        return true;
    }
    if (!text::is_hangul_syllable(text::decode(typed, 0).character) || typed == whole) {
        return false;
    }
    if (typed.substr(0, whole.size()) != whole) {
        return true;
    }
    return !text::is_particle(typed.substr(whole.size()), false);
}

bool holds_sentence_end(std::string_view text, ByteRange where) {
    bool ends = false;
    for (std::size_t at = where.begin; at < where.end && !ends;) {
        const text::Decoded here = text::decode(text, at);
        ends = text::ends_sentence(here.character);
        at += here.bytes;
    }
    return ends;
}

/// Whether it is cut where the script changes: 코로나19, 갤럭시S24.
bool holds_several_runs(std::string_view typed) {
    std::vector<text::Run> runs;
    text::scan(text::normalized(typed), runs);
    return runs.size() > 1;
}

Form form_of(QueryNode::Kind kind) {
    switch (kind) {
        case QueryNode::Kind::Phrase:
            return Form::AsTyped;
        case QueryNode::Kind::Prefix:
            return Form::Prefix;
        case QueryNode::Kind::Noun:
            return Form::Noun;
        default:
            return Form::Any;
    }
}

Place place_of(Field field) {
    switch (field) {
        case Field::Title:
            return Place::Title;
        case Field::Body:
            return Place::Body;
        case Field::Lead:
            return Place::Lead;
        default:
            return Place::Anywhere;
    }
}

schema::Metadata metadata_of(Field field) {
    switch (field) {
        case Field::Section:
            return schema::Metadata::Section;
        case Field::Byline:
            return schema::Metadata::Byline;
        case Field::Language:
            return schema::Metadata::Language;
        case Field::Url:
            return schema::Metadata::Site;
        default:
            return schema::Metadata::Publisher;
    }
}

/// Whether a URL says more than where the site is.
bool has_path(std::string_view url) {
    const std::size_t scheme = url.find("://");
    const std::size_t host = scheme == std::string_view::npos ? 0 : scheme + 3;
    const std::size_t path = url.find_first_of("/?#", host);
    return path != std::string_view::npos && path + 1 < url.size();
}

class Planner {
  public:
    Planner(Plan& plan, text::Analyzer& analyzer, const ArchiveLookups& archive)
        : plan_(plan),
          analyzer_(analyzer),
          archive_(archive) {}

    PlanNode node(const QueryNode& query, Scope scope) {
        switch (query.kind) {
            case QueryNode::Kind::Nothing:
                return {};
            case QueryNode::Kind::All:
                return leaf(PlanNode::Kind::All);
            case QueryNode::Kind::Word:
            case QueryNode::Kind::Prefix:
                return word(query, scope);
            case QueryNode::Kind::Literal:
                return literal(query, scope);
            case QueryNode::Kind::Phrase:
                return near(query, scope);
            case QueryNode::Kind::In:
                scope.place = place_of(query.field);
                return node(query.children.front(), scope);
            case QueryNode::Kind::Near:
            case QueryNode::Kind::AtLeast:
            case QueryNode::Kind::Noun:
                return near(query, scope);
            case QueryNode::Kind::Value:
                return value(query);
            case QueryNode::Kind::Dates: {
                PlanNode dates = leaf(PlanNode::Kind::Dates);
                dates.date_kind = query.field == Field::Collected ? schema::DateKind::Collected
                                                                  : schema::DateKind::Published;
                dates.days = query.days;
                return dates;
            }
            case QueryNode::Kind::Not:
                scope.excluded = !scope.excluded;
                return branch(PlanNode::Kind::Not, query, scope);
            case QueryNode::Kind::And:
                return branch(PlanNode::Kind::And, query, scope);
            case QueryNode::Kind::Or:
                return branch(PlanNode::Kind::Or, query, scope);
        }
        return {};
    }

  private:
    static PlanNode leaf(PlanNode::Kind kind) {
        PlanNode made;
        made.kind = kind;
        return made;
    }

    /// A branch without what holds nothing; one that lost all its children holds nothing itself.
    PlanNode branch(PlanNode::Kind kind, const QueryNode& query, Scope scope) {
        PlanNode made = leaf(kind);
        made.bare = query.bare;
        for (const QueryNode& child : query.children) {
            PlanNode planned = node(child, scope);
            if (planned.kind != PlanNode::Kind::Nothing) {
                made.children.push_back(std::move(planned));
            }
        }
        if (made.children.empty()) {
            return {};
        }
        if (made.children.size() == 1 && kind != PlanNode::Kind::Not) {
            return std::move(made.children.front());
        }
        return made;
    }

    PlanNode word(const QueryNode& query, Scope scope) {
        if (scope.place == Place::Body || scope.place == Place::Lead) {
            return near(query, scope);
        }
        std::vector<SearchedWord> found = words(query, scope);
        if (query.kind == QueryNode::Kind::Prefix && found.size() == 1) {
            return word_node(std::move(found.front()), scope);
        }
        // In its normal form, which knows the full-width mark too.
        const std::string& normal = analyzer_.normal_form().text();
        plan_.question = plan_.question || (!normal.empty() && normal.back() == '?');
        if (found.empty()) {
            // The end of a sentence says nothing and need not be spoken of.
            if (query.text.find_first_not_of(".,?!") == std::string::npos) {
                return {};
            }
            plan_.notices.push_back(
                {query.where, tr("\"%1\" has no letter or digit to search for", {query.text})}
            );
            return {};
        }
        PlanNode all = leaf(PlanNode::Kind::And);
        for (SearchedWord& one : found) {
            all.children.push_back(word_node(std::move(one), scope));
        }
        return all.children.size() == 1 ? std::move(all.children.front()) : all;
    }

    PlanNode word_node(SearchedWord word, Scope scope) {
        PlanNode made = leaf(PlanNode::Kind::Word);
        made.index = plan_.words.size();
        made.in_title = scope.place == Place::Title;
        plan_.words.push_back(std::move(word));
        return made;
    }

    void tell_unknown_value(
        const QueryNode& query, schema::Metadata kind, const std::string& value
    ) {
        std::string longer;
        for (const std::string& one : archive_.values_containing(kind, value)) {
            longer += (longer.empty() ? "\"" : ", \"") + one + "\"";
        }
        const std::string_view field = name_of(query.field);
        tell(
            query,
            longer.empty()
                ? tr("no article of the archive has this %1", {field})
                : tr("no article of the archive has this %1, but some have %2", {field, longer})
        );
    }

    PlanNode value(const QueryNode& query) {
        if (query.field == Field::Id) {
            return article(query);
        }
        const schema::Metadata kind = metadata_of(query.field);
        PlanNode all = leaf(PlanNode::Kind::And);
        for (std::string& asked : schema::asked_values(kind, query.text)) {
            PlanNode made = leaf(PlanNode::Kind::Metadata);
            made.metadata = kind;
            made.value = std::move(asked);
            if (archive_.articles_with(kind, made.value) == 0) {
                tell_unknown_value(query, kind, made.value);
            }
            all.children.push_back(std::move(made));
        }
        if (all.children.empty()) {
            tell(query, tr("this %1 names nothing, so it was left out", {name_of(query.field)}));
            return {};
        }
        if (kind == schema::Metadata::Site && has_path(query.text)) {
            tell(
                query, tr("of a URL only the host is looked for: %1", {all.children.front().value})
            );
        }
        return all.children.size() == 1 ? std::move(all.children.front()) : all;
    }

    PlanNode article(const QueryNode& query) {
        const std::optional<catalog::Row> row = archive_.row_of(query.text);
        if (!row) {
            tell(query, tr("the archive has no article of this id"));
        }
        PlanNode made = leaf(PlanNode::Kind::Article);
        made.value = query.text;
        made.row = row.value_or(0);
        return made;
    }

    void tell(const QueryNode& query, std::string message) {
        plan_.notices.push_back({query.where, std::move(message)});
    }

    /// A Near, an AtLeast, or a word or phrase by itself that only the stored text can tell about.
    PlanNode near(const QueryNode& query, Scope scope) {
        TextCheck check{.place = scope.place, .operands = {}};
        if (query.kind == QueryNode::Kind::Near) {
            check.proximity = query.proximity;
            check.distance = query.distance;
            for (const QueryNode& child : query.children) {
                add_operand(child, scope, check);
            }
        } else if (query.kind == QueryNode::Kind::AtLeast) {
            check.at_least = query.times;
            add_operand(query.children.front(), scope, check);
        } else {
            add_operand(query, scope, check);
        }
        return check_node(std::move(check));
    }

    /// Its runs as words: those inside stand in an article as they stand here, so they are enough
    /// to find it by. Without one, the first and the last: the end or beginning of a longer word,
    /// when they are Korean of two syllables or more.
    PlanNode literal(const QueryNode& query, Scope scope) {
        TextCheck check{.place = scope.place, .operands = {}};
        std::vector<SearchedPhrase> inside;
        std::vector<SearchedPhrase> at_edge;
        for (SearchedWord& word : words(query, scope)) {
            for (SearchedRun& run : word.runs) {
                const bool korean = run.script == text::Script::Korean;
                const bool edge = korean && touches_edge(run, query.text);
                constexpr std::size_t kTwoSyllables = 6;
                if (edge && run.whole.size() < kTwoSyllables) {
                    continue;
                }
                SearchedWord one{
                    .typed = run.typed, .where = query.where, .excluded = scope.excluded};
                one.runs.push_back(std::move(run));
                (edge ? at_edge : inside).push_back({{std::move(one)}, Form::Any});
            }
        }
        for (SearchedPhrase& phrase : inside.empty() ? at_edge : inside) {
            check.operands.push_back({plan_.phrases.size()});
            plan_.phrases.push_back(std::move(phrase));
        }
        if (check.operands.empty()) {
            tell(query, tr("this holds no word to find it by, so it was left out"));
        }
        check.literal = Literal{query.text, query.unspaced};
        return check_node(std::move(check));
    }

    /// Whether a run may go on outside the literal.
    static bool touches_edge(const SearchedRun& run, std::string_view literal) {
        const std::string normal = text::normalized(literal);
        return normal.starts_with(run.typed) || normal.ends_with(run.typed);
    }

    PlanNode check_node(TextCheck check) {
        if (check.operands.empty()) {
            return {};
        }
        PlanNode made = leaf(PlanNode::Kind::Check);
        made.index = plan_.checks.size();
        plan_.checks.push_back(std::move(check));
        return made;
    }

    void add_operand(const QueryNode& query, Scope scope, TextCheck& check) {
        std::vector<std::size_t> alternatives;
        if (query.kind == QueryNode::Kind::Or) {
            for (const QueryNode& child : query.children) {
                add_phrase(child, scope, alternatives);
            }
        } else {
            add_phrase(query, scope, alternatives);
        }
        if (!alternatives.empty()) {
            check.operands.push_back(std::move(alternatives));
        }
    }

    void add_phrase(const QueryNode& query, Scope scope, std::vector<std::size_t>& alternatives) {
        const bool typed_as_phrase = query.kind == QueryNode::Kind::Phrase;
        SearchedPhrase made{words(query, scope), form_of(query.kind)};
        if (made.words.empty()) {
            tell(
                query,
                typed_as_phrase ? tr("the phrase has no letter or digit to search for")
                                : tr("\"%1\" has no letter or digit to search for", {query.text})
            );
            return;
        }
        alternatives.push_back(plan_.phrases.size());
        plan_.phrases.push_back(std::move(made));
    }

    /// One word whose forms are those of the archive that begin with it.
    std::vector<SearchedWord> prefix(const QueryNode& query, Scope scope) {
        const std::string beginning = text::normalized(without_sign(query));
        if (beginning.empty()) {
            return {};
        }
        WordsBeginning found = archive_.words_beginning(beginning);
        if (found.words.empty()) {
            tell(query, tr("no word of the archive begins with %1", {beginning}));
        } else if (!found.all) {
            tell(
                query,
                tr("more words begin with %1; the %2 most frequent ones are searched for",
                   {beginning, std::to_string(found.words.size())})
            );
        }
        SearchedWord word{.typed = beginning, .where = query.where, .excluded = scope.excluded};
        const bool korean = text::is_hangul_syllable(text::decode(beginning, 0).character);
        word.runs.push_back(
            {.script = korean ? text::Script::Korean : text::Script::Latin,
             .typed = beginning,
             .whole = beginning,
             .containing = std::move(found.words),
             .prefix = true}
        );
        return {std::move(word)};
    }

    /// The words of a piece of the query; punctuation inside parts them.
    std::vector<SearchedWord> words(const QueryNode& query, Scope scope) {
        if (query.kind == QueryNode::Kind::Prefix) {
            if (!holds_several_runs(without_sign(query))) {
                return prefix(query, scope);
            }
            tell(
                query,
                tr("%1 is more than one word of the archive, so it was searched for without the *",
                   {without_sign(query)})
            );
        }
        std::vector<SearchedWord> found;
        std::uint32_t number = 0;
        std::size_t end = 0;
        const bool has_sign =
            query.kind == QueryNode::Kind::Noun || query.kind == QueryNode::Kind::Prefix;
        const std::string_view asked = has_sign ? without_sign(query) : query.text;
        analyzer_.analyze(asked, [&](const text::AnalyzedRun& run) {
            const text::NormalForm& normal = analyzer_.normal_form();
            const std::string_view typed =
                std::string_view(normal.text())
                    .substr(run.where.begin, run.where.end - run.where.begin);
            if (found.empty() || run.word != number) {
                if (!found.empty()) {
                    found.back().ends_sentence =
                        holds_sentence_end(normal.text(), {end, run.where.begin});
                }
                found.push_back(
                    {.typed = "", .where = query.where, .runs = {}, .excluded = scope.excluded}
                );
                number = run.word;
            }
            end = run.where.end;
            found.back().typed.append(typed);
            found.back().runs.push_back(
                {.script = run.script,
                 .typed = std::string(typed),
                 .whole = std::string(run.whole),
                 .parts = {run.parts.begin(), run.parts.end()},
                 .inflected = is_inflected(typed, run),
                 .containing = {}}
            );
        });
        const bool capitals = is_in_capitals(query.text);
        for (SearchedWord& one : found) {
            one.asks = !capitals && std::all_of(one.runs.begin(), one.runs.end(), only_asks);
            for (SearchedRun& run : one.runs) {
                if (run.script == text::Script::Korean) {
                    run.containing = archive_.words_containing(run.whole);
                }
            }
        }
        return found;
    }

    Plan& plan_;
    text::Analyzer& analyzer_;
    const ArchiveLookups& archive_;
};
}  // namespace

std::vector<const SearchedWord*> Plan::ranking_words() const {
    std::vector<const SearchedWord*> ranking;
    const auto take = [&ranking](const SearchedWord& word) {
        if (!word.excluded) {
            ranking.push_back(&word);
        }
    };
    std::for_each(words.begin(), words.end(), take);
    for (const SearchedPhrase& phrase : phrases) {
        std::for_each(phrase.words.begin(), phrase.words.end(), take);
    }
    return ranking;
}

namespace {
/// A word that asks weighs little and may be missing, as long as another one names something.
void settle_asking_words(Plan& plan) {
    const bool bare = plan.relaxable();
    const bool named =
        !plan.phrases.empty()
        || std::any_of(plan.words.begin(), plan.words.end(), [](const SearchedWord& word) {
               return !word.asks && !word.excluded;
           });
    for (SearchedWord& word : plan.words) {
        word.asks = word.asks && bare && named && !word.excluded;
        plan.question = plan.question || word.asks;
        for (SearchedRun& run : word.runs) {
            run.weight = word.asks ? kAskingWeight : 1;
        }
    }
}
}  // namespace

Plan make_plan(const ParsedQuery& query, text::Analyzer& analyzer, const ArchiveLookups& archive) {
    Plan plan;
    plan.notices = query.notices;
    plan.half_life = query.half_life;
    plan.root = Planner(plan, analyzer, archive).node(query.root, {});
    settle_asking_words(plan);
    return plan;
}

Plan published_since(Plan plan, std::chrono::year_month_day day) {
    PlanNode dates;
    dates.kind = PlanNode::Kind::Dates;
    dates.days.first = day;
    if (plan.root.kind != PlanNode::Kind::And) {
        PlanNode both;
        both.kind = PlanNode::Kind::And;
        both.children.push_back(std::move(plan.root));
        plan.root = std::move(both);
    }
    plan.root.children.push_back(std::move(dates));
    return plan;
}
}  // namespace gisa::searcher
