// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/meant_words.h"

#include <cstddef>
#include <iterator>
#include <utility>

#include "common/text/syllable.h"
#include "common/text/utf8.h"
#include "searcher/suggest/suggester.h"

namespace gisa::searcher {
namespace {
/// The family names of nine in ten Koreans. Source: Statistics Korea, census of 2015.
constexpr std::u32string_view kFamilyNames =
    U"김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하";

constexpr std::size_t kSyllableBytes = 3;

/// Whether what is near to a word was surely meant. A Korean word of two syllables, or what looks like
/// a name, has neighbours without being wrong: 장마 is no 장사, and 임영웅 nobody else.
bool is_sure(std::string_view typed, QuerySuggestion::Reason reason) {
    constexpr std::size_t kName = 3 * kSyllableBytes;
    const char32_t first = text::decode(typed, 0).character;
    if (reason != QuerySuggestion::Reason::Spelling || !text::is_hangul_syllable(first)) {
        return true;
    }
    const bool is_name =
        typed.size() == kName && kFamilyNames.find(first) != std::u32string_view::npos;
    return typed.size() >= kName && !is_name;
}

std::uint64_t articles_with_all(OpenArchive& archive, const std::string& words) {
    const Plan plan = archive.plan(parse(words));
    return archive.matcher()
        .match(plan, {.exact_count = true}, archive.text_holds(plan))
        .total.estimate;
}
}  // namespace

std::vector<QuerySuggestion> meant_words(
    OpenArchive& archive, std::string_view query, const ParsedQuery& parsed, bool nothing_found
) {
    constexpr std::size_t kMost = 3;
    constexpr std::size_t kMostWords = 5;
    std::vector<QuerySuggestion> suggestions;
    Suggester suggester(archive.segments(), archive.analyzer());
    std::size_t words = 0;
    for (const QueryNode* word : typed_words(parsed.root)) {
        if (!nothing_found && suggester.is_known(word->text)) {
            continue;
        }
        if (++words > kMostWords) {
            break;
        }
        // A word of a saved query stands for all of it there.
        const std::size_t bytes = word->where.end - word->where.begin;
        if (query.compare(word->where.begin, bytes, word->text) != 0) {
            continue;
        }
        for (SuggestedWord& one : suggester.suggest(word->text, kMost)) {
            if (one.reason == SuggestedWord::Reason::Spacing) {
                one.articles = articles_with_all(archive, one.text);
            }
            if (one.articles > 0) {
                suggestions.push_back({word->where, std::move(one.text), one.articles, one.reason});
            }
        }
    }
    return suggestions;
}

std::string corrected(std::string_view query, const std::vector<QuerySuggestion>& suggestions) {
    std::string out(query);
    std::size_t done = query.size();
    for (auto one = suggestions.rbegin(); one != suggestions.rend(); ++one) {
        const bool is_first =
            std::next(one) == suggestions.rend() || std::next(one)->where.begin != one->where.begin;
        const std::string_view typed =
            query.substr(one->where.begin, one->where.end - one->where.begin);
        if (is_first && one->where.end <= done && is_sure(typed, one->reason)) {
            out.replace(one->where.begin, one->where.end - one->where.begin, one->text);
            done = one->where.begin;
        }
    }
    return out;
}
}  // namespace gisa::searcher
