// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/phrase.h"

#include <algorithm>
#include <array>

#include "common/schema/biwords.h"
#include "common/text/particles.h"
#include "common/text/scan.h"
#include "common/text/utf8.h"

namespace gisa::searcher {
namespace {
constexpr std::size_t kNowhere = std::string_view::npos;

/// Prefixes (접두사) that turn a word into its opposite: behind them no phrase begins.
constexpr std::array<std::string_view, 7> kNegatingPrefixes = {
    "비", "반", "무", "불", "부", "미", "탈"};

bool is_latin_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_korean_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return false;
    }
    const char32_t character = text::decode(text, at).character;
    return text::is_hangul_syllable(character) || text::is_han(character);
}

std::size_t korean_begin(std::string_view text, std::size_t at) {
    while (at > 0 && is_korean_at(text, text::previous_character(text, at))) {
        at = text::previous_character(text, at);
    }
    return at;
}

std::size_t korean_end(std::string_view text, std::size_t at) {
    while (is_korean_at(text, at)) {
        at += text::decode(text, at).bytes;
    }
    return at;
}

/// Whether a sign stands here that letters or digits follow, as inside a run.
bool is_latin_sign(std::string_view behind) {
    return behind.size() == 2 && !is_latin_byte(behind[0]) && is_latin_byte(behind[1]);
}

/// Whether two Latin words begin with the same two letters or digits, signs between them left out; of
/// die and dying the second differs.
bool begin_alike(std::string_view word, std::string_view other) {
    const auto next = [](std::string_view text, std::size_t at) {
        while (at < text.size() && !is_latin_byte(text[at])) {
            ++at;
        }
        return at;
    };
    const auto letter = [](char c) { return c == 'y' ? 'i' : c; };
    std::size_t a = next(word, 0);
    std::size_t b = next(other, 0);
    for (int letters = 0; letters < 2 && a < word.size() && b < other.size(); ++letters) {
        if (letter(word[a]) != letter(other[b])) {
            return false;
        }
        a = next(word, a + 1);
        b = next(other, b + 1);
    }
    return true;
}

/// Whether a Latin piece stands for its letters alone.
bool is_plain(const PhrasePiece& piece) {
    return !piece.is_stem && std::all_of(piece.form.begin(), piece.form.end(), is_latin_byte);
}

schema::Between between_behind(const PhrasePiece& piece) {
    if (!piece.ends_word) {
        return schema::Between::Spaces;
    }
    return piece.ends_sentence ? schema::Between::All : schema::Between::Signs;
}

/// Where a word with its particle ends that ends at `end` without it: 서약을, 20%를, (KIST)는.
std::size_t end_with_particle(std::string_view text, std::size_t end) {
    const std::size_t begin = is_korean_at(text, end) ? end : text::skip_closers(text, end);
    const std::size_t behind = korean_end(text, begin);
    const bool particle =
        behind > begin && text::is_particle(text.substr(begin, behind - begin), false);
    return particle ? behind : end;
}
}  // namespace

PhraseMatcher::PhraseMatcher(
    const SearchedPhrase& phrase, text::Analyzer& analyzer, Endings endings
)
    : analyzer_(analyzer),
      form_(phrase.form),
      pieces_(pieces_of(phrase, endings)) {}

std::optional<ByteRange> PhraseMatcher::find(std::string_view normal_text, std::size_t from) {
    if (pieces_.empty()) {
        return std::nullopt;
    }
    for (std::size_t at = next_beginning(normal_text, from); at != kNowhere;
         at = next_beginning(normal_text, at + 1)) {
        const std::size_t end =
            begins_word(normal_text, at) ? end_of_rest(normal_text, at, 0) : kNowhere;
        if (end != kNowhere && is_in_form(normal_text, {at, end})) {
            return ByteRange{at, end};
        }
    }
    return std::nullopt;
}

std::size_t PhraseMatcher::next_beginning(std::string_view text, std::size_t from) const {
    const PhrasePiece& first = pieces_.front();
    // Signs may part its letters (covid-19), and a stem ends otherwise (making, dying).
    return first.latin ? text.find(first.form.front(), from) : text.find(first.form, from);
}

