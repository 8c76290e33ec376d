// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/scan.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <unicode/uchar.h>

#include "common/text/plain_stretch.h"
#include "common/text/utf8.h"

namespace gisa::text {
namespace {
enum class Class : std::uint8_t { Separator, Letter, Digit, Korean, Other };

constexpr std::array<Class, 128> kAscii = [] {
    std::array<Class, 128> table{};
    for (char32_t c = 0; c < 128; ++c) {
        const bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
        const bool digit = c >= U'0' && c <= U'9';
        table[c] = letter ? Class::Letter : digit ? Class::Digit : Class::Separator;
    }
    return table;
}();

Class classify(char32_t c) {
    if (c < 128) {
        return kAscii[c];
    }
    if (is_hangul_syllable(c) || is_han(c)) {
        return Class::Korean;
    }
    if (c < 0x0250) {
        return u_isalpha(static_cast<UChar32>(c)) != 0 ? Class::Letter : Class::Separator;
    }
    if (c >= 0x2000 && c <= 0x303F) {
        return Class::Separator;
    }
    return u_isalnum(static_cast<UChar32>(c)) != 0 ? Class::Other : Class::Separator;
}

constexpr bool is_latin(Class kind) {
    return kind == Class::Letter || kind == Class::Digit;
}

constexpr Script script_of(Class kind) {
    if (kind == Class::Korean) {
        return Script::Korean;
    }
    return is_latin(kind) ? Script::Latin : Script::Other;
}

/// Walks the text once, one character ahead.
class Scanner {
  public:
    Scanner(std::string_view text, std::vector<Run>& runs) : text_(text), runs_(runs) {}

    void run() {
        Class before = Class::Separator;
        while (at_ < text_.size()) {
            const Character here = character(at_);
            if (here.kind == Class::Separator) {
                before = separator(here, before);
                continue;
            }
            if (before == Class::Separator) {
                ++word_;
            }
            if (before == Class::Separator || script_of(here.kind) != script_of(before)) {
                runs_.push_back({script_of(here.kind), {at_, at_}, word_});
            }
            before = rest_of_class(here);
            runs_.back().where.end = at_;
        }
    }

  private:
    struct Character {
        char32_t character = 0;  ///< of separators only
        Class kind = Class::Separator;
        std::uint32_t bytes = 1;
    };

    [[nodiscard]] Character character(std::size_t at) const {
        const auto byte = static_cast<unsigned char>(text_[at]);
        if (byte < 0x80) {
            return {byte, kAscii[byte], 1};
        }
        if (syllable_at(text_, at)) {
            return {0, Class::Korean, 3};
        }
        const Decoded here = decode(text_, at);
        return {here.character, classify(here.character), here.bytes};
    }

    [[nodiscard]] Class class_at(std::size_t at) const {
        return at < text_.size() ? character(at).kind : Class::Separator;
    }

    /// Steps over the character and what is surely of its class, nearly all of any word.
    Class rest_of_class(const Character& here) {
        at_ += here.bytes;
        if (here.kind == Class::Korean) {
            while (syllable_at(text_, at_)) {
                at_ += 3;
            }
        } else if (here.kind == Class::Letter) {
            while (at_ < text_.size() && text_[at_] >= 'a' && text_[at_] <= 'z') {
                ++at_;
            }
        }
        return here.kind;
    }

    /// A sign stays inside a Latin run when both neighbours want it there, and a few begin one;
    /// returns the class that the next character has before it.
    Class separator(const Character& here, Class before) {
        const std::size_t next = at_ + here.bytes;
        if (is_latin(before)) {
            if (connects(here.character, before, class_at(next))) {
                return extend_to(next, before);
            }
            const std::size_t end = trailing_sign(before);
            if (end != at_) {
                // What follows c++ without a space still belongs to the same word: C++로.
                return extend_to(end, before);
            }
        } else if (before == Class::Separator && begins_name()) {
            runs_.push_back({Script::Latin, {at_, next}, ++word_});
            at_ = next;
            return Class::Letter;
        }
        at_ = next;
        return Class::Separator;
    }

    Class extend_to(std::size_t end, Class before) {
        at_ = end;
        runs_.back().where.end = end;
        return before;
    }

    /// Names that begin with a sign: .net and (g)i-dle.
    [[nodiscard]] bool begins_name() const {
        constexpr std::string_view kDotNet = ".net";
        if (text_[at_] == '.') {
            const bool behind_dot = at_ > 0 && text_[at_ - 1] == '.';
            return !behind_dot && text_.compare(at_, kDotNet.size(), kDotNet) == 0
                   && !is_latin(class_at(at_ + kDotNet.size()));
        }
        return text_[at_] == '(' && class_at(at_ + 1) == Class::Letter
               && text_.compare(at_ + 2, 1, ")") == 0 && class_at(at_ + 3) == Class::Letter;
    }

    [[nodiscard]] bool connects(char32_t sign, Class before, Class after) const {
        if (!is_latin(after)) {
            return false;
        }
        const bool digits = before == Class::Digit && after == Class::Digit;
        const bool letters = before == Class::Letter && after == Class::Letter;
        switch (sign) {
            case U'.':
            case U'-':
            case U'_':
                return true;
            case U',':
            case U':':
            case U'/':
                return digits;
            case U'&':
            case U'\'':
                return letters;
            case U')':  // (g)i-dle
                return letters && text_[runs_.back().where.begin] == '('
                       && at_ == runs_.back().where.begin + 2;
            default:
                return false;
        }
    }

    /// Behind a letter: ++ or # (C++, C#). The end of the sign, or where it would have begun.
    [[nodiscard]] std::size_t trailing_sign(Class before) const {
        if (before != Class::Letter) {
            return at_;
        }
        if (text_[at_] == '+') {
            return text_.compare(at_, 2, "++") == 0 ? at_ + 2 : at_;
        }
        const bool sharp = text_[at_] == '#';
        return sharp && !is_latin(class_at(at_ + 1)) ? at_ + 1 : at_;
    }

    std::string_view text_;
    std::vector<Run>& runs_;
    std::size_t at_ = 0;
    std::uint32_t word_ = 0;
};
}  // namespace

void scan(std::string_view normal_text, std::vector<Run>& runs) {
    runs.clear();
    Scanner(normal_text, runs).run();
}

bool ends_sentence(char32_t character) {
    constexpr std::u32string_view kEnds = U".?!…。";
    return kEnds.find(character) != std::u32string_view::npos;
}

bool parts_words(char32_t character) {
    return classify(character) == Class::Separator;
}

std::size_t skip_closers(std::string_view normal_text, std::size_t at) {
    constexpr std::u32string_view kClosers = U"%)]}>'\"°‰»〉》」』】〕";
    while (at < normal_text.size()) {
        const Decoded here = decode(normal_text, at);
        if (kClosers.find(here.character) == std::u32string_view::npos) {
            break;
        }
        at += here.bytes;
    }
    return at;
}

std::size_t letter_bytes(std::string_view normal_text) {
    return static_cast<std::size_t>(std::count_if(
        normal_text.begin(),
        normal_text.end(),
        [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte >= 0x80 || std::isalnum(byte) != 0;
        }
    ));
}
}  // namespace gisa::text
