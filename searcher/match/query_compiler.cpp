// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/query_compiler.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/schema/terms.h"
#include "searcher/match/row_source.h"
#include "searcher/match/text_source.h"

namespace gisa::searcher {
namespace {
using Queries = std::vector<Xapian::Query>;

// Weights of the ways a word may stand, its parts (morphemes, stems) being 1; learned on all open
// collections together. Where a word is its own only part, both weights meet in one term.
constexpr double kKoreanWholeWeight = 0.3;
constexpr double kLatinWholeWeight = 0.15;
/// A verb is its stem alone, and says less than a noun.
constexpr double kStemWeight = 1.0;
/// Longer words of the archive that merely contain the typed one: enough to be found by.
constexpr double kContainingWeight = 0.1;

Xapian::Query combined(Xapian::Query::op op, const Queries& queries) {
    return {op, queries.begin(), queries.end()};
}

Xapian::Query scaled(const Xapian::Query& query, double weight) {
    return {Xapian::Query::OP_SCALE_WEIGHT, query, weight};
}

Xapian::Query unweighted(const Xapian::Query& query) {
    return scaled(query, 0.0);
}

std::string term_in(std::string_view word, bool in_title) {
    return in_title ? schema::title_term(word) : schema::text_term(word);
}

Queries terms(const std::vector<std::string>& words, bool in_title) {
    Queries queries;
    for (const std::string& word : words) {
        queries.emplace_back(term_in(word, in_title));
    }
    return queries;
}

bool is_plain_word(const PlanNode& node) {
    return node.kind == PlanNode::Kind::Word && !node.in_title;
}

class Compiler {
  public:
    Compiler(
        const Plan& plan,
        Strictness strictness,
        const catalog::PublishedSet& published,
        const TextHolds& holds,
        RequiredChecks required
    )
        : plan_(plan),
          strictness_(strictness),
          published_(published),
          holds_(holds) {
        if (required == RequiredChecks::Left) {
            left_ = required_checks(plan);
        }
    }

    [[nodiscard]] Xapian::Query root() const {
        const PlanNode& root = plan_.root;
        if (strictness_ == Strictness::AllWords || root.kind != PlanNode::Kind::And || !root.bare) {
            return node(root);
        }
        // Words become optional; phrases, dates, metadata and exclusions stay.
        Queries words;
        std::vector<const PlanNode*> rest;
        for (const PlanNode& child : root.children) {
            if (is_plain_word(child)) {
                words.push_back(loose_word(plan_.words[child.index]));
            } else if (child.kind == PlanNode::Kind::And
                       && std::all_of(child.children.begin(), child.children.end(), is_plain_word)) {
                for (const PlanNode& piece : child.children) {
                    words.push_back(loose_word(plan_.words[piece.index]));
                }
            } else {
                rest.push_back(&child);
            }
        }
        return all_of(
            rest,
            words.empty() ? nullptr
                          : std::make_unique<Xapian::Query>(combined(Xapian::Query::OP_OR, words))
        );
    }

  private:
    [[nodiscard]] Xapian::Query node(const PlanNode& here) const {
        switch (here.kind) {
            case PlanNode::Kind::Nothing:
                return Xapian::Query::MatchNothing;
            case PlanNode::Kind::All:
                return unweighted(Xapian::Query::MatchAll);
            case PlanNode::Kind::Word:
                return word(plan_.words[here.index], here.in_title);
            case PlanNode::Kind::Check:
                return check(here);
            case PlanNode::Kind::Metadata:
                return unweighted(Xapian::Query(schema::metadata_term(here.metadata, here.value)));
            case PlanNode::Kind::Article:
                return here.row == 0 ? Xapian::Query::MatchNothing
                                     : Xapian::Query((new RowSource(here.row))->release());
            case PlanNode::Kind::Dates:
                return dates(here);
            case PlanNode::Kind::Not:
                return {
                    Xapian::Query::OP_AND_NOT,
                    unweighted(Xapian::Query::MatchAll),
                    node(here.children.front()),
                };
            case PlanNode::Kind::Or: {
                Queries queries;
                for (const PlanNode& child : here.children) {
                    queries.push_back(node(child));
                }
                return combined(Xapian::Query::OP_OR, queries);
            }
            case PlanNode::Kind::And: {
                std::vector<const PlanNode*> children;
                for (const PlanNode& child : here.children) {
                    children.push_back(&child);
                }
                return all_of(children, nullptr);
            }
        }
        return Xapian::Query::MatchNothing;
    }

    /// Everything wanted AND nothing of what a NOT names.
    [[nodiscard]] Xapian::Query all_of(
        const std::vector<const PlanNode*>& nodes, std::unique_ptr<Xapian::Query> first
    ) const {
        Queries wanted;
        Queries unwanted;
        Queries welcome;
        if (first) {
            wanted.push_back(*first);
        }
        for (const PlanNode* child : nodes) {
            if (child->kind == PlanNode::Kind::Not) {
                unwanted.push_back(node(child->children.front()));
            } else if (child->kind == PlanNode::Kind::Word && plan_.words[child->index].asks) {
                welcome.push_back(node(*child));
            } else {
                wanted.push_back(node(*child));
            }
        }
        if (wanted.empty()) {
            wanted.push_back(unweighted(Xapian::Query::MatchAll));
        }
        Xapian::Query all = combined(Xapian::Query::OP_AND, wanted);
        if (!welcome.empty()) {
            all = {Xapian::Query::OP_AND_MAYBE, all, combined(Xapian::Query::OP_OR, welcome)};
        }
        if (unwanted.empty()) {
            return all;
        }
        return {Xapian::Query::OP_AND_NOT, all, combined(Xapian::Query::OP_OR, unwanted)};
    }