bool PhraseMatcher::is_in_form(std::string_view text, ByteRange where) const {
    if (form_ != Form::Prefix && form_ != Form::Noun) {
        return true;
    }
    if (is_korean_at(text, where.begin) && korean_begin(text, where.begin) != where.begin) {
        return false;
    }
    const std::size_t word_end = korean_end(text, where.end);
    return form_ == Form::Prefix || word_end == where.end
           || text::is_particle(text.substr(where.end, word_end - where.end), false);
}

bool PhraseMatcher::begins_word(std::string_view text, std::size_t at) {
    if (at == 0) {
        return true;
    }
    if (!is_korean_at(text, at)) {
        return !is_latin_byte(text[at]) || !is_latin_byte(text[at - 1]);
    }
    const std::size_t begin = korean_begin(text, at);
    if (begin == at) {
        return true;
    }
    // Inside a longer word: only where its analysis has a seam, and not behind a negation.
    const std::string word(text.substr(begin, korean_end(text, at) - begin));
    bool seam = false;
    analyzer_.analyze(word, [&](const text::AnalyzedRun& run) {
        std::size_t end = 0;
        for (const std::string_view part : run.parts) {
            const bool negates = std::find(kNegatingPrefixes.begin(), kNegatingPrefixes.end(), part)
                                 != kNegatingPrefixes.end();
            end += part.size();
            seam = seam || (end == at - begin && !negates);
        }
    });
    return seam;
}

std::size_t PhraseMatcher::end_of_piece(
    std::string_view text, std::size_t at, const PhrasePiece& piece
) {
    const std::size_t form_end = at + piece.form.size();
    const bool stands = text.compare(at, piece.form.size(), piece.form) == 0;
    if (!piece.latin) {
        return stands ? form_end : kNowhere;
    }
    const bool whole =
        stands && is_plain(piece) && (form_end == text.size() || !is_latin_byte(text[form_end]));
    if (whole && !is_latin_sign(text.substr(form_end, 2))) {
        return form_end;
    }
    // covid-19 and covid19 are one form, friday and friday's.
    const std::size_t end = end_of_analysed(text, at, piece);
    return end == kNowhere && whole ? form_end : end;
}

/// Where the Latin run at `at` ends when its analysis is the piece's.
std::size_t PhraseMatcher::end_of_analysed(
    std::string_view text, std::size_t at, const PhrasePiece& piece
) {
    constexpr std::size_t kTwoLetters = 4;  // with a sign before or between them
    if (!begin_alike(text.substr(at, kTwoLetters), piece.form)) {
        return kNowhere;
    }
    constexpr std::size_t kLongest = 64;
    std::vector<text::Run> runs;
    text::scan(text.substr(at, kLongest), runs);
    if (runs.empty() || runs.front().where.begin != 0
        || runs.front().script != text::Script::Latin) {
        return kNowhere;
    }
    bool same = false;
    std::size_t end = 0;
    const std::string word(text.substr(at, runs.front().where.end));
    analyzer_.analyze(word, [&](const text::AnalyzedRun& run) {
        same = piece.is_stem ? run.parts.size() == 1 && run.parts[0] == piece.form
                             : run.whole == piece.form;
        end = run.where.end;
    });
    if (!same) {
        return kNowhere;
    }
    // The last dot of U.S. is no full stop.
    const bool dotted = piece.form.find('.') != kNowhere && text.compare(at + end, 1, ".") == 0;
    return at + end + (dotted ? 1 : 0);
}

std::size_t PhraseMatcher::end_of_rest(std::string_view text, std::size_t at, std::size_t piece) {
    for (; piece < pieces_.size(); ++piece) {
        const PhrasePiece& here = pieces_[piece];
        std::size_t end = end_of_piece(text, at, here);
        if (end == kNowhere) {
            return kNowhere;
        }
        if (piece + 1 == pieces_.size()) {
            return end;
        }
        if (here.ends_word) {
            end = end_with_particle(text, end);
        }
        at = schema::skip_between(text, end, between_behind(here));
    }
    return at;
}
}  // namespace gisa::searcher
