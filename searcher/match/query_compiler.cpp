// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/query_compiler.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "common/schema/terms.h"
#include "searcher/match/biword_source.h"
#include "searcher/match/loose_terms.h"
#include "searcher/match/row_source.h"
#include "searcher/match/text_source.h"

namespace gisa::searcher {
namespace {
using Queries = std::vector<Xapian::Query>;

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

class Compiler {
  public:
    Compiler(
        const Plan& plan, Strictness strictness, const Searched& searched, RequiredChecks required
    )
        : plan_(plan),
          strictness_(strictness),
          searched_(searched) {
        if (required == RequiredChecks::Left) {
            left_ = required_checks(plan);
        }
    }

    [[nodiscard]] Xapian::Query root() const {
        if (strictness_ == Strictness::AllWords || !plan_.relaxable()) {
            return node(plan_.root, false);
        }
        const LooseAnd loose = loose_and(plan_);
        Queries words;
        for (const SearchedWord* one : loose.words) {
            words.push_back(loose_word(*one));
        }
        return all_of(
            loose.rest,
            words.empty() ? nullptr
                          : std::make_unique<Xapian::Query>(combined(Xapian::Query::OP_OR, words)),
            false
        );
    }

  private:
    /// `excluded`: below an odd number of NOTs.
    [[nodiscard]] Xapian::Query node(const PlanNode& here, bool excluded) const {
        switch (here.kind) {
            case PlanNode::Kind::Nothing:
                return Xapian::Query::MatchNothing;
            case PlanNode::Kind::All:
                return unweighted(Xapian::Query::MatchAll);
            case PlanNode::Kind::Word:
                return word(plan_.words[here.index], here.in_title);
            case PlanNode::Kind::Check:
                return check(here, excluded);
            case PlanNode::Kind::Metadata:
                return unweighted(Xapian::Query(schema::metadata_term(here.metadata, here.value)));
            case PlanNode::Kind::Article:
                return here.row == 0
                           ? Xapian::Query::MatchNothing
                           : Xapian::Query(
                               (new RowSource(
                                    searched_.segments,
                                    std::make_shared<std::vector<catalog::Row>>(1, here.row)
                                ))
                                   ->release()
                           );
            case PlanNode::Kind::Dates:
                return dates(here);
            case PlanNode::Kind::Not:
                return {
                    Xapian::Query::OP_AND_NOT,
                    unweighted(Xapian::Query::MatchAll),
                    node(here.children.front(), !excluded),
                };
            case PlanNode::Kind::Or: {
                Queries queries;
                for (const PlanNode& child : here.children) {
                    queries.push_back(node(child, excluded));
                }
                return combined(Xapian::Query::OP_OR, queries);
            }
            case PlanNode::Kind::And: {
                std::vector<const PlanNode*> children;
                for (const PlanNode& child : here.children) {
                    children.push_back(&child);
                }
                return all_of(children, nullptr, excluded);
            }
        }
        return Xapian::Query::MatchNothing;
    }

    /// Everything wanted AND nothing of what a NOT names.
    [[nodiscard]] Xapian::Query all_of(
        const std::vector<const PlanNode*>& nodes,
        std::unique_ptr<Xapian::Query> first,
        bool excluded
    ) const {
        Queries wanted;
        Queries unwanted;
        Queries welcome;
        if (first) {
            wanted.push_back(*first);
        }
        for (const PlanNode* child : nodes) {
            if (child->kind == PlanNode::Kind::Not) {
                unwanted.push_back(node(child->children.front(), !excluded));
            } else if (child->kind == PlanNode::Kind::Word && plan_.words[child->index].asks) {
                welcome.push_back(node(*child, excluded));
            } else {
                wanted.push_back(node(*child, excluded));
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
            runs.push_back(strict_run(run, in_title));
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
        Queries ways;
        for (const LooseTerm& way : loose_terms(word)) {
            const auto op =
                way.terms.size() == 1 ? Xapian::Query::OP_OR : Xapian::Query::OP_SYNONYM;
            ways.push_back(scaled({op, way.terms.begin(), way.terms.end()}, way.weight));
        }
        return combined(Xapian::Query::OP_OR, ways);
    }

    [[nodiscard]] static Xapian::Query strict_run(const SearchedRun& run, bool in_title) {
        if (run.prefix) {
            return run.containing.empty()
                       ? Xapian::Query::MatchNothing
                       : combined(Xapian::Query::OP_SYNONYM, terms(run.containing, in_title));
        }
        Queries ways;
        if (!is_its_only_part(run)) {
            ways.push_back(combined(Xapian::Query::OP_AND, terms(run.parts, in_title)));
        }
        const Xapian::Query whole(term_in(run.whole, in_title));
        ways.push_back(scaled(whole, weight_of_whole(run)));
        if (!run.containing.empty()) {
            const Xapian::Query longer =
                combined(Xapian::Query::OP_SYNONYM, terms(run.containing, in_title));
            ways.push_back(scaled(longer, kContainingWeight));
        }
        return scaled(combined(Xapian::Query::OP_OR, ways), run.weight);
    }

    /// The articles that have the words of a check and, where that is known, have them side by side,
    /// narrowed to those whose text passes it. A text that
    /// is not read for want of time passes where that keeps an article out: what is found is found
    /// rightly.
    [[nodiscard]] Xapian::Query check(const PlanNode& here, bool excluded) const {
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
        for (BiwordWays& ways : biwords_of(plan_, asked)) {
            auto* const source = new BiwordSource(searched_.segments, std::move(ways));
            all = {Xapian::Query::OP_FILTER, all, Xapian::Query(source->release())};
        }
        if (std::find(left_.begin(), left_.end(), &here) != left_.end()) {
            return all;
        }
        auto* const source = new TextSource(
            searched_.segments,
            [holds = searched_.holds, index = here.index, excluded](catalog::Row row) {
                return holds(index, row) || (excluded && holds.gave_up());
            }
        );
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
        const auto& first =
            collected ? searched_.published.first_collected : searched_.published.first_day;
        const auto& last =
            collected ? searched_.published.last_collected : searched_.published.last_day;
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
    const Searched& searched_;
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
    const Plan& plan, Strictness strictness, const Searched& searched, RequiredChecks required
) {
    return Compiler(plan, strictness, searched, required).root();
}
}  // namespace gisa::searcher
