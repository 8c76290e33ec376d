// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/plan/plan.h"

namespace gisa::searcher {
/// A piece of a phrase that must stand in the text, and how loosely the next one follows.
struct PhrasePiece {
    std::string form;
    bool latin = false;          ///< a Latin word, whole; else its letters, wherever they stand
    bool is_stem = false;        ///< of a Latin word that may stand in any form
    bool ends_word = false;      ///< of the query: particles and signs may follow
    bool ends_sentence = false;  ///< of the query: signs that end sentences, too
};

/// How a verb must stand: 밝혔다 as it was typed, or in whatever begins with its stem; and a noun of
/// one syllable with its particle: 것을.
enum class Endings : std::uint8_t { AsTyped, Any };

/// The pieces of a phrase, in order.
[[nodiscard]] std::vector<PhrasePiece> pieces_of(const SearchedPhrase& phrase, Endings endings);

/// The endings that a phrase may have: one of them is enough.
[[nodiscard]] std::vector<Endings> endings_of(const SearchedPhrase& phrase);
}  // namespace gisa::searcher
