// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/particles.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>

#include "common/text/embedded_list.h"
#include "common/text/string_hash.h"
#include "common/text/syllable.h"
#include "common/text/utf8.h"

namespace gisa::text {
namespace {
constexpr std::size_t kSyllableBytes = 3;

struct Particle {
    Sounds after = kAnySound;  ///< what the syllable before it must end in
    bool weak = false;
    bool rival = false;
};

char32_t last_syllable(std::string_view word) {
    return decode(word, previous_character(word, word.size())).character;
}

struct ParticleTable {
    /// One spelling may follow both kinds of syllable, by different entries.
    std::unordered_multimap<std::string, Particle, StringHash, std::equal_to<>> entries;
    std::size_t longest_bytes = 0;
    /// Which syllables particles end in: most words end in none of them.
    std::vector<bool> last_syllables = std::vector<bool>(U'힣' - U'가' + 1);

    void add(const std::string& spelling, Particle particle) {
        const auto [first, last] = entries.equal_range(spelling);
        const bool known = std::any_of(first, last, [&particle](const auto& entry) {
            return entry.second.after == particle.after && entry.second.weak == particle.weak;
        });
        if (!known) {
            entries.emplace(spelling, particle);
            longest_bytes = std::max(longest_bytes, spelling.size());
            last_syllables[last_syllable(spelling) - U'가'] = true;
        }
    }
};

Sounds parse_after(std::string_view field) {
    if (field == "C") {
        return kRieul | kConsonant;
    }
    if (field == "N") {
        return kConsonant;
    }
    if (field == "V") {
        return kVowel;
    }
    if (field == "L") {
        return kVowel | kRieul;
    }
    assert(field == "any");
    return kAnySound;
}

/// Behind Hanja or Latin anything fits: the reader knows how it ends, we do not.
Sounds sound_of(char32_t character) {
    if (!is_hangul_syllable(character)) {
        return kAnySound;
    }
    const char32_t end = final_consonant(character);
    if (end == kNoFinal) {
        return kVowel;
    }
    return end == kFinalRieul ? kRieul : kConsonant;
}

bool fits(Sounds after, Sounds sound) {
    return (after & sound) != 0;
}

ParticleTable read_table() {
    ParticleTable table;
    std::unordered_map<std::string_view, std::vector<std::string_view>> groups;
    for (const std::string_view line : list_lines(kParticleList)) {
        std::vector<std::string_view> fields = list_fields(line);
        if (fields.front() == "group") {
            std::string_view name = fields.at(1);
            name.remove_suffix(1);  // its colon
            groups[name].assign(fields.begin() + 2, fields.end());
            continue;
        }
        const std::string spelling(fields.at(0));
        Particle particle{.after = parse_after(fields.at(1))};
        for (std::size_t i = 2; i < fields.size(); ++i) {
            particle.weak = particle.weak || fields[i] == "weak";
            particle.rival = particle.rival || fields[i] == "rival";
        }
        table.add(spelling, particle);
        for (std::size_t i = 2; i < fields.size(); ++i) {
            const auto group = groups.find(fields[i]);
            if (group != groups.end()) {
                for (const std::string_view follower : group->second) {
                    table.add(spelling + std::string(follower), particle);
                }
            }
        }
    }
    return table;
}

const ParticleTable& table() {
    static const ParticleTable made = read_table();
    return made;
}
}  // namespace

std::vector<ParticleMatch> particles_at_end(std::string_view word) {
    std::vector<ParticleMatch> matches;
    if (word.empty()) {
        return matches;
    }
    const char32_t end = last_syllable(word);
    if (!is_hangul_syllable(end) || !table().last_syllables[end - U'가']) {
        return matches;
    }
    const std::size_t room = word.size() > kSyllableBytes ? word.size() - kSyllableBytes : 0;
    std::size_t bytes = std::min(table().longest_bytes, room);
    bytes -= bytes % kSyllableBytes;
    for (; bytes > 0; bytes -= kSyllableBytes) {
        const std::size_t begin = word.size() - bytes;
        const auto [first, last] = table().entries.equal_range(word.substr(begin));
        for (auto entry = first; entry != last; ++entry) {
            if (fits(entry->second.after, last_sound(word.substr(0, begin)))) {
                matches.push_back(
                    {.begin = begin, .weak = entry->second.weak, .rival = entry->second.rival}
                );
                break;
            }
        }
    }
    return matches;
}

Sounds sounds_before(std::string_view ending) {
    const auto [first, last] = table().entries.equal_range(ending);
    Sounds sounds = first == last ? kAnySound : Sounds{0};
    for (auto entry = first; entry != last; ++entry) {
        sounds |= entry->second.after;
    }
    return sounds;
}

Sounds last_sound(std::string_view word) {
    return sound_of(last_syllable(word));
}

std::vector<std::string> particles_behind(std::string_view word) {
    std::set<std::string> fitting;
    if (word.empty()) {
        return {};
    }
    const Sounds last = last_sound(word);
    for (const std::string_view line : list_lines(kParticleList)) {
        const std::vector<std::string_view> fields = list_fields(line);
        if (fields.front() != "group" && fits(parse_after(fields.at(1)), last)) {
            fitting.emplace(fields.front());
        }
    }
    return {fitting.begin(), fitting.end()};
}

bool is_particle(std::string_view word, bool behind_digit) {
    const auto [first, last] = table().entries.equal_range(word);
    return std::any_of(first, last, [&](const auto& entry) {
        if (!behind_digit) {
            return !entry.second.weak;
        }
        const bool counts = entry.second.after == kAnySound && word != "의" && word != "에"
                            && word.size() == kSyllableBytes;
        return !entry.second.weak && !counts;
    });
}

void particle_begins(std::string_view word, std::vector<std::size_t>& begins) {
    begins.clear();
    if (word.empty()) {
        return;
    }
    const char32_t end = last_syllable(word);
    if (!is_hangul_syllable(end) || !table().last_syllables[end - U'가']) {
        return;
    }
    // A cut inside a Hanja beyond the first plane is no particle either.
    std::size_t bytes = std::min(table().longest_bytes, word.size());
    bytes -= bytes % kSyllableBytes;
    for (; bytes > 0; bytes -= kSyllableBytes) {
        if (is_particle(word.substr(word.size() - bytes), false)) {
            begins.push_back(word.size() - bytes);
        }
    }
}
}  // namespace gisa::text
