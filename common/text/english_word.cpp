// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/english_word.h"

#include <algorithm>

#include <libstemmer.h>

#include <gisa/error.h>

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

/// 2,000 and 1,234.5 but not 1,2: a comma parts three digits.
bool is_grouped_number(std::string_view run) {
    const std::size_t comma = run.find(',');
    return comma != std::string_view::npos && all_digits(run.substr(comma + 1, 3))
           && run.substr(comma + 1, 3).size() == 3;
}

std::string without(std::string_view run, char sign) {
    std::string out;
    std::copy_if(run.begin(), run.end(), std::back_inserter(out), [sign](char c) {
        return c != sign;
    });
    return out;
}
}  // namespace

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
    return {
        reinterpret_cast<const char*>(stemmed),
        static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())),
    };
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

/// A run with signs inside. Hyphens come and go in writing (e-mail, email), so the whole has none;
/// so do the commas of a number and the dots of an acronym (U.S., US), which is a part without them.
void EnglishWords::analyze_joined(std::string_view run) {
    const std::vector<std::string_view> pieces = pieces_of(run);
    if (is_grouped_number(run)) {
        form_.whole = without(run, ',');
        return;
    }
    form_.whole = without(run, '-');
    const bool number = std::all_of(pieces.begin(), pieces.end(), all_digits);
    const bool letters = std::all_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
        return piece.size() == 1;
    });
    if (number && run.find_first_of("-_") == std::string_view::npos) {
        return;  // 3.25, 5·18, 10:30: the digits apart mean something else
    }
    if (letters) {
        if (run.find('.') != std::string_view::npos) {
            form_.parts.push_back(without(run, '.'));
        }
        return;  // u.s, r&d, c++
    }
    for (const std::string_view piece : pieces) {
        if (piece.size() == 1 && is_letter(piece.front())) {
            continue;
        }
        form_.parts.emplace_back(is_digit(piece.front()) ? piece : stem(piece));
    }
}
}  // namespace gisa::text
