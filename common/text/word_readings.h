// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
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
        std::int32_t last = -1;
    };

    /// Content up to `begin` and particles from there to a node.
    struct Tail {
        long cost = 0;
        std::uint32_t begin = 0;  ///< bytes of the word
        bool copula = false;      ///< the particles begin with it
    };

    explicit WordReadings(std::shared_ptr<const Dictionary> dictionary);

    /// Reads `word`, which must outlive the questions.
    void read(std::string_view word);

    [[nodiscard]] const WordLattice& lattice() const { return lattice_; }

    /// The first `end` bytes as content alone.
    [[nodiscard]] Path nominal(std::size_t end) const;

    /// The first `end` bytes as anything that can end there.
    [[nodiscard]] Path any(std::size_t end) const;

    /// The node before this one on its way of content alone; -1 at the begin.
    [[nodiscard]] std::int32_t nominal_previous(std::int32_t node) const {
        return ways_[node].nominal.previous;
    }

    /// The node before this one on the cheapest way of any(); -1 at the begin.
    [[nodiscard]] std::int32_t previous(std::int32_t node) const {
        return ways_[node].any.previous;
    }

    /// The ways through this node that end in particles there.
    [[nodiscard]] const std::vector<Tail>& tails(std::int32_t node) const { return tails_[node]; }

    /// The last node of a path of any() that is not grammar; -1 for none.
    [[nodiscard]] std::int32_t last_content(const Path& path) const;

    /// Whether nothing but particles stands behind `content` on a path of any().
    [[nodiscard]] bool is_content_and_particles(const Path& path, std::int32_t content) const;

  private:
    /// The cheapest way from the word's begin through a node.
    struct Way {
        long cost = kImpossible;
        std::int32_t previous = -1;
    };

    /// As anything, and as content alone.
    struct Ways {
        Way any;
        Way nominal;
    };

    /// A piece that ends where others begin.
    struct Departure {
        long any = 0;
        long nominal = 0;
        std::span<const Tail> tails;
        std::int32_t node = 0;
        std::uint16_t right = 0;
    };

    /// What leads to pieces of one context number that begin at one place: most of them share theirs
    /// with others.
    struct Arrival {
        std::uint32_t begin = 0;
        std::uint16_t left = 0;
        Ways ways;
        std::vector<Tail> tails;
    };

    [[nodiscard]] const Arrival& arrive(const LatticeNode& node);
    void depart(std::uint32_t begin);
    void find_ways(Arrival& arrival);
    static void offer_way(Way& best, Way way);
    void follow(std::size_t number, const Arrival& arrival);
    void follow_particles(std::size_t number, const Arrival& arrival);
    static void offer_tail(std::vector<Tail>& tails, Tail tail);

    WordLattice lattice_;
    std::string_view word_;
    std::vector<Arrival> arrivals_;  ///< the first few are those of the place at hand
    std::size_t arrival_count_ = 0;
    std::vector<Departure> departures_;  ///< to those arrivals
    std::vector<long> steps_;
    // By node.
    std::vector<Ways> ways_;
    std::vector<std::vector<Tail>> tails_;
};
}  // namespace gisa::text
