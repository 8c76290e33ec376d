// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/explain/nearest_forms.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "common/text/utf8.h"

namespace gisa::searcher {
namespace {
/// Below this, words are no misspellings of each other.
constexpr double kLeastLikeness = 0.6;

/// Longer words are compared by their beginnings: the table below grows with the square.
constexpr std::size_t kMostLetters = 120;

/// A word as single letters; those of a Hangul syllable by their place in it, so that the ㄱ of 가
/// and that of 각 are two.
std::u32string letters_of(std::string_view word) {
    constexpr char32_t kFinals = 28;
    constexpr char32_t kMedialsAndFinals = 21 * kFinals;
    constexpr char32_t kInitial = 0x1100;
    constexpr char32_t kMedial = 0x1161;
    constexpr char32_t kFinal = 0x11A7;
    std::u32string letters;
    for (std::size_t at = 0; at < word.size() && letters.size() < kMostLetters;) {
        const text::Decoded here = text::decode(word, at);
        at += here.bytes;
        if (!text::is_hangul_syllable(here.character)) {
            letters.push_back(here.character);
            continue;
        }
        const char32_t number = here.character - U'가';
        letters.push_back(kInitial + number / kMedialsAndFinals);
        letters.push_back(kMedial + number % kMedialsAndFinals / kFinals);
        if (number % kFinals != 0) {
            letters.push_back(kFinal + number % kFinals);
        }
    }
    return letters;
}

/// Levenshtein's distance.
std::size_t distance(const std::u32string& a, const std::u32string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}
}  // namespace

double likeness(std::string_view a, std::string_view b) {
    const std::u32string first = letters_of(a);
    const std::u32string second = letters_of(b);
    const std::size_t longer = std::max(first.size(), second.size());
    if (longer == 0) {
        return 1;
    }
    return 1.0 - static_cast<double>(distance(first, second)) / static_cast<double>(longer);
}

std::vector<std::string> nearest_forms(
    std::string_view typed, const std::vector<std::string>& words, std::size_t most
) {
    std::vector<std::pair<double, std::string>> ranked;
    for (const std::string& word : words) {
        const double like = likeness(typed, word);
        const bool contains = word.find(typed) != std::string::npos;
        if (contains || like >= kLeastLikeness) {
            ranked.emplace_back(like + (contains ? 1 : 0), word);
        }
    }
    std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    ranked.erase(std::unique(ranked.begin(), ranked.end()), ranked.end());
    std::vector<std::string> nearest;
    for (std::size_t i = 0; i < std::min(most, ranked.size()); ++i) {
        nearest.push_back(std::move(ranked[i].second));
    }
    return nearest;
}
}  // namespace gisa::searcher
