// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/meant_words.h"

#include <cstddef>
#include <iterator>
#include <utility>

#include "searcher/suggest/suggester.h"

namespace gisa::searcher {
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
            suggestions.push_back({word->where, std::move(one.text), one.articles, one.reason});
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
        if (is_first && one->where.end <= done) {
            out.replace(one->where.begin, one->where.end - one->where.begin, one->text);
            done = one->where.begin;
        }
    }
    return out;
}
}  // namespace gisa::searcher
