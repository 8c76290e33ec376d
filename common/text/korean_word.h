// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <string_view>

#include "common/text/dictionary.h"
#include "common/text/form_memo.h"
#include "common/text/user_words.h"
#include "common/text/word_cutter.h"

namespace gisa::text {
/// Analyses Korean words, each alone, so that a form gives the same result wherever it stands.
/// One thread at a time.
class KoreanWords {
  public:
    /// Without a dictionary (null) the parts are the bigrams of the whole. `memo` is not null; it
    /// may be shared by all that have this dictionary and these words. `user_words` come before the
    /// dictionary; null: there are none.
    KoreanWords(
        std::shared_ptr<const Dictionary> dictionary,
        std::shared_ptr<FormMemo> memo,
        std::shared_ptr<const UserWords> user_words = nullptr
    );

    /// The form of `word`, Hangul in its normal form. The reference holds until the next call.
    const FlatForm& analyze(std::string_view word);

  private:
    [[nodiscard]] KoreanForm compute(std::string_view word);
    [[nodiscard]] std::optional<KoreanForm> compute_by_user_words(std::string_view word);

    std::shared_ptr<const UserWords> user_words_;
    std::optional<WordCutter> cutter_;
    std::shared_ptr<FormMemo> memo_;
    FlatForm form_;
};
}  // namespace gisa::text
