// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/text/dictionary.h"
#include "common/text/string_hash.h"
#include "common/text/user_words.h"
#include "common/text/word_cutter.h"

namespace gisa::text {
/// Analyses Korean words, each alone, so that a form gives the same result wherever it stands.
/// Remembers the latest forms: news repeats itself, 18 million words are 1 million distinct ones.
/// One thread at a time.
class KoreanWords {
  public:
    /// Without a dictionary (null) the parts are the bigrams of the whole.
    /// `remembered` bounds the forms kept in memory, about 150 bytes each. `user_words` come before
    /// the dictionary; null: there are none.
    KoreanWords(
        std::shared_ptr<const Dictionary> dictionary,
        std::size_t remembered,
        std::shared_ptr<const UserWords> user_words = nullptr
    );

    /// The form of `word`, Hangul in its normal form. The reference holds until forget_old().
    const KoreanForm& analyze(std::string_view word);

    /// Drops forms that were not asked for lately, once there are too many; to be called between
    /// texts.
    void forget_old();

  private:
    using Memo = std::unordered_map<std::string, KoreanForm, StringHash, std::equal_to<>>;

    [[nodiscard]] KoreanForm compute(std::string_view word);
    [[nodiscard]] std::optional<KoreanForm> compute_by_user_words(std::string_view word);

    std::shared_ptr<const UserWords> user_words_;
    std::optional<WordCutter> cutter_;
    std::size_t remembered_;
    // Two generations: what was asked for since the last change, and what came before.
    Memo young_;
    Memo old_;
};
}  // namespace gisa::text
