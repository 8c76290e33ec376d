// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/scan.h"

#include <array>

#include <unicode/uchar.h>

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
            const Decoded here = decode(text_, at_);
            const Class kind = classify(here.character);
            if (kind == Class::Separator) {
                before = separator(here, before);
                continue;
            }
            if (before == Class::Separator) {
                ++word_;
            }
            if (before == Class::Separator || script_of(kind) != script_of(before)) {
                runs_.push_back({script_of(kind), {at_, at_}, word_});
            }
            at_ += here.bytes;
            runs_.back().where.end = at_;
            before = kind;
        }
    }

  private:
    /// A sign stays inside a Latin run when both neighbours want it there; returns the class that
    /// the next character has before it.
    Class separator(const Decoded& here, Class before) {
        const std::size_t next = at_ + here.bytes;
        if (is_latin(before)) {
            const Class after =
                next < text_.size() ? classify(decode(text_, next).character) : Class::Separator;
            if (connects(here.character, before, after)) {
                at_ = next;
                runs_.back().where.end = at_;
                return before;
            }
            const std::size_t end = trailing_sign(before);
            if (end != at_) {
                at_ = end;
                runs_.back().where.end = at_;
                // What follows c++ without a space still belongs to the same word: C++로.
                return before;
            }
        }
        at_ = next;
        return Class::Separator;
    }

    static bool connects(char32_t sign, Class before, Class after) {
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
            case 0x00B7:
            case U':':
                return digits;
            case U'&':
            case U'\'':
                return letters;
            default:
                return false;
        }
    }

    /// Behind a letter: ++ or # (C++, C#). The end of the sign, or where it would have begun.
    [[nodiscard]] std::size_t trailing_sign(Class before) const {
        if (before != Class::Letter) {
            return at_;
        }
        if (text_.compare(at_, 2, "++") == 0) {
            return at_ + 2;
        }
        const bool sharp = text_[at_] == '#';
        const bool alone =
            at_ + 1 >= text_.size() || !is_latin(classify(decode(text_, at_ + 1).character));
        return sharp && alone ? at_ + 1 : at_;
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
}  // namespace gisa::text
