// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/text_range.h>

#include "common/text/analyzer.h"
#include "searcher/plan/phrase_pieces.h"
#include "searcher/plan/plan.h"

namespace gisa::searcher {
/// Whether a stored text holds a phrase: its words in order with nothing but particles, spaces and
/// light punctuation between them. Spacing inside a compound does not matter ("정상회의" finds
/// 정상 회의), but a phrase begins where a word or a part of a compound begins, so that it does not
/// find 비정상 회의실. One thread at a time.
class PhraseMatcher {
  public:
    PhraseMatcher(
        const SearchedPhrase& phrase, text::Analyzer& analyzer, Endings endings = Endings::AsTyped
    );

    /// Where it stands first at `from` or behind it; `normal_text` is in its normal form.
    [[nodiscard]] std::optional<ByteRange> find(std::string_view normal_text, std::size_t from = 0);

  private:
    /// Where the phrase may stand next at `from` or behind it.
    [[nodiscard]] std::size_t next_beginning(std::string_view text, std::size_t from) const;
    /// Where the phrase ends whose pieces from `piece` on stand at `at`; npos when they do not.
    [[nodiscard]] std::size_t end_of_rest(std::string_view text, std::size_t at, std::size_t piece);
    /// Whether form_ allows what the phrase at `where` stands in.
    [[nodiscard]] bool is_in_form(std::string_view text, ByteRange where) const;
    [[nodiscard]] bool begins_word(std::string_view text, std::size_t at);
    [[nodiscard]] std::size_t end_of_piece(
        std::string_view text, std::size_t at, const PhrasePiece& piece
    );
    [[nodiscard]] std::size_t end_of_analysed(
        std::string_view text, std::size_t at, const PhrasePiece& piece
    );

    text::Analyzer& analyzer_;
    Form form_;
    std::vector<PhrasePiece> pieces_;
};
}  // namespace gisa::searcher
