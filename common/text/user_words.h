// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <gisa/user_words.h>

namespace gisa::text {
/// The words of a user's dictionary, which come before every other rule for Korean words.
/// Immutable, so that both sides and all threads may share one.
class UserWords {
  public:
    UserWords() = default;
    /// Words in their normal form, in any order, none twice.
    explicit UserWords(std::vector<UserWord> words);
    UserWords(const UserWords&) = delete;
    UserWords& operator=(const UserWords&) = delete;
    UserWords(UserWords&&) = default;
    UserWords& operator=(UserWords&&) = default;
    ~UserWords() = default;

    /// Ascending by word.
    [[nodiscard]] const std::vector<UserWord>& words() const { return words_; }

    [[nodiscard]] bool empty() const { return words_.empty(); }

    /// The listed word itself; null when it is not listed.
    [[nodiscard]] const UserWord* find(std::string_view word) const;

    /// The longest listed word that `text` begins with; null when there is none.
    [[nodiscard]] const UserWord* longest_beginning(std::string_view text) const;

    /// Whether a listed word stands anywhere in a text in its normal form.
    [[nodiscard]] bool any_stands_in(std::string_view normal_text) const;

    /// What tells these words and parts from others; empty without words. Comments and the order of
    /// lines do not matter.
    [[nodiscard]] std::string fingerprint() const;

  private:
    std::vector<UserWord> words_;
    /// The first two syllables -> where the words that begin so stand in words_.
    std::unordered_map<std::string_view, std::pair<std::size_t, std::size_t>> beginnings_;
};

/// A user's dictionary as text, read.
struct UserWordsText {
    UserWordsCheck check;
    std::string good_lines;  ///< the text without the lines that are problems
};

[[nodiscard]] UserWordsText read_user_words_text(std::string_view text);

/// The words of a dictionary's text, to be shared.
[[nodiscard]] std::shared_ptr<const UserWords> make_user_words(std::string_view text);

/// The words that only one of two dictionaries has, or that have other parts there.
struct UserWordsDifference {
    std::size_t added = 0;
    std::size_t removed = 0;
    std::size_t changed = 0;
    std::vector<UserWord> words;  ///< all of them, once each
};

[[nodiscard]] UserWordsDifference difference(const UserWords& before, const UserWords& after);
}  // namespace gisa::text
