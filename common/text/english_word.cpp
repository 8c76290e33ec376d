// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/english_word.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>

#include <libstemmer.h>

#include <gisa/error.h>

#include "common/text/embedded_list.h"
#include "common/text/string_hash.h"

namespace gisa::text {
namespace {
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Any byte of a letter, those of letters beyond ASCII included.
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_plain(std::string_view run) {
    return std::all_of(run.begin(), run.end(), [](char c) { return is_letter(c) || is_digit(c); });
}

/// Korea's -> korea, workers' never gets here: its apostrophe has nothing behind it.
std::string_view without_possessive(std::string_view run) {
    if (run.size() > 2 && run.substr(run.size() - 2) == "'s") {
        run.remove_suffix(2);
    }
    return run;
}

std::vector<std::string_view> pieces_of(std::string_view run) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= run.size(); ++at) {
        if (at == run.size() || !(is_letter(run[at]) || is_digit(run[at]))) {
            if (at > begin) {
                pieces.push_back(run.substr(begin, at - begin));
            }
            begin = at + 1;
        }
    }
    return pieces;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool has(std::string_view run, std::string_view signs) {
    return run.find_first_of(signs) != std::string_view::npos;
}

std::string without(std::string_view run, std::string_view signs) {
    std::string out;
    std::copy_if(run.begin(), run.end(), std::back_inserter(out), [signs](char c) {
        return signs.find(c) == std::string_view::npos;
    });
    return out;
}

using Pieces = std::vector<std::string_view>;

bool all_at_most(const Pieces& pieces, std::size_t letters) {
    return std::all_of(pieces.begin(), pieces.end(), [letters](std::string_view piece) {
        return piece.size() <= letters && std::all_of(piece.begin(), piece.end(), is_letter);
    });
}

/// 3.25, 5.18, 10:30, 1/3 are one number each, but 2010-12, 2023/24 and 2024.5.18 hold years, which
/// are searched for.
bool is_one_number(std::string_view run, const Pieces& pieces) {
    if (!std::all_of(pieces.begin(), pieces.end(), all_digits) || has(run, "-_")) {
        return false;
    }
    constexpr std::size_t kYearDigits = 4;
    const bool year = std::any_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
        return piece.size() == kYearDigits;
    });
    return !year || (pieces.size() == 2 && !has(run, "/"));
}

/// don't, they'll, we've: what stands behind the apostrophe is no word.
bool is_contraction(std::string_view run, const Pieces& pieces) {
    constexpr std::array<std::string_view, 6> kTails = {"t", "ll", "re", "ve", "d", "m"};
    return has(run, "'") && pieces.size() == 2
           && std::find(kTails.begin(), kTails.end(), pieces.back()) != kTails.end();
}

using Bases = std::unordered_map<std::string_view, std::string_view, StringHash, std::equal_to<>>;

/// Stems that are one word with another: organis (organise) and organ (organize).
const Bases& bases() {
    static const Bases made = [] {
        Bases read;
        for (const std::string_view line : list_lines(kEnglishStemList)) {
            const std::vector<std::string_view> fields = list_fields(line);
            read.emplace(fields.at(0), fields.at(1));
        }
        return read;
    }();
    return made;
}
}  // namespace

std::string_view common_beginning(std::string_view stem) {
    // die, dying
    for (const std::string_view end : {"ie", "e", "i"}) {
        if (stem.size() > end.size() && stem.ends_with(end)) {
            return stem.substr(0, stem.size() - end.size());
        }
    }
    return stem;
}

void EnglishWords::Delete::operator()(sb_stemmer* stemmer) const {
    sb_stemmer_delete(stemmer);
}

EnglishWords::EnglishWords() : stemmer_(sb_stemmer_new("english", "UTF_8")) {
    if (!stemmer_) {
        throw Error(ErrorCode::Configuration, "this libstemmer has no English stemmer");
    }
}

std::string_view EnglishWords::stem(std::string_view word) {
    // sb_symbol is unsigned char; libstemmer takes UTF-8 bytes.
    const auto* const bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* const stemmed =
        sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
    if (stemmed == nullptr) {
        throw std::bad_alloc();
    }
    const std::string_view found(
        reinterpret_cast<const char*>(stemmed),
        static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))
    );
    const auto base = bases().find(found);
    return base == bases().end() ? found : base->second;
}

const EnglishForm& EnglishWords::analyze(std::string_view run) {
    form_.parts.clear();
    run = without_possessive(run);
    if (!is_plain(run)) {
        analyze_joined(run);
        return form_;
    }
    form_.whole.assign(run);
    if (std::none_of(run.begin(), run.end(), is_digit)) {
        const std::string_view stemmed = stem(run);
        if (stemmed != run) {
            form_.parts.emplace_back(stemmed);
        }
    }
    return form_;
}

/// A run with signs inside. Hyphens and apostrophes come and go in writing (e-mail, email; o'brien,
/// obrien), and so do the parentheses of (g)i-dle: the whole has none. The dots of an acronym do so
/// as well (U.S., US): its part has none.
void EnglishWords::analyze_joined(std::string_view run) {
    const Pieces pieces = pieces_of(run);
    form_.whole = without(run, "-'()");
    if (is_one_number(run, pieces) || has(run, "+#")) {
        return;
    }
    constexpr std::size_t kInitials = 2;
    if (has(run, ".") && pieces.size() > 1 && all_at_most(pieces, kInitials)) {
        form_.parts.push_back(without(run, "."));  // u.s, ph.d
        return;
    }
    if (has(run, "&") && all_at_most(pieces, 3)) {
        return;  // r&d, at&t: the letters apart say nothing
    }
    if (is_contraction(run, pieces)) {
        const std::string_view stemmed = stem(pieces.front());
        if (pieces.back() != "t") {
            form_.parts.emplace_back(stemmed);
        }
        return;
    }
    for (const std::string_view piece : pieces) {
        form_.parts.emplace_back(is_digit(piece.front()) ? piece : stem(piece));
    }
}
}  // namespace gisa::text
