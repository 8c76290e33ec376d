// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <gisa/text_range.h>

#include "searcher/parse/fields.h"
#include "searcher/parse/notices.h"
#include "searcher/parse/proximity.h"

namespace gisa::searcher {
struct Token {
    enum class Kind : std::uint8_t {
        Word,     ///< text: as typed
        Phrase,   ///< text: what stood between the quotes; may be blank
        Literal,  ///< text: what stood between single quotes; not blank. loose: ~'...'
        Star,     ///< `*` alone
        Open,
        Close,
        And,      ///< AND & &&
        Or,       ///< OR | ||
        Near,     ///< sign: NEAR/5, /s and the like, where something stands before it
        Not,      ///< NOT, or - ! before something
        Plus,     ///< + before something
        Field,    ///< field: what stands before the colon
        AtLeast,  ///< times: atleast3, with a colon or without
    };
    Kind kind = Kind::Word;
    ByteRange where;
    std::string_view text;  ///< a piece of the query
    Field field = Field::Title;
    ProximitySign sign;
    std::uint32_t times = 0;
    bool loose =
        false;  ///< Phrase: "a b"~5 or p5, its words near each other; sign. Literal: no spaces
};

struct LexedQuery {
    std::vector<Token> tokens;
    /// The query went on, but was cut for its length.
    bool cut = false;
};

/// A query longer than this is cut, with a notice: words (those inside phrases count), and bytes in
/// words and phrases together, and tokens, so that a heap of signs is not read for nothing.
inline constexpr std::size_t kMostWords = 256;
inline constexpr std::size_t kMostTextBytes = 16'384;
inline constexpr std::size_t kMostTokens = 4'096;

/// Cuts a query into tokens, in order and never overlapping. Every byte that is not white space
/// lies in a token or in a notice. The tokens point into `query`.
[[nodiscard]] LexedQuery lex(std::string_view query, Notices& notices);
}  // namespace gisa::searcher
