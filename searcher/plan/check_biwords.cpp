// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/plan/check_biwords.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/plan/phrase_pieces.h"

namespace gisa::searcher {
namespace {
bool is_korean(const PhrasePiece& piece) {
    const char32_t first = text::decode(piece.form, 0).character;
    return text::is_hangul_syllable(first) || text::is_han(first);
}

/// Whether a piece is the 월 of 9월 10일, a syllable in one word with the number before it.
bool counts(const PhrasePiece& number, const PhrasePiece& piece) {
    return number.latin && !number.ends_word && is_korean(piece)
           && piece.form.size() == text::decode(piece.form, 0).bytes;
}

/// What a word begins with says nothing of how it begins when it is a letter or a number.
bool is_beginning_of_latin(const PhrasePiece& piece) {
    const auto first = static_cast<unsigned char>(piece.form.front());
    return !piece.latin && first < 0x80;
}

/// Of each two neighbouring pieces, where they tell, and of the seams inside each: of a verb as it
/// was typed the index knows the stem alone.
std::vector<schema::Biword> biwords_of(const std::vector<PhrasePiece>& pieces) {
    std::vector<schema::Biword> biwords;
    for (const PhrasePiece& piece : pieces) {
        if (is_korean(piece)) {
            const text::Run run{text::Script::Korean, {0, piece.form.size()}, 0};
            schema::add_biwords(piece.form, {&run, 1}, biwords);
        }
    }
    for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
        const PhrasePiece& before = pieces[i];
        const PhrasePiece& behind = pieces[i + 1];
        if (before.ends_sentence || is_beginning_of_latin(before)
            || is_beginning_of_latin(behind)) {
            continue;
        }
        const auto one = i > 0 && counts(pieces[i - 1], before)
                             ? schema::counted_biword(pieces[i - 1].form, before.form, behind.form)
                             : schema::biword(before.form, behind.form);
        if (one) {
            biwords.push_back(*one);
        }
    }
    return biwords;
}
}  // namespace

std::vector<BiwordWays> biwords_of(const Plan& plan, const TextCheck& check) {
    std::vector<BiwordWays> all;
    if (check.literal) {
        // With spaces anywhere, no two characters need stand side by side.
        if (!check.literal->unspaced) {
            all.push_back({schema::biwords_of_literal(check.literal->text)});
        }
    } else {
        for (const std::vector<std::size_t>& alternatives : check.operands) {
            BiwordWays& ways = all.emplace_back();
            for (const std::size_t one : alternatives) {
                const SearchedPhrase& phrase = plan.phrases[one];
                for (const Endings endings : endings_of(phrase)) {
                    ways.push_back(biwords_of(pieces_of(phrase, endings)));
                }
            }
        }
    }
    std::erase_if(all, [](const BiwordWays& ways) {
        return std::any_of(ways.begin(), ways.end(), [](const auto& way) { return way.empty(); });
    });
    return all;
}
}  // namespace gisa::searcher
