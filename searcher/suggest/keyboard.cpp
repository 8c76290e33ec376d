// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/suggest/keyboard.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/syllable.h"
#include "common/text/utf8.h"

namespace gisa::searcher {
namespace {
using text::kFinalLetters;
using text::kFirstVowel;
using text::kLeadLetters;

struct Key {
    char32_t letter = 0;
    std::string_view keys;
};

/// All letters of U+3131 to U+3163, those that take two keys included.
constexpr std::array kKeys = {
    Key{U'ㄱ', "r"},  Key{U'ㄲ', "R"},  Key{U'ㄳ', "rt"}, Key{U'ㄴ', "s"},  Key{U'ㄵ', "sw"},
    Key{U'ㄶ', "sg"}, Key{U'ㄷ', "e"},  Key{U'ㄸ', "E"},  Key{U'ㄹ', "f"},  Key{U'ㄺ', "fr"},
    Key{U'ㄻ', "fa"}, Key{U'ㄼ', "fq"}, Key{U'ㄽ', "ft"}, Key{U'ㄾ', "fx"}, Key{U'ㄿ', "fv"},
    Key{U'ㅀ', "fg"}, Key{U'ㅁ', "a"},  Key{U'ㅂ', "q"},  Key{U'ㅃ', "Q"},  Key{U'ㅄ', "qt"},
    Key{U'ㅅ', "t"},  Key{U'ㅆ', "T"},  Key{U'ㅇ', "d"},  Key{U'ㅈ', "w"},  Key{U'ㅉ', "W"},
    Key{U'ㅊ', "c"},  Key{U'ㅋ', "z"},  Key{U'ㅌ', "x"},  Key{U'ㅍ', "v"},  Key{U'ㅎ', "g"},
    Key{U'ㅏ', "k"},  Key{U'ㅐ', "o"},  Key{U'ㅑ', "i"},  Key{U'ㅒ', "O"},  Key{U'ㅓ', "j"},
    Key{U'ㅔ', "p"},  Key{U'ㅕ', "u"},  Key{U'ㅖ', "P"},  Key{U'ㅗ', "h"},  Key{U'ㅘ', "hk"},
    Key{U'ㅙ', "ho"}, Key{U'ㅚ', "hl"}, Key{U'ㅛ', "y"},  Key{U'ㅜ', "n"},  Key{U'ㅝ', "nj"},
    Key{U'ㅞ', "np"}, Key{U'ㅟ', "nl"}, Key{U'ㅠ', "b"},  Key{U'ㅡ', "m"},  Key{U'ㅢ', "ml"},
    Key{U'ㅣ', "l"},
};
constexpr char32_t kFirstLetter = U'ㄱ';

static_assert(kKeys.size() == U'ㅣ' - kFirstLetter + 1);

bool is_vowel(char32_t letter) {
    return letter >= kFirstVowel;
}

/// Nothing when no letter is typed so.
std::optional<char32_t> letter_of(std::string_view keys) {
    const auto found = std::find_if(kKeys.begin(), kKeys.end(), [keys](const Key& key) {
        return key.keys == keys;
    });
    return found == kKeys.end() ? std::nullopt : std::optional(found->letter);
}

/// The letter of one key; shift makes no difference where it types nothing of its own.
std::optional<char32_t> letter_of(char key) {
    const std::optional<char32_t> letter = letter_of(std::string_view(&key, 1));
    if (letter || key < 'A' || key > 'Z') {
        return letter;
    }
    const auto small = static_cast<char>(key - 'A' + 'a');
    return letter_of(std::string_view(&small, 1));
}

/// Two letters as one of two keys (ㅗ + ㅏ = ㅘ, ㄱ + ㅅ = ㄳ).
std::optional<char32_t> joined(char32_t first, char32_t second) {
    std::string keys(kKeys[first - kFirstLetter].keys);
    keys.append(kKeys[second - kFirstLetter].keys);
    return letter_of(keys);
}

/// Letters, each of one key, to syllables as an input method makes them.
class Composer {
  public:
    explicit Composer(std::u32string_view letters) : letters_(letters) {}

