// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/dictionary.h"
#include "common/text/form_memo.h"
#include "common/text/particles.h"
#include "common/text/word_readings.h"

namespace gisa::text {
/// Decides where a word ends and its particles begin, and what it is made of, by the costs of the
/// dictionary's lattice. One thread at a time.
class WordCutter {
  public:
    explicit WordCutter(std::shared_ptr<const Dictionary> dictionary);

    /// The form of `word`, Hangul in its normal form, not empty.
    [[nodiscard]] KoreanForm cut(std::string_view word);

  private:
    /// A word and its particles.
    struct Split {
        std::size_t begin = 0;  ///< of the particles, in bytes of the word
        long cost = 0;          ///< with the help that what we know of the noun and particles gives
        long plain_cost = 0;    ///< without it
        bool safe = false;      ///< the list of particles has them, and not as weak
        bool copula = false;    ///< they begin with it
        bool there = false;
    };

    [[nodiscard]] Split noun_and_particles(
        std::size_t end, const std::vector<ParticleMatch>& listed
    ) const;
    [[nodiscard]] Split weighed(
        const WordReadings::Tail& tail,
        const LatticeNode& last,
        std::size_t end,
        const std::vector<ParticleMatch>& listed,
        std::size_t noun
    ) const;
    [[nodiscard]] std::size_t end_of_unknown(
        const WordReadings::Path& kept, const std::vector<ParticleMatch>& listed, std::size_t end
    ) const;
    [[nodiscard]] Split split(std::size_t end, const std::vector<ParticleMatch>& listed) const;
    [[nodiscard]] long kept_cost(
        const WordReadings::Path& kept, const Split& split, std::size_t end
    ) const;
    [[nodiscard]] long inflected_margin(
        const WordReadings::Path& path, std::int32_t content, const Split& split
    ) const;
    template <typename Predicate>
    [[nodiscard]] bool any_entry(std::size_t end, Predicate holds) const;
    [[nodiscard]] bool is_one_noun(std::size_t end) const;
    [[nodiscard]] bool is_stem(std::size_t end) const;
    [[nodiscard]] bool is_listed_noun(std::size_t end) const;
    [[nodiscard]] bool is_compound(std::size_t end) const;

    [[nodiscard]] KoreanForm form_at(std::size_t end) const;
    [[nodiscard]] KoreanForm form_before(std::size_t end) const;
    [[nodiscard]] KoreanForm nominal_form(const WordReadings::Path& path, std::size_t end) const;
    [[nodiscard]] KoreanForm inflected_form(std::int32_t content, std::size_t end) const;

    WordReadings readings_;
    std::string_view word_;
};
}  // namespace gisa::text
