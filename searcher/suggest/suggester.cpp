// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/suggest/suggester.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "common/schema/terms.h"
#include "common/text/small_letters.h"
#include "common/text/syllable.h"
#include "common/text/utf8.h"
#include "searcher/suggest/distance.h"
#include "searcher/suggest/keyboard.h"

namespace gisa::searcher {
namespace {
/// A word in more articles than this is taken for what was meant.
constexpr std::uint64_t kWellKnown = 20;

/// How many times more articles a word of one error more must have to be as likely. Four in five
/// misspelt words have one error (Damerau, A technique for computer detection and correction of
/// spelling errors, CACM 7(3), 1964), so it takes many.
constexpr double kArticlesPerError = 50;

/// A suggestion must be in so many times as many articles as the word typed.
constexpr std::uint64_t kTimesMore = 10;

constexpr std::size_t kMostErrors = 2;

/// Short words have too many neighbours for a second error.
constexpr std::size_t kKeysForTwoErrors = 7;

constexpr std::size_t kShortestLatin = 4;

/// Work is counted in words of a lexicon that were walked past; the others by what they take of
/// time beside those (bench/suggest_bench). All of it is about 20 ms where segments are few; the same
/// words are looked at where they are many.
constexpr std::size_t kMostWork = 500'000;
constexpr std::size_t kWorkOfATerm = 8;       ///< walked past in the database
constexpr std::size_t kWorkOfALookUp = 128;   ///< of a term
constexpr std::size_t kWorkOfANeighbour = 4;  ///< of a word's keys
constexpr std::size_t kWorkOfAPair = 8'000;   ///< of syllables, whose words are collected
constexpr std::size_t kWorkOfADistance = 16;  ///< between two words' keys

constexpr std::size_t kSyllableBytes = 3;

/// Nobody means one word by more syllables.
constexpr std::size_t kMostSyllables = 32;

/// The keys of the Korean keyboard; capitals are keys with shift that type another letter.
constexpr std::string_view kHangulKeys = "abcdefghijklmnopqrstuvwxyzEOPQRTW";
constexpr std::string_view kLatinKeys = "abcdefghijklmnopqrstuvwxyz";

bool is_latin(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

bool is_syllables(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const text::Decoded here = text::decode(word, at);
        at += here.bytes;
        if (!text::is_hangul_syllable(here.character)) {
            return false;
        }
    }
    return !word.empty();
}

/// The numbers of initial consonants; nothing unless the word consists of two or more of them alone.
std::optional<std::u32string> initials_of(std::string_view word) {
    std::u32string leads;
    for (std::size_t at = 0; at < word.size();) {
        const text::Decoded here = text::decode(word, at);
        at += here.bytes;
        const std::size_t lead = text::kLeadLetters.find(here.character);
        if (lead == std::u32string_view::npos) {
            return std::nullopt;
        }
        leads.push_back(static_cast<char32_t>(lead));
    }
    return leads.size() < 2 ? std::nullopt : std::optional(leads);
}

bool has_initials(std::u16string_view word, std::u32string_view leads) {
    return word.size() == leads.size()
           && std::equal(word.begin(), word.end(), leads.begin(), [](char16_t c, char32_t lead) {
                  return text::lead_consonant(c) == lead;
              });
}

/// Calls `visit` with all that one error makes of the keys up to `end`, until it returns false.
template <class Visit>
void for_each_neighbour(
    const std::string& keys, std::string_view alphabet, std::size_t end, Visit visit
) {
    std::string near;
    const auto goes_on = [&](auto&& change) {
        near = keys;
        change(near);
        return visit(near);
    };
    for (std::size_t at = 0; at <= std::min(end, keys.size()); ++at) {
        for (const char key : alphabet) {
            if (!goes_on([&](std::string& one) { one.insert(at, 1, key); })) {
                return;
            }
        }
        if (at == keys.size()) {
            return;
        }
        if (!goes_on([&](std::string& one) { one.erase(at, 1); })) {
            return;
        }
        if (at + 1 < keys.size() && keys[at] != keys[at + 1]
            && !goes_on([&](std::string& one) { std::swap(one[at], one[at + 1]); })) {
            return;
        }
        for (const char key : alphabet) {
            if (key != keys[at] && !goes_on([&](std::string& one) { one[at] = key; })) {
                return;
            }
        }
    }
}
}  // namespace

bool Suggester::is_known(std::string_view typed) {
    bool known = true;
    bool any = false;
    analyzer_.analyze(typed, [&](const text::AnalyzedRun& run) {
        any = true;
        known = known && articles_with(std::string(run.whole)) > 0;
    });
    return any && known;
}

std::vector<SuggestedWord> Suggester::suggest(std::string_view typed, std::size_t most) {
    work_left_ = kMostWork;
    found_.clear();
    const std::string whole = whole_of(typed);
    typed_articles_ = whole.empty() ? 0 : articles_with(whole);
    if (typed_articles_ > kWellKnown) {
        return {};
    }
    by_initials(typed);
    by_keyboard(typed);
    if (is_syllables(whole) && whole.size() <= kMostSyllables * kSyllableBytes) {
        by_hangul_spelling(whole);
        by_spacing(whole);
    } else if (is_latin(typed) && typed.size() >= kShortestLatin) {
        by_latin_spelling(text::small_letters(typed));
    }
    std::vector<Found> all;
    all.reserve(found_.size());
    for (auto& [text, found] : found_) {
        all.push_back(std::move(found));
    }
    std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) {
        return a.cost != b.cost ? a.cost < b.cost : a.word.text < b.word.text;
    });
    std::vector<SuggestedWord> words;
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i) {
        words.push_back(std::move(all[i].word));
    }
    return words;
}

