// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/korean_lists.h"

#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "common/text/embedded_list.h"
#include "common/text/string_hash.h"

namespace gisa::text {
namespace {
using Nouns =
    std::unordered_map<std::string, std::vector<std::string>, StringHash, std::equal_to<>>;
using Ends = std::unordered_set<std::string, StringHash, std::equal_to<>>;

Nouns read_nouns() {
    Nouns nouns;
    for (const std::string_view line : list_lines(kKoreanNounList)) {
        const std::vector<std::string_view> fields = list_fields(line);
        const std::size_t first = fields.size() == 1 ? 0 : 1;
        std::vector<std::string>& parts = nouns[std::string(fields.front())];
        parts.assign(fields.begin() + static_cast<std::ptrdiff_t>(first), fields.end());
    }
    return nouns;
}

using Spellings = std::unordered_map<std::string, std::string, StringHash, std::equal_to<>>;

Spellings read_spellings() {
    Spellings spellings;
    for (const std::string_view line : list_lines(kNorthSpellingList)) {
        const std::vector<std::string_view> fields = list_fields(line);
        spellings.emplace(fields.at(0), fields.at(1));
    }
    return spellings;
}

Ends read_ends() {
    Ends ends;
    for (const std::string_view line : list_lines(kKoreanSuffixList)) {
        for (const std::string_view end : list_fields(line)) {
            ends.emplace(end);
        }
    }
    return ends;
}
}  // namespace

const std::vector<std::string>* listed_noun(std::string_view word) {
    static const Nouns nouns = read_nouns();
    const auto found = nouns.find(word);
    return found == nouns.end() ? nullptr : &found->second;
}

bool is_compound_end(std::string_view syllable) {
    static const Ends ends = read_ends();
    return ends.find(syllable) != ends.end();
}

std::string south_spelling(std::string_view word) {
    static const Spellings spellings = read_spellings();
    constexpr std::size_t kSyllableBytes = 3;
    for (std::size_t bytes = 2 * kSyllableBytes; bytes <= 3 * kSyllableBytes;
         bytes += kSyllableBytes) {
        const auto found = spellings.find(word.substr(0, bytes));
        if (word.size() >= bytes && found != spellings.end()) {
            return found->second + std::string(word.substr(bytes));
        }
    }
    return {};
}
}  // namespace gisa::text
