// SPDX-License-Identifier: GPL-2.0-or-later
//
// A word that is typed must find its forms in the articles, so a form has to get the word's terms.
// What makes forms is tried out: particles, punctuation, case; and what articles hold is looked up.
#include "indexer/analyze/word_check.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "common/text/particles.h"
#include "common/text/utf8.h"

namespace gisa::indexer {
namespace {
constexpr std::size_t kKept = 10'000;

constexpr std::array<std::string_view, 22> kMarks = {
    ".", ",", "!", "?", ":",  ";",  ")",  "]",  "\"", "'", "/",
    "…", "·", "”", "’", "」", "』", "》", "〉", "~",  "—", "%",
};

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// The three ways to write a word's ASCII letters that differ from each other.
std::set<std::string> cases_of(std::string_view word) {
    std::string upper(word);
    std::string lower(word);
    for (std::size_t i = 0; i < word.size(); ++i) {
        upper[i] = is_lower(word[i]) ? static_cast<char>(word[i] - 'a' + 'A') : word[i];
        lower[i] = is_upper(word[i]) ? static_cast<char>(word[i] - 'A' + 'a') : word[i];
    }
    std::string title = lower;
    title.front() = upper.front();
    std::set<std::string> cases = {upper, lower, title};
    return cases.size() == 1 ? std::set<std::string>{} : cases;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
}  // namespace

WordChecker::WordChecker(text::Analyzer& analyzer, const std::vector<std::string>& words)
    : analyzer_(analyzer) {
    std::set<std::size_t, std::greater<>> lengths;
    for (const std::string& typed : words) {
        Word word{.typed = typed, .normal = {}, .runs = runs_of(typed), .terms = {}};
        if (word.runs.empty()) {
            continue;
        }
        const ByteRange first = word.runs.front().where;
        const ByteRange last = word.runs.back().where;
        word.normal = analyzer_.normal_form().text().substr(first.begin, last.end - first.begin);
        const std::size_t end = text::previous_character(word.normal, word.normal.size());
        const char32_t character = text::decode(word.normal, end).character;
        word.korean_end = text::is_hangul_syllable(character) || text::is_han(character);
        word.terms = terms_of(word.runs);
        lengths.insert(word.normal.size());
        words_.push_back(std::move(word));
    }
    lengths_.assign(lengths.begin(), lengths.end());
    for (std::size_t i = 0; i < words_.size(); ++i) {
        by_normal_.emplace(words_[i].normal, i);
    }
    report_.words = words_.size();
}

std::vector<WordChecker::Run> WordChecker::runs_of(std::string_view text) {
    std::vector<Run> runs;
    analyzer_.analyze(text, [&runs](const text::AnalyzedRun& run) {
        runs.push_back(
            {std::string(run.whole), {run.parts.begin(), run.parts.end()}, run.where, run.word}
        );
    });
    return runs;
}

WordChecker::Terms WordChecker::terms_of(const std::vector<Run>& runs) {
    std::set<std::string> terms;
    for (const Run& run : runs) {
        terms.insert(run.whole);
        terms.insert(run.parts.begin(), run.parts.end());
    }
    return {terms.begin(), terms.end()};
}

/// As a search does: each run by its whole or by all of its parts. `terms` ascend.
bool WordChecker::finds(const std::vector<Run>& typed, const Terms& terms) {
    const auto holds = [&terms](const std::string& term) {
        return std::binary_search(terms.begin(), terms.end(), term);
    };
    return std::all_of(typed.begin(), typed.end(), [&holds](const Run& run) {
        return holds(run.whole)
               || (!run.parts.empty() && std::all_of(run.parts.begin(), run.parts.end(), holds));
    });
}

void WordChecker::disagree(WordDisagreement disagreement) {
    ++report_.disagreements;
    if (report_.first.size() < kKept) {
        report_.first.push_back(std::move(disagreement));
    }
}

void WordChecker::check_form(const Word& word, Kind kind, const std::string& form) {
    ++report_.forms;
    const std::vector<Run> runs = runs_of(form);
    Terms got = terms_of(runs);
    if (!finds(word.runs, got) || !finds(runs, word.terms)) {
        disagree({kind, word.typed, form, {}, word.terms, std::move(got)});
    }
}

void WordChecker::check_particles(const Word& word) {
    const bool digit = is_digit(word.normal.back());
    for (const std::string& particle : text::particles_behind(word.normal)) {
        // Behind Latin letters and digits only some are taken for particles, by intention.
        if (word.korean_end || text::is_particle(particle, digit)) {
            check_form(word, Kind::Particle, word.typed + particle);
        }
    }
}

void WordChecker::check_forms() {
    for (const Word& word : words_) {
        check_particles(word);
        for (const std::string_view mark : kMarks) {
            check_form(word, Kind::Punctuation, word.typed + std::string(mark));
        }
        for (const std::string& form : cases_of(word.typed)) {
            check_form(word, Kind::Case, form);
        }
    }
}

void WordChecker::check_articles(const catalog::Catalog& catalog, const WordCheckOptions& options) {
    const std::uint32_t most = options.articles_per_word;
    const auto is_done = [most](const Word& word) { return word.articles >= most; };
    const catalog::Reading reading(catalog);
    std::vector<catalog::Row> rows = catalog.visible_rows();
    std::reverse(rows.begin(), rows.end());
    rows.resize(std::min<std::size_t>(rows.size(), options.most_articles));
    std::string title;
    std::string body;
    for (const catalog::Row row : rows) {
        if (std::all_of(words_.begin(), words_.end(), is_done)) {
            return;
        }
        const std::optional<Article> headline = catalog.headline(row);
        if (!headline || !catalog.text(row, title, body)) {
            continue;
        }
        ++report_.articles;
        title.append("\n\n").append(body);
        check_article(headline->id, title, most);
    }
}

/// The longest listed word that the text has where a run begins; a Latin word must end there too,
/// so that art is not seen in article.
WordChecker::Word* WordChecker::word_at(std::string_view text, const Run& run) {
    for (const std::size_t length : lengths_) {
        const auto found = by_normal_.find(text.substr(run.where.begin, length));
        if (found == by_normal_.end()) {
            continue;
        }
        Word& word = words_[found->second];
        if (word.korean_end || run.where.begin + length == run.where.end) {
            return &word;
        }
    }
    return nullptr;
}

void WordChecker::check_article(const std::string& id, std::string_view text, std::uint32_t most) {
    const std::vector<Run> runs = runs_of(text);
    const std::string_view normal = analyzer_.normal_form().text();
    Terms all;
    std::set<const Word*> seen;
    for (auto run = runs.begin(); run != runs.end(); ++run) {
        Word* const word = word_at(normal, *run);
        if (word == nullptr || word->articles >= most || !seen.insert(word).second) {
            continue;
        }
        ++word->articles;
        ++report_.forms;
        if (all.empty()) {
            all = terms_of(runs);
        }
        if (!finds(word->runs, all)) {
            auto end = run;
            while (end != runs.end() && end->word == run->word) {
                ++end;
            }
            const std::size_t begin = run->where.begin;
            disagree(
                {Kind::Article,
                 word->typed,
                 std::string(normal.substr(begin, (end - 1)->where.end - begin)),
                 id,
                 word->terms,
                 terms_of({run, end})}
            );
        }
    }
}
}  // namespace gisa::indexer