void Suggester::add(
    std::string text, std::uint64_t articles, SuggestedWord::Reason reason, double errors
) {
    if (articles < std::max<std::uint64_t>(1, kTimesMore * typed_articles_)) {
        return;
    }
    const double cost =
        errors * std::log(kArticlesPerError) - std::log(static_cast<double>(articles));
    const auto [place, is_new] = found_.try_emplace(text);
    if (is_new || cost < place->second.cost) {
        place->second = {cost, {std::move(text), articles, reason}};
    }
}

/// The words of one initial consonant stand together in the lexicon.
void Suggester::by_initials(std::string_view typed) {
    const std::optional<std::u32string> leads = initials_of(typed);
    if (!leads) {
        return;
    }
    const auto first = static_cast<char16_t>(text::make_syllable(leads->front(), 0, 0));
    std::unordered_map<std::u16string, std::uint64_t> articles;
    segments_.walk_words({&first, 1}, [&](std::u16string_view word, std::uint32_t in) {
        if (text::lead_consonant(word.front()) != leads->front() || !may_spend(1)) {
            return false;
        }
        if (has_initials(word, *leads)) {
            articles[std::u16string(word)] += in;
        }
        return true;
    });
    for (const auto& [word, in] : articles) {
        add(text::utf8_of(word), in, SuggestedWord::Reason::Initials, 0);
    }
}

void Suggester::by_keyboard(std::string_view typed) {
    std::optional<std::string> meant;
    if (is_latin(typed)) {
        meant = syllables_of(typed);
    } else {
        meant = keys_of(typed);
        if (meant && is_latin(*meant)) {
            meant = text::small_letters(*meant);
        }
    }
    if (!meant || meant->empty()) {
        return;
    }
    const std::string whole = whole_of(*meant);
    if (!whole.empty()) {
        add(*meant, articles_with(whole), SuggestedWord::Reason::Keyboard, 0);
    }
}

void Suggester::by_hangul_spelling(const std::string& word) {
    const std::optional<std::string> keys = keys_of(word);
    if (!keys) {
        return;
    }
    for_each_neighbour(*keys, kHangulKeys, keys->size(), [&](const std::string& other) {
        const std::optional<std::string> near = syllables_of(other);
        if (near && near->size() >= 2 * kSyllableBytes && *near != word
            && may_spend(kWorkOfALookUp)) {
            add(*near, articles_with(*near), SuggestedWord::Reason::Spelling, 1);
        }
        return may_spend(kWorkOfANeighbour);
    });
    if (!found_.empty() || keys->size() < kKeysForTwoErrors) {
        return;
    }
    // Two errors leave some pair of syllables whole, but in short words, which have none to spare.
    constexpr std::size_t kWordsOfAPair = 3'000;
    for (std::size_t at = 0; at + 2 * kSyllableBytes <= word.size() && may_spend(kWorkOfAPair);
         at += kSyllableBytes) {
        const std::string_view pair = std::string_view(word).substr(at, 2 * kSyllableBytes);
        for (const segment::SegmentSet::Word& near :
             segments_.words_containing(pair, kWordsOfAPair)) {
            if (!may_spend(kWorkOfADistance)) {
                return;
            }
            const std::optional<std::string> near_keys = keys_of(near.word);
            const std::size_t errors =
                near_keys ? key_distance(*keys, *near_keys, kMostErrors) : kMostErrors + 1;
            if (errors > 0 && errors <= kMostErrors) {
                add(near.word,
                    near.articles,
                    SuggestedWord::Reason::Spelling,
                    static_cast<double>(errors));
            }
        }
    }
}

/// Errors behind the first two letters are found among the words that begin with them, those in
/// the first two by trying each.
void Suggester::by_latin_spelling(const std::string& word) {
    constexpr std::size_t kBegin = 2;
    const std::size_t most = word.size() >= kKeysForTwoErrors ? kMostErrors : 1;
    for_each_neighbour(word, kLatinKeys, kBegin, [&](const std::string& other) {
        const bool may = may_spend(kWorkOfALookUp);
        if (may) {
            add(other, articles_with(other), SuggestedWord::Reason::Spelling, 1);
        }
        return may;
    });
    segments_.walk_terms(word.substr(0, kBegin), [&](const std::string& term, std::uint64_t in) {
        const std::size_t errors = is_latin(term) ? key_distance(word, term, most) : most + 1;
        if (errors > 0 && errors <= most) {
            add(term, in, SuggestedWord::Reason::Spelling, static_cast<double>(errors));
        }
        return may_spend(kWorkOfATerm);
    });
}

void Suggester::by_spacing(const std::string& word) {
    for (std::size_t at = 2 * kSyllableBytes;
         at + 2 * kSyllableBytes <= word.size() && may_spend(2 * kWorkOfALookUp);
         at += kSyllableBytes) {
        std::string parted = word;
        parted.insert(at, 1, ' ');
        const std::uint64_t rarer =
            std::min(articles_with(word.substr(0, at)), articles_with(word.substr(at)));
        add(std::move(parted), rarer, SuggestedWord::Reason::Spacing, 1);
    }
}

bool Suggester::may_spend(std::size_t work) {
    const bool may = work <= work_left_;
    work_left_ = may ? work_left_ - work : 0;
    return may;
}

std::uint64_t Suggester::articles_with(const std::string& word) const {
    return segments_.articles_with(schema::text_term(word));
}

/// The word without its particles; empty when it is several words or none.
std::string Suggester::whole_of(std::string_view typed) {
    std::string whole;
    std::size_t runs = 0;
    analyzer_.analyze(typed, [&](const text::AnalyzedRun& run) {
        ++runs;
        whole = run.whole;
    });
    return runs == 1 ? whole : std::string();
}
}  // namespace gisa::searcher
