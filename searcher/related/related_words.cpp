// SPDX-License-Identifier: GPL-2.0-or-later
//
// A word is scored by how surprising it is that so many of the stories found have it, when the
// archive's articles have it so seldom. What nobody would call a word of its own is left out first,
// what only repeats part of a longer word afterwards.
#include "searcher/related/related_words.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include "common/text/particles.h"
#include "common/text/small_letters.h"
#include "common/text/utf8.h"
#include "searcher/related/function_words.h"
#include "searcher/related/surprise.h"

namespace gisa::searcher {
namespace {
/// A word of fewer stories may be one article's.
constexpr std::size_t kFewestStories = 2;
/// ... and where there are many stories, of as few as that.
constexpr std::size_t kManyStories = 10;

/// Once in a thousand words chance does as much (log_likelihood_ratio).
constexpr double kLeastScore = 10.83;

/// English articles are as many as have this word; very few Korean ones do.
constexpr const char* kEnglishArticle = "the";

struct Candidate {
    const std::string* term = nullptr;
    const TalliedWord* word = nullptr;
    std::uint64_t articles = 0;
    double score = 0;
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// 5G and 3D, but neither 2024, 3.25, 1990s nor 100m.
bool is_number(std::string_view term) {
    const auto digits = std::count_if(term.begin(), term.end(), is_digit);
    return is_digit(term.front()) && (digits > 1 || digits == std::ssize(term));
}

/// What the words of the query are made of.
class QueryWords {
  public:
    explicit QueryWords(const Plan& plan) {
        for (const SearchedWord* const word : plan.ranking_words()) {
            for (const SearchedRun& run : word->runs) {
                terms_.insert(run.whole);
                terms_.insert(run.parts.begin(), run.parts.end());
                if (run.prefix) {
                    prefixes_.push_back(run.whole);
                }
            }
        }
    }

    /// What a longer Korean word says beside one of them, one after the other: 동계 of 동계올림픽.
    /// English words are not put together so: sport says more than port.
    [[nodiscard]] std::vector<std::string> rests_of(const std::string& term, text::Script script)
        const {
        std::vector<std::string> rests;
        if (script != text::Script::Korean) {
            return rests;
        }
        for (const std::string& one : terms_) {
            const std::size_t at = term.find(one);
            if (at != std::string::npos && text::count_characters(one) > 1) {
                rests.push_back(std::string(term).erase(at, one.size()));
            }
        }
        return rests;
    }

    /// Whether a term is one of them, begins as one of them asks for, or is made of them alone.
    [[nodiscard]] bool have(std::string_view term, text::Script script) const {
        return terms_.contains(std::string(term))
               || (script == text::Script::Korean && is_made_of_them(term))
               || std::any_of(prefixes_.begin(), prefixes_.end(), [term](const auto& prefix) {
                      return term.starts_with(prefix);
                  });
    }

  private:
    [[nodiscard]] bool is_made_of_them(std::string_view term) const {
        return term.empty()
               || std::any_of(terms_.begin(), terms_.end(), [&](const std::string& one) {
                      return !one.empty() && term.starts_with(one)
                             && is_made_of_them(term.substr(one.size()));
                  });
    }

