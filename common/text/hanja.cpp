// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/hanja.h"

#include <unordered_map>

#include "common/text/embedded_list.h"
#include "common/text/utf8.h"

namespace gisa::text {
namespace {
using Readings = std::unordered_map<char32_t, char32_t>;

const Readings& readings() {
    static const Readings table = [] {
        Readings made;
        for (const std::string_view line : list_lines(kHanjaReadingList)) {
            const Decoded character = decode(line, 0);
            made.emplace(character.character, decode(line, character.bytes + 1).character);
        }
        return made;
    }();
    return table;
}

/// Initial law (두음법칙), Korean orthography articles 10-12: at the beginning of a word ㄹ becomes
/// ㄴ, and ㄴ or ㄹ before i or y disappears.
char32_t apply_initial_law(char32_t syllable) {
    constexpr char32_t kPerLead = 21 * 28;
    constexpr char32_t kNieun = 2;
    constexpr char32_t kRieul = 5;
    constexpr char32_t kIeung = 11;
    if (!is_hangul_syllable(syllable)) {
        return syllable;
    }
    const char32_t index = syllable - U'가';
    const char32_t lead = index / kPerLead;
    const char32_t vowel = index % kPerLead / 28;
    if (lead != kNieun && lead != kRieul) {
        return syllable;
    }
    // ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ by their place among the 21 vowels
    const bool palatal = vowel == 2 || vowel == 3 || vowel == 6 || vowel == 7 || vowel == 12
                         || vowel == 17 || vowel == 20;
    const char32_t to = palatal ? kIeung : kNieun;
    return U'가' + to * kPerLead + index % kPerLead;
}
}  // namespace

bool has_hanja(std::string_view korean) {
    for (std::size_t at = 0; at < korean.size();) {
        const Decoded here = decode(korean, at);
        if (is_han(here.character)) {
            return true;
        }
        at += here.bytes;
    }
    return false;
}

std::string read_hanja(std::string_view korean) {
    std::string read;
    read.reserve(korean.size());
    for (std::size_t at = 0; at < korean.size();) {
        const Decoded here = decode(korean, at);
        const auto found =
            is_han(here.character) ? readings().find(here.character) : readings().end();
        if (found == readings().end()) {
            append_utf8(read, here.character);
        } else {
            append_utf8(read, at == 0 ? apply_initial_law(found->second) : found->second);
        }
        at += here.bytes;
    }
    return read;
}
}  // namespace gisa::text
