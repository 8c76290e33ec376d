// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/cli/hit_field.h"

namespace gisa::cli {
/// A command to be run for a hit: `{}` and `{id}` in its words are the id, `{url}`, `{title}` and so
/// on the other fields. Without any of them the id comes behind, as with xargs.
class HitCommand {
  public:
    /// No command; not to be run.
    HitCommand() = default;

    /// Throws: UsageError for what is no command (command_words) or names a field that is none.
    explicit HitCommand(std::string_view command);

    [[nodiscard]] bool needs_snippet() const;

    /// `rank`: 1-based.
    [[nodiscard]] std::vector<std::string> words_for(const Hit& hit, std::uint64_t rank) const;

  private:
    /// A text and the field behind it, if any.
    struct Piece {
        std::string text;
        const HitField* field = nullptr;
    };

    using Word = std::vector<Piece>;

    [[nodiscard]] static Word parse(std::string_view word);

    std::vector<Word> words_;
};
}  // namespace gisa::cli