    std::set<std::string> terms_;
    std::vector<std::string> prefixes_;
};

/// Whether somebody would read it as a word that says something: it stands alone in most stories
/// that have it, and mostly as nouns do.
bool is_telling(const std::string& term, const TalliedWord& word) {
    constexpr std::size_t kHalf = 2;
    return kHalf * word.alone >= word.stories.size() && kHalf * word.nouns >= word.words
           && text::count_characters(term) > 1 && !is_number(term) && !is_function_word(term)
           && !text::is_particle(term, false)
           && std::none_of(word.spellings.begin(), word.spellings.end(), [](const auto& spelling) {
                  return is_function_word(text::small_letters(spelling.first));
              });
}

/// Each language's stories are held against as many articles as the archive has of that language:
/// held against all, every English word would be news in an archive that is mostly Korean.
double score(
    const WordTally& tally,
    const TalliedWord& word,
    std::uint64_t articles,
    const ArchiveWords& archive,
    std::uint64_t english
) {
    double sum = 0;
    for (const std::size_t script : {kKoreanStory, kLatinStory}) {
        const std::uint64_t held = script == kLatinStory
                                       ? english
                                       : archive.articles - std::min(english, archive.articles);
        sum += log_likelihood_ratio(
            {.found_with = word.by_script.at(script),
             .found = tally.stories_in(script),
             .archive_with = std::min(articles, held),
             .archive = held}
        );
    }
    return sum;
}

/// The stories that have both.
std::size_t shared(const TalliedWord& a, const TalliedWord& b) {
    std::vector<std::uint32_t> both;
    std::set_intersection(
        a.stories.begin(),
        a.stories.end(),
        b.stories.begin(),
        b.stories.end(),
        std::back_inserter(both)
    );
    return both.size();
}

/// Whether most stories have the word only as a part of a longer one that is shown.
bool only_repeats(const Candidate& part, const std::vector<Candidate>& all) {
    return std::any_of(all.begin(), all.end(), [&part](const Candidate& longer) {
        return longer.term->size() > part.term->size()
               && longer.word->script == text::Script::Korean
               && longer.term->find(*part.term) != std::string::npos
               && 2 * shared(*part.word, *longer.word) >= part.word->stories.size();
    });
}

bool is_shown(const std::vector<RelatedWord>& words, std::string_view word) {
    return std::any_of(words.begin(), words.end(), [word](const RelatedWord& shown) {
        return shown.word == word;
    });
}

/// As the stories write it most often.
std::string spelling(const TalliedWord& word) {
    return std::max_element(
               word.spellings.begin(),
               word.spellings.end(),
               [](const auto& a, const auto& b) { return a.second < b.second; }
    )->first;
}

/// The words that chance does not explain, the most surprising ones first.
std::vector<Candidate> surprising(
    const WordTally& tally, const QueryWords& query, const ArchiveWords& archive
) {
    const std::size_t fewest = kFewestStories + (tally.stories() >= kManyStories ? 1 : 0);
    const std::uint64_t english = std::max<std::uint64_t>(
        archive.articles_with(kEnglishArticle), tally.stories_in(kLatinStory)
    );
    std::vector<Candidate> candidates;
    for (const auto& [term, word] : tally.words()) {
        if (word.stories.size() < fewest || !is_telling(term, word)
            || query.have(term, word.script)) {
            continue;
        }
        Candidate one{&term, &word, archive.articles_with(term)};
        one.score = score(tally, word, one.articles, archive, english);
        if (one.score >= kLeastScore) {
            candidates.push_back(one);
        }
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : *a.term < *b.term;
    });
    return candidates;
}
}  // namespace

std::vector<RelatedWord> related_words(
    const WordTally& tally, const Plan& plan, const ArchiveWords& archive, std::size_t limit
) {
    // Beyond so many, what a longer word repeats is not looked for.
    constexpr std::size_t kLookedThrough = 500;
    const QueryWords query(plan);
    std::vector<Candidate> candidates = surprising(tally, query, archive);
    candidates.resize(std::min(candidates.size(), std::max(kLookedThrough, limit)));
    std::vector<RelatedWord> words;
    for (const Candidate& one : candidates) {
        if (words.size() == limit) {
            break;
        }
        const std::vector<std::string> rests = query.rests_of(*one.term, one.word->script);
        const bool says_nothing_more =
            std::any_of(rests.begin(), rests.end(), [&words](const std::string& rest) {
                return text::count_characters(rest) < 2 || is_shown(words, rest);
            });
        if (!says_nothing_more && !only_repeats(one, candidates)) {
            words.push_back({
                .word = spelling(*one.word),
                .stories = one.word->stories.size(),
                .articles = one.articles,
                .score = one.score,
            });
        }
    }
    return words;
}
}  // namespace gisa::searcher
