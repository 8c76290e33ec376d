// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gisa::text {
/// A particle (조사) that may end a word.
struct ParticleMatch {
    std::size_t begin = 0;  ///< bytes of the word before it
    bool weak = false;      ///< to be stripped only when the dictionary agrees
    bool rival = false;  ///< yields to a shorter one that leaves a noun: 테마 + 다, not 테 + 마다
};

/// The particles that the word may end in by its letters alone, longest first, each leaving at
/// least one syllable and fitting the syllable before it (은 behind a consonant, 는 behind a vowel).
/// `word` is Hangul in its normal form. Safe to call from several threads.
[[nodiscard]] std::vector<ParticleMatch> particles_at_end(std::string_view word);

/// What words end in, as far as particles care: bits of a set.
using Sounds = std::uint8_t;
inline constexpr Sounds kVowel = 1;
inline constexpr Sounds kRieul = 2;
inline constexpr Sounds kConsonant = 4;  ///< but ㄹ
inline constexpr Sounds kAnySound = kVowel | kRieul | kConsonant;

/// The sounds behind which `ending`, which the dictionary takes for a particle or an ending, may
/// stand: not all of them when every particle of that spelling wants another (은 behind a vowel).
[[nodiscard]] Sounds sounds_before(std::string_view ending);

/// The sound that `word` ends in; any, when it does not end in Hangul. Not for the empty word.
[[nodiscard]] Sounds last_sound(std::string_view word);

/// The particles of the list that fit behind the word's last syllable, ascending, without further
/// ones behind them; behind anything but Hangul all of them fit. Safe to call from several threads.
[[nodiscard]] std::vector<std::string> particles_behind(std::string_view word);

/// Whether the whole word is a particle, as 에서 is in G7에서. Behind a digit, syllables that count
/// things (만, 도, 일) are words, not particles.
[[nodiscard]] bool is_particle(std::string_view word, bool behind_digit);

/// Where in `word` (Hangul or Hanja) the ends of it begin that is_particle(end, false) says yes to,
/// the whole word included, into `begins` (cleared first), the longest first.
void particle_begins(std::string_view word, std::vector<std::size_t>& begins);
}  // namespace gisa::text
