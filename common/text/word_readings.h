// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <limits>
#include <memory>
#include <string_view>
#include <vector>

#include "common/text/dictionary.h"

namespace gisa::text {
/// The cheapest ways to read a word and each of its beginnings: as content alone, as content with
/// particles, as anything. One thread at a time.
class WordReadings {
  public:
    static constexpr long kImpossible = std::numeric_limits<long>::max() / 4;

    /// A way through the lattice by its last node; -1 when there is none.
    struct Path {
        long cost = 0;
        std::ptrdiff_t last = -1;
    };

    /// Content up to `begin` and particles from there to a node.
    struct Tail {
        long cost = 0;
        std::size_t begin = 0;  ///< bytes of the word
        bool copula = false;    ///< the particles begin with it
    };

    explicit WordReadings(std::shared_ptr<const Dictionary> dictionary);

    /// Reads `word`, which must outlive the questions. False when the dictionary cannot.
    [[nodiscard]] bool read(std::string_view word);

    [[nodiscard]] const WordLattice& lattice() const { return lattice_; }

    /// The first `end` bytes as content alone.
    [[nodiscard]] Path nominal(std::size_t end) const;

    /// The first `end` bytes as anything that can end there.
    [[nodiscard]] Path any(std::size_t end) const;

    /// The node before this one on its way of content alone; -1 at the begin.
    [[nodiscard]] std::ptrdiff_t nominal_previous(std::ptrdiff_t node) const {
        return nominal_previous_[node];
    }

    /// The ways through this node that end in particles there.
    [[nodiscard]] const std::vector<Tail>& tails(std::ptrdiff_t node) const { return tails_[node]; }

    /// The last node of a path of any() that is not grammar; -1 for none.
    [[nodiscard]] std::ptrdiff_t last_content(const Path& path) const;

    /// Whether nothing but particles stands behind `content` on a path of any().
    [[nodiscard]] bool is_content_and_particles(const Path& path, std::ptrdiff_t content) const;

  private:
    void follow_nominals();
    void follow_particles();
    static void offer_tail(std::vector<Tail>& tails, Tail tail);

    WordLattice lattice_;
    std::string_view word_;
    // By node: the cheapest way of content alone from the word's begin through it.
    std::vector<long> nominal_cost_;
    std::vector<std::ptrdiff_t> nominal_previous_;
    std::vector<std::vector<Tail>> tails_;
};
}  // namespace gisa::text
