// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/loose_terms.h"

#include <algorithm>

#include "common/schema/terms.h"

namespace gisa::searcher {
namespace {
constexpr double kKoreanWholeWeight = 0.3;
constexpr double kLatinWholeWeight = 0.15;
/// A verb is its stem alone, and says less than a noun.
constexpr double kStemWeight = 1.0;

std::vector<std::string> text_terms(const std::vector<std::string>& words) {
    std::vector<std::string> terms;
    terms.reserve(words.size());
    for (const std::string& word : words) {
        terms.push_back(schema::text_term(word));
    }
    return terms;
}

bool is_plain_word(const PlanNode& node) {
    return node.kind == PlanNode::Kind::Word && !node.in_title;
}
}  // namespace

LooseAnd loose_and(const Plan& plan) {
    LooseAnd loose;
    for (const PlanNode& child : plan.root.children) {
        if (is_plain_word(child)) {
            loose.words.push_back(&plan.words[child.index]);
        } else if (child.kind == PlanNode::Kind::And
                   && std::all_of(child.children.begin(), child.children.end(), is_plain_word)) {
            for (const PlanNode& piece : child.children) {
                loose.words.push_back(&plan.words[piece.index]);
            }
        } else {
            loose.rest.push_back(&child);
        }
    }
    return loose;
}

bool is_its_only_part(const SearchedRun& run) {
    return run.parts.empty() || (run.parts.size() == 1 && run.parts.front() == run.whole);
}

double weight_of_whole(const SearchedRun& run) {
    const double beside_parts =
        run.script == text::Script::Latin ? kLatinWholeWeight : kKoreanWholeWeight;
    if (!is_its_only_part(run)) {
        return beside_parts;
    }
    return run.inflected ? kStemWeight : 1 + beside_parts;
}

std::vector<LooseTerm> loose_terms(const SearchedWord& word) {
    std::vector<LooseTerm> ways;
    for (const SearchedRun& run : word.runs) {
        if (!run.prefix) {
            if (!is_its_only_part(run)) {
                for (const std::string& term : text_terms(run.parts)) {
                    ways.push_back({{term}, run.weight});
                }
            }
            ways.push_back({{schema::text_term(run.whole)}, run.weight * weight_of_whole(run)});
        }
        if (!run.containing.empty()) {
            const double weight = run.prefix ? 1 : kContainingWeight;
            ways.push_back({text_terms(run.containing), run.weight * weight});
        }
    }
    return ways;
}
}  // namespace gisa::searcher
