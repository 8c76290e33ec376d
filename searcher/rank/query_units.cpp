// SPDX-License-Identifier: GPL-2.0-or-later
//
// Stored texts are not analysed again: that would cost 20 to 60 ms a query. The few forms of the
// query are searched in them as plain strings, which loses almost nothing.
#include "searcher/rank/query_units.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "common/schema/terms.h"
#include "common/text/english_word.h"
#include "common/text/particles.h"
#include "common/text/utf8.h"

namespace gisa::searcher {
namespace {
constexpr std::size_t kSyllableBytes = 3;

/// Inverse document frequency. Source: S. Robertson and K. Sparck Jones 1976, with the 1 + that
/// keeps very common words from counting against an article.
double idf(std::uint64_t articles, std::uint64_t with) {
    const auto all = static_cast<double>(articles);
    const auto some = static_cast<double>(std::min(with, articles));
    return std::log(1.0 + (all - some + 0.5) / (some + 0.5));
}

bool is_latin_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// The end of the Latin word that goes on at `at`.
std::size_t latin_end(std::string_view text, std::size_t at) {
    while (at < text.size() && is_latin_byte(text[at])) {
        ++at;
    }
    return at;
}

std::string searched_form(const QueryUnit& unit) {
    return unit.latin ? std::string(text::common_beginning(unit.form)) : unit.form;
}
}  // namespace

QueryUnits::QueryUnits(const Plan& plan, ArchiveCounts counts, text::Analyzer& analyzer)
    : counts_(std::move(counts)),
      analyzer_(analyzer),
      question_(plan.question) {
    std::size_t number = 0;
    for (const SearchedWord* word : plan.ranking_words()) {
        for (const SearchedRun& run : word->runs) {
            add_run(run, number);
            weigh_run(run, number);
            ++number;
        }
    }
    for (const QueryUnit& unit : units_) {
        total_weight_ += unit.weight;
    }
    std::vector<std::string> patterns;
    for (const QueryUnit& unit : units_) {
        patterns.push_back(searched_form(unit));
    }
    for (const QueryBigram& bigram : bigrams_) {
        patterns.push_back(bigram.form);
    }
    for (std::uint32_t unit = 0; unit < units_.size(); ++unit) {
        if (!units_[unit].spelled.empty()) {
            patterns.push_back(units_[unit].spelled);
            spelled_.push_back(unit);
        }
    }
    for (const std::string& pattern : patterns) {
        lengths_.push_back(static_cast<std::uint32_t>(pattern.size()));
    }
    scan_.emplace_back(patterns);
}

std::vector<std::string> QueryUnits::forms() const {
    std::vector<std::string> forms(units_.size());
    std::transform(units_.begin(), units_.end(), forms.begin(), [](const QueryUnit& unit) {
        return unit.form;
    });
    return forms;
}

void QueryUnits::add_unit(QueryUnit unit) {
    const bool known = std::any_of(units_.begin(), units_.end(), [&unit](const QueryUnit& other) {
        return other.form == unit.form;
    });
    if (known || unit.form.empty()) {
        return;
    }
    unit.weight = idf(counts_.articles, counts_.articles_with(schema::text_term(unit.form)));
    units_.push_back(std::move(unit));
}

void QueryUnits::add_bigrams(std::string_view word) {
    for (std::size_t at = 0; at + 2 * kSyllableBytes <= word.size(); at += kSyllableBytes) {
        const std::string_view form = word.substr(at, 2 * kSyllableBytes);
        const bool known =
            std::any_of(bigrams_.begin(), bigrams_.end(), [form](const QueryBigram& other) {
                return other.form == form;
            });
        if (!known) {
            bigrams_.push_back(
                {std::string(form), idf(counts_.articles, counts_.articles_with_bigram(form))}
            );
        }
    }
}

void QueryUnits::add_run(const SearchedRun& run, std::size_t number) {
    const bool latin = run.script == text::Script::Latin;
    if (!latin) {
        add_bigrams(run.whole);
    }
    bool any = false;
    for (const std::string& part : run.parts) {
        // A syllable alone stands inside too many other words to say anything.
        if (latin || part.size() >= 2 * kSyllableBytes) {
            QueryUnit unit{.form = part, .latin = latin, .run = number};
            if (latin && run.parts.size() == 1 && run.whole.find('.') != std::string::npos) {
                unit.spelled = run.whole;
            }
            add_unit(std::move(unit));
            any = true;
        }
    }
    if (!any || (latin && run.parts.empty())) {
        const bool syllable = !latin && run.whole.size() <= kSyllableBytes;
        add_unit({.form = run.whole, .latin = latin, .whole_word = syllable, .run = number});
    }
}

/// Parts are evidence for one word: together they weigh what the word weighs, where the archive
/// knows it, and a word that only asks (누구, when) next to nothing.
void QueryUnits::weigh_run(const SearchedRun& run, std::size_t number) {
    double sum = 0;
    double most = 0;
    for (const QueryUnit& unit : units_) {
        sum += unit.run == number ? unit.weight : 0;
        most = std::max(most, unit.run == number ? unit.weight : 0);
    }
    const std::uint64_t with = counts_.articles_with(schema::text_term(run.whole));
    const double whole = with == 0 ? sum : std::max(most, idf(counts_.articles, with));
    const double scale = sum > 0 ? std::min(1.0, whole / sum) * run.weight : 0;
    for (QueryUnit& unit : units_) {
        unit.weight *= unit.run == number ? scale : 1;
    }
}

/// Nothing but particles around it inside its Korean run.
bool QueryUnits::stands_alone(std::string_view text, const UnitHit& hit) const {
    if (hit.begin > 0) {
        const std::size_t before = text::previous_character(text, hit.begin);
        if (text::is_hangul_syllable(text::decode(text, before).character)) {
            return false;
        }
    }
    std::size_t end = hit.end;
    while (end < text.size() && text::is_hangul_syllable(text::decode(text, end).character)) {
        end += kSyllableBytes;
    }
    return end == hit.end || text::is_particle(text.substr(hit.end, end - hit.end), false);
}

const std::string& QueryUnits::stem_of(std::string_view word) {
    const auto known = stems_.find(word);
    return known != stems_.end() ? known->second
                                 : stems_.emplace(word, analyzer_.english_stem(word)).first->second;
}

bool QueryUnits::accept(const QueryUnit& unit, std::string_view text, UnitHit& hit) {
    if (unit.whole_word) {
        return stands_alone(text, hit);
    }
    if (!unit.latin) {
        return true;
    }
    if (hit.begin > 0 && is_latin_byte(text[hit.begin - 1])) {
        return false;
    }
    const std::size_t end = latin_end(text, hit.end);
    const std::string_view word = text.substr(hit.begin, end - hit.begin);
    hit.end = static_cast<std::uint32_t>(end);
    return word == unit.form || stem_of(word) == unit.form;
}

void QueryUnits::find(
    const PatternScan::Found& found, std::string_view text, ScannedText& scanned
) {
    const std::size_t bigrams = units_.size();
    const std::size_t spelled = bigrams + bigrams_.size();
    UnitHit hit{found.pattern, found.end - lengths_[found.pattern], found.end};
    if (found.pattern >= spelled) {
        hit.unit = spelled_[found.pattern - spelled];
        // u.s goes on in u.s.s.r, but not at the end of a sentence.
        const std::size_t behind = hit.end + (text.substr(hit.end, 1) == "." ? 1U : 0U);
        if (latin_end(text, hit.end) == hit.end && latin_end(text, behind) == behind) {
            scanned.hits.push_back(hit);
        }
    } else if (found.pattern >= bigrams) {
        ++scanned.bigram_counts[found.pattern - bigrams];
    } else if (accept(units_[found.pattern], text, hit)) {
        scanned.hits.push_back(hit);
    }
}

void QueryUnits::scan(std::string_view normal_text, ScannedText& scanned) {
    scanned.hits.clear();
    scanned.bigram_counts.assign(bigrams_.size(), 0);
    found_.clear();
    scan_.front().find_all(normal_text, found_);
    for (const PatternScan::Found& found : found_) {
        find(found, normal_text, scanned);
    }
}
}  // namespace gisa::searcher