    std::u32string compose() {
        std::u32string out;
        while (at_ < letters_.size()) {
            out.push_back(next());
        }
        return out;
    }

  private:
    char32_t next() {
        const char32_t first = take();
        const std::size_t lead = kLeadLetters.find(first);
        if (lead == std::u32string_view::npos || !vowel_follows(at_)) {
            return is_vowel(first) ? joined_with_next(first) : first;
        }
        const char32_t vowel = joined_with_next(take());
        return text::make_syllable(static_cast<char32_t>(lead), vowel - kFirstVowel, take_final());
    }

    char32_t take() { return letters_[at_++]; }

    [[nodiscard]] bool vowel_follows(std::size_t at) const {
        return at < letters_.size() && is_vowel(letters_[at]);
    }

    char32_t joined_with_next(char32_t vowel) {
        if (vowel_follows(at_)) {
            if (const std::optional<char32_t> both = joined(vowel, letters_[at_])) {
                ++at_;
                return *both;
            }
        }
        return vowel;
    }

    /// A consonant belongs to the next vowel if there is one.
    char32_t take_final() {
        if (at_ == letters_.size() || vowel_follows(at_ + 1)) {
            return text::kNoFinal;
        }
        const std::size_t single = kFinalLetters.find(letters_[at_]);
        if (single == std::u32string_view::npos) {
            return text::kNoFinal;
        }
        ++at_;
        if (at_ < letters_.size() && !is_vowel(letters_[at_]) && !vowel_follows(at_ + 1)) {
            const std::optional<char32_t> both = joined(kFinalLetters[single], letters_[at_]);
            const std::size_t pair = both ? kFinalLetters.find(*both) : std::u32string_view::npos;
            if (pair != std::u32string_view::npos) {
                ++at_;
                return static_cast<char32_t>(pair) + 1;
            }
        }
        return static_cast<char32_t>(single) + 1;
    }

    std::u32string_view letters_;
    std::size_t at_ = 0;
};
}  // namespace

std::optional<std::string> keys_of(std::string_view hangul) {
    std::string keys;
    const auto add = [&keys](char32_t letter) { keys.append(kKeys[letter - kFirstLetter].keys); };
    for (std::size_t at = 0; at < hangul.size();) {
        const text::Decoded here = text::decode(hangul, at);
        at += here.bytes;
        const char32_t c = here.character;
        if (text::is_hangul_syllable(c)) {
            add(kLeadLetters[text::lead_consonant(c)]);
            add(kFirstVowel + text::vowel(c));
            if (text::final_consonant(c) != text::kNoFinal) {
                add(kFinalLetters[text::final_consonant(c) - 1]);
            }
        } else if (c >= kFirstLetter && c < kFirstLetter + kKeys.size()) {
            add(c);
        } else {
            return std::nullopt;
        }
    }
    return keys;
}

std::optional<std::string> hangul_of(std::string_view keys) {
    std::u32string letters;
    for (const char key : keys) {
        const std::optional<char32_t> letter = letter_of(key);
        if (!letter) {
            return std::nullopt;
        }
        letters.push_back(*letter);
    }
    std::string hangul;
    for (const char32_t character : Composer(letters).compose()) {
        text::append_utf8(hangul, character);
    }
    return hangul;
}

std::optional<std::string> syllables_of(std::string_view keys) {
    std::optional<std::string> hangul = hangul_of(keys);
    for (std::size_t at = 0; hangul && at < hangul->size();) {
        const text::Decoded here = text::decode(*hangul, at);
        at += here.bytes;
        if (!text::is_hangul_syllable(here.character)) {
            return std::nullopt;
        }
    }
    return hangul;
}
}  // namespace gisa::searcher