    [[nodiscard]] Xapian::Query word(const SearchedWord& word, bool in_title) const {
        Queries runs;
        for (const SearchedRun& run : word.runs) {
            runs.push_back(run_query(run, Xapian::Query::OP_AND, in_title));
        }
        Xapian::Query found = combined(Xapian::Query::OP_AND, runs);
        if (!in_title) {
            return found;
        }
        // Title terms weigh nothing; the same words in title and body together rank.
        return {Xapian::Query::OP_FILTER, loose_word(word), found};
    }

    /// Any piece of the word will do; all of them weigh.
    [[nodiscard]] static Xapian::Query loose_word(const SearchedWord& word) {
        Queries runs;
        for (const SearchedRun& run : word.runs) {
            runs.push_back(run_query(run, Xapian::Query::OP_OR, false));
        }
        return combined(Xapian::Query::OP_OR, runs);
    }

    [[nodiscard]] static Xapian::Query run_query(
        const SearchedRun& run, Xapian::Query::op parts_by, bool in_title
    ) {
        if (run.prefix) {
            return run.containing.empty()
                       ? Xapian::Query::MatchNothing
                       : combined(Xapian::Query::OP_SYNONYM, terms(run.containing, in_title));
        }
        const double whole_weight =
            run.script == text::Script::Latin ? kLatinWholeWeight : kKoreanWholeWeight;
        const Xapian::Query whole(term_in(run.whole, in_title));
        Queries ways;
        if (run.parts.empty() || (run.parts.size() == 1 && run.parts.front() == run.whole)) {
            ways.push_back(scaled(whole, run.inflected ? kStemWeight : 1 + whole_weight));
        } else {
            ways.push_back(combined(parts_by, terms(run.parts, in_title)));
            ways.push_back(scaled(whole, whole_weight));
        }
        if (!run.containing.empty()) {
            const Xapian::Query longer =
                combined(Xapian::Query::OP_SYNONYM, terms(run.containing, in_title));
            ways.push_back(scaled(longer, kContainingWeight));
        }
        return scaled(combined(Xapian::Query::OP_OR, ways), run.weight);
    }

    /// The articles that have the words of a check, narrowed to those whose text passes it.
    [[nodiscard]] Xapian::Query check(const PlanNode& here) const {
        const TextCheck& asked = plan_.checks[here.index];
        Queries operands;
        for (const std::vector<std::size_t>& alternatives : asked.operands) {
            Queries phrases;
            for (const std::size_t one : alternatives) {
                phrases.push_back(words_of(plan_.phrases[one], asked.place == Place::Title));
            }
            operands.push_back(combined(Xapian::Query::OP_OR, phrases));
        }
        Xapian::Query all = combined(Xapian::Query::OP_AND, operands);
        if (std::find(left_.begin(), left_.end(), &here) != left_.end()) {
            return all;
        }
        auto* const source = new TextSource([holds = holds_, index = here.index](catalog::Row row) {
            return holds(index, row);
        });
        const Xapian::Query verified(source->release());
        return {Xapian::Query::OP_FILTER, all, verified};
    }

    [[nodiscard]] Xapian::Query words_of(const SearchedPhrase& phrase, bool in_title) const {
        Queries words;
        for (const SearchedWord& one : phrase.words) {
            words.push_back(word(one, in_title));
        }
        return combined(Xapian::Query::OP_AND, words);
    }

    [[nodiscard]] Xapian::Query dates(const PlanNode& here) const {
        const bool collected = here.date_kind == schema::DateKind::Collected;
        const auto& first = collected ? published_.first_collected : published_.first_day;
        const auto& last = collected ? published_.last_collected : published_.last_day;
        if (!first || !last) {
            return Xapian::Query::MatchNothing;
        }
        Queries queries;
        for (const std::string& term :
             schema::date_terms(here.date_kind, here.days, *first, *last)) {
            queries.emplace_back(term);
        }
        return queries.empty() ? Xapian::Query::MatchNothing
                               : unweighted(combined(Xapian::Query::OP_OR, queries));
    }

    const Plan& plan_;
    Strictness strictness_;
    const catalog::PublishedSet& published_;
    const TextHolds& holds_;
    std::vector<const PlanNode*> left_;
};
}  // namespace

std::vector<const PlanNode*> required_checks(const Plan& plan) {
    std::vector<const PlanNode*> checks;
    if (plan.root.kind == PlanNode::Kind::Check) {
        checks.push_back(&plan.root);
    } else if (plan.root.kind == PlanNode::Kind::And) {
        for (const PlanNode& child : plan.root.children) {
            if (child.kind == PlanNode::Kind::Check) {
                checks.push_back(&child);
            }
        }
    }
    return checks;
}

Xapian::Query compile(
    const Plan& plan,
    Strictness strictness,
    const catalog::PublishedSet& published,
    const TextHolds& holds,
    RequiredChecks required
) {
    return Compiler(plan, strictness, published, holds, required).root();
}
}  // namespace gisa::searcher
