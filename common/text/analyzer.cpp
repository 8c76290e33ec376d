// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/analyzer.h"

#include <utility>

#include <unicode/uvernum.h>

#include "common/text/embedded_list.h"
#include "common/text/fnv.h"
#include "common/text/particles.h"

namespace gisa::text {
namespace {
/// To be raised with every change of a rule that changes any term.
constexpr std::string_view kRules = "8";

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// Whether a run is a particle of the one before it and no word: AI가, G7에서, 20%를, (KIST)는.
bool leans_on(std::string_view text, const Run& before, const Run& run) {
    if (run.script != Script::Korean) {
        return false;
    }
    const std::string_view bytes = text.substr(run.where.begin, run.where.end - run.where.begin);
    if (before.word == run.word) {
        return is_particle(bytes, is_digit(text[before.where.end - 1]));
    }
    const bool closed = before.where.end < run.where.begin
                        && skip_closers(text, before.where.end) == run.where.begin;
    return closed && is_particle(bytes, false);
}
}  // namespace

Analyzer::Analyzer(
    std::shared_ptr<const Dictionary> dictionary,
    std::shared_ptr<const UserWords> user_words,
    std::shared_ptr<FormMemo> memo
)
    : korean_(
        std::move(dictionary),
        memo ? std::move(memo) : std::make_shared<FormMemo>(kRememberedForms),
        std::move(user_words)
    ) {}

void Analyzer::analyze(std::string_view utf8, const std::function<void(const AnalyzedRun&)>& sink) {
    normal_.assign(utf8);
    scan(normal_.text(), runs_);
    const std::string_view text = normal_.text();
    const Run* before = nullptr;
    for (const Run& run : runs_) {
        const std::string_view bytes =
            text.substr(run.where.begin, run.where.end - run.where.begin);
        const bool leans = before != nullptr && leans_on(text, *before, run);
        before = &run;
        if (run.script == Script::Latin) {
            const EnglishForm& form = english_.analyze(bytes);
            english_parts_.assign(form.parts.begin(), form.parts.end());
            sink({run.script, run.where, run.word, form.whole, english_parts_});
            continue;
        }
        if (run.script == Script::Other) {
            sink({run.script, run.where, run.word, bytes, {}});
            continue;
        }
        if (leans) {
            continue;
        }
        const FlatForm& form = korean_.analyze(bytes);
        sink({run.script, run.where, run.word, form.whole(), form.parts(), form.inflected()});
    }
}

std::string Analyzer::fingerprint(const Dictionary* dictionary, const UserWords* user_words) {
    Fnv64 lists;
    lists.add(kParticleList);
    lists.add(kKoreanNounList);
    lists.add(kKoreanSuffixList);
    lists.add(kNorthSpellingList);
    lists.add(kHanjaReadingList);
    lists.add(kHanjaPairList);
    lists.add(kHanjaShorthandList);
    lists.add(kEnglishStemList);
    std::string out = "gisa-text ";
    out.append(kRules).append("; lists ").append(lists.hex());
    out.append("; icu ").append(U_ICU_VERSION).append("; snowball english; ");
    out.append(dictionary == nullptr ? "no dictionary" : dictionary->fingerprint());
    if (user_words != nullptr && !user_words->empty()) {
        out.append("; user words ").append(user_words->fingerprint());
    }
    return out;
}
}  // namespace gisa::text
