// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/hanja_shorthand.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>
#include <unordered_map>
#include <vector>

#include <unicode/uchar.h>

#include "common/text/embedded_list.h"
#include "common/text/particles.h"
#include "common/text/string_hash.h"
#include "common/text/syllable.h"
#include "common/text/utf8.h"

namespace gisa::text {
namespace {
constexpr std::size_t kSyllableBytes = 3;

using Names = std::unordered_map<std::string_view, std::string_view, StringHash, std::equal_to<>>;

struct Surname {
    std::string_view hanja;
    std::string_view reading;
    std::vector<std::string_view> titles;  ///< its own; when empty, those of all
};

struct Shorthand {
    Names names;
    std::vector<Surname> surnames;
    std::vector<std::string_view> suffixes;
    std::vector<std::string_view> titles;
    std::vector<std::string_view> reading_before;
};

Shorthand read_list() {
    Shorthand made;
    for (const std::string_view line : list_lines(kHanjaShorthandList)) {
        std::vector<std::string_view> fields = list_fields(line);
        const auto from = [&fields](std::ptrdiff_t first) {
            return std::vector<std::string_view>(fields.begin() + first, fields.end());
        };
        if (fields.front() == "suffixes:") {
            made.suffixes = from(1);
        } else if (fields.front() == "titles:") {
            made.titles = from(1);
        } else if (fields.front() == "reading_before:") {
            made.reading_before = from(1);
        } else if (fields.front() == "surname") {
            made.surnames.push_back({fields.at(1), fields.at(2), from(3)});
        } else {
            made.names.emplace(fields.at(0), fields.at(1));
        }
    }
    return made;
}

const Shorthand& shorthand() {
    static const Shorthand made = read_list();
    return made;
}

Neighbour neighbour(char32_t c) {
    if (is_hangul_syllable(c)) {
        return Neighbour::Hangul;
    }
    if (c < 0x80) {
        const bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
        const bool digit = c >= U'0' && c <= U'9';
        return letter ? Neighbour::Latin : digit ? Neighbour::Digit : Neighbour::Nothing;
    }
    return u_isalpha(static_cast<UChar32>(c)) != 0 ? Neighbour::Letter : Neighbour::Nothing;
}

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

char32_t last_final(std::string_view word) {
    return final_consonant(decode(word, previous_character(word, word.size())).character);
}

bool ends_in_vowel(std::string_view word) {
    return last_final(word) == kNoFinal;
}

/// 미국으로, but 독일로, 호주로.
bool wants_euro(std::string_view word) {
    return last_final(word) != kNoFinal && last_final(word) != kFinalRieul;
}

/// The particle as it must be behind `name`, when it is one of those with two shapes; else empty.
std::string_view fitting(std::string_view name, std::string_view particle) {
    struct Shapes {
        std::string_view behind_consonant;
        std::string_view behind_vowel;
    };

    constexpr std::array<Shapes, 4> kShapes = {
        {{"은", "는"}, {"이", "가"}, {"을", "를"}, {"과", "와"}}};
    const auto found = std::find_if(kShapes.begin(), kShapes.end(), [&](const Shapes& shapes) {
        return particle == shapes.behind_consonant || particle == shapes.behind_vowel;
    });
    if (found == kShapes.end()) {
        return {};
    }
    return ends_in_vowel(name) ? found->behind_vowel : found->behind_consonant;
}

bool is_particle_behind(std::string_view name, std::string_view behind) {
    const std::string word = std::string(name).append(behind);
    const std::vector<ParticleMatch> matches = particles_at_end(word);
    return std::any_of(matches.begin(), matches.end(), [&name](const ParticleMatch& match) {
        return match.begin == name.size();
    });
}

/// Whether `behind` is one of the words, with or without a particle.
bool is_one_of(const std::vector<std::string_view>& words, std::string_view behind) {
    return std::any_of(words.begin(), words.end(), [behind](std::string_view word) {
        return begins_with(behind, word)
               && (behind == word || is_particle_behind(word, behind.substr(word.size())));
    });
}

/// Whether `behind` leans on the name: a syllable, a particle, or a suffix with or without one.
bool leans(std::string_view name, std::string_view behind) {
    return behind.size() == kSyllableBytes || is_particle_behind(name, behind)
           || is_one_of(shorthand().suffixes, behind);
}

/// 北한, 美국: half of the name in Hangul, so the Hanja is its other half. 美군: 미군.
bool wants_reading(std::string_view name, std::string_view behind) {
    const bool completed = name.size() > kSyllableBytes
                           && begins_with(behind, name.substr(kSyllableBytes, kSyllableBytes));
    return completed || is_one_of(shorthand().reading_before, behind);
}

std::optional<HanjaReading> name_with(std::string_view name, const HanjaPlace& place) {
    HanjaReading reading{std::string(name), {}};
    if (place.right == Neighbour::Latin) {
        reading.text.push_back(' ');
        return reading;
    }
    if (place.behind.empty()) {
        return reading;
    }
    if (wants_reading(name, place.behind)) {
        return std::nullopt;
    }
    reading.next = fitting(name, place.behind);
    if (place.behind == "로" && wants_euro(name)) {
        reading.text.append("으");
    } else if (reading.next.empty() && !leans(name, place.behind)) {
        reading.text.push_back(' ');
    }
    return reading;
}

const Surname* surname_before_title(std::string_view hanja, std::string_view behind) {
    const auto& surnames = shorthand().surnames;
    const auto found = std::find_if(surnames.begin(), surnames.end(), [&](const Surname& surname) {
        return surname.hanja == hanja;
    });
    if (found == surnames.end()) {
        return nullptr;
    }
    const auto& titles = found->titles.empty() ? shorthand().titles : found->titles;
    const bool titled = std::any_of(titles.begin(), titles.end(), [behind](std::string_view title) {
        return begins_with(behind, title);
    });
    return titled ? &*found : nullptr;
}

/// 金대통령, and 盧前대통령, whose 前 is a word of its own.
std::optional<HanjaReading> read_surname(std::string_view hanja, std::string_view behind) {
    const Surname* const surname = surname_before_title(hanja.substr(0, kSyllableBytes), behind);
    const std::string_view rest = hanja.substr(std::min(kSyllableBytes, hanja.size()));
    if (surname == nullptr) {
        return std::nullopt;
    }
    HanjaReading reading{std::string(surname->reading), {}};
    if (rest == "前" || rest == "現") {
        reading.text.append(rest == "前" ? " 전 " : " 현 ");
    } else if (!rest.empty()) {
        return std::nullopt;
    }
    return reading;
}
}  // namespace

HanjaPlace place_of(std::string_view text, ByteRange run) {
    HanjaPlace place;
    if (run.begin > 0) {
        place.left = neighbour(decode(text, previous_character(text, run.begin)).character);
    }
    if (run.end < text.size()) {
        place.right = neighbour(decode(text, run.end).character);
    }
    std::size_t end = run.end;
    while (end < text.size()) {
        const Decoded here = decode(text, end);
        if (!is_hangul_syllable(here.character)) {
            break;
        }
        end += here.bytes;
    }
    place.behind = text.substr(run.end, end - run.end);
    return place;
}

std::optional<HanjaReading> read_shorthand(
    std::string_view text, ByteRange run, const HanjaPlace& place
) {
    const std::string_view hanja = text.substr(run.begin, run.end - run.begin);
    const bool alone = place.left == Neighbour::Nothing
                       && (place.right == Neighbour::Nothing || place.right == Neighbour::Hangul
                           || place.right == Neighbour::Latin);
    if (!alone) {
        return std::nullopt;
    }
    if (std::optional<HanjaReading> surname = read_surname(hanja, place.behind)) {
        return surname;
    }
    const auto name = shorthand().names.find(hanja);
    return name == shorthand().names.end() ? std::nullopt : name_with(name->second, place);
}
}  // namespace gisa::text
