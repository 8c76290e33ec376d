// SPDX-License-Identifier: GPL-2.0-or-later
//
// Segments hold no lists of an article's terms, so its text is analysed again, as it was when it was
// indexed: what is counted here and what the index counts are the same terms.
#include "searcher/related/word_tally.h"

#include <algorithm>

#include "common/text/fnv.h"
#include "common/text/particles.h"

namespace gisa::searcher {
namespace {
/// A report says what it is about long before this; an encyclopaedia's article goes on.
constexpr std::size_t kMostBodyBytes = 2'048;

std::string_view beginning(std::string_view body) {
    if (body.size() <= kMostBodyBytes) {
        return body;
    }
    const std::size_t space = body.find_last_of(" \n", kMostBodyBytes);
    return body.substr(0, space == std::string_view::npos ? kMostBodyBytes : space);
}

/// Up to and with the end of the first line or sentence, whichever ends first.
std::size_t sentence_bytes(std::string_view text) {
    const std::size_t line = text.find('\n');
    std::size_t end = line;
    for (const std::string_view sign : {". ", "? ", "! "}) {
        end = std::min(end, text.substr(0, end).find(sign));
    }
    return end == std::string_view::npos ? text.size() : end + 1;
}

bool all_letters(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
}

/// What turns a noun into a verb.
bool makes_verb(std::string_view ending) {
    constexpr auto kSyllables = std::to_array<std::string_view>(
        {"하", "한", "할", "함", "합", "해", "했", "되", "된", "될", "됨", "됩", "돼", "됐", "시"}
    );
    return std::any_of(kSyllables.begin(), kSyllables.end(), [ending](std::string_view one) {
        return ending.starts_with(one);
    });
}

/// Whether a word stands as nouns do: its verbs' forms (만들 in 만들었다) do not.
bool is_noun(std::string_view written, std::string_view whole) {
    if (!written.starts_with(whole)) {
        return false;
    }
    const std::string_view ending = written.substr(whole.size());
    if (ending.empty() || makes_verb(ending)) {
        return true;
    }
    const std::vector<text::ParticleMatch> particles = text::particles_at_end(written);
    return std::any_of(particles.begin(), particles.end(), [whole](const auto& one) {
        return one.begin == whole.size();
    });
}

/// Korea's -> Korea
std::string_view without_possessive(std::string_view written) {
    for (const std::string_view tail : {"'s", "'S", "’s", "’S"}) {
        if (written.size() > tail.size() && written.ends_with(tail)) {
            return written.substr(0, written.size() - tail.size());
        }
    }
    return written;
}
}  // namespace

void WordTally::add(std::string_view title, std::string_view body) {
    in_story_.clear();
    runs_ = {0, 0};
    read(title);
    read(new_sentences(beginning(body)));
    const std::size_t script =
        runs_[kLatinStory] > runs_[kKoreanStory] ? kLatinStory : kKoreanStory;
    ++stories_.at(script);
    for (TalliedWord* const word : in_story_) {
        ++word->by_script.at(script);
    }
}

std::string_view WordTally::new_sentences(std::string_view body) {
    fresh_.clear();
    while (!body.empty()) {
        const std::size_t bytes = sentence_bytes(body);
        const std::string_view sentence = body.substr(0, bytes);
        body.remove_prefix(bytes);
        text::Fnv64 hash;
        hash.add(sentence.substr(std::min(sentence.find_first_not_of(" \n"), sentence.size())));
        if (sentences_.insert(hash.value()).second) {
            fresh_.append(sentence);
        }
    }
    return fresh_;
}

void WordTally::read(std::string_view text) {
    analyzer_.analyze(text, [&](const text::AnalyzedRun& run) {
        const text::NormalForm& normal = analyzer_.normal_form();
        if (run.script == text::Script::Latin) {
            const ByteRange where = normal.original(run.where);
            read_latin(text.substr(where.begin, where.end - where.begin), run);
        } else {
            const std::string_view bytes = normal.text();
            read_korean(bytes.substr(run.where.begin, run.where.end - run.where.begin), run);
        }
    });
}

void WordTally::read_latin(std::string_view written, const text::AnalyzedRun& run) {
    ++runs_[kLatinStory];
    const bool has_stem = run.parts.size() == 1 && all_letters(run.whole);
    TalliedWord& word = count(has_stem ? run.parts.front() : run.whole, run.script);
    written = without_possessive(written);
    const auto spelling = word.spellings.find(written);
    if (spelling == word.spellings.end()) {
        word.spellings.emplace(written, 1);
    } else {
        ++spelling->second;
    }
    count_alone(word);
    ++word.nouns;
    if (!has_stem) {
        for (const std::string_view part : run.parts) {
            count(part, run.script);
        }
    }
}

void WordTally::read_korean(std::string_view normal, const text::AnalyzedRun& run) {
    ++runs_[kKoreanStory];
    TalliedWord& word = count(run.whole, run.script);
    if (word.spellings.empty()) {
        word.spellings.emplace(run.whole, 0);
    }
    ++word.spellings.begin()->second;
    count_alone(word);
    word.nouns += is_noun(normal, run.whole) ? 1 : 0;
    for (const std::string_view part : run.parts) {
        count(part, run.script);
    }
}

void WordTally::count_alone(TalliedWord& word) {
    ++word.words;
    const std::uint32_t story = stories() + 1;
    word.alone += word.last_alone == story ? 0 : 1;
    word.last_alone = story;
}

TalliedWord& WordTally::count(std::string_view term, text::Script script) {
    auto found = words_.find(term);
    if (found == words_.end()) {
        found = words_.emplace(term, TalliedWord{.script = script}).first;
    }
    TalliedWord& word = found->second;
    const std::uint32_t story = stories();
    if (word.stories.empty() || word.stories.back() != story) {
        word.stories.push_back(story);
        in_story_.push_back(&word);
    }
    return word;
}
}  // namespace gisa::searcher
