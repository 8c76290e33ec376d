// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/word_readings.h"

#include <algorithm>

#include "common/text/particles.h"

namespace gisa::text {
namespace {
bool has_only_grammar(Kind kind) {
    return kind == Kind::Function || kind == Kind::Auxiliary || kind == Kind::Derivation;
}
}  // namespace

WordReadings::WordReadings(std::shared_ptr<const Dictionary> dictionary)
    : lattice_(std::move(dictionary)) {}

void WordReadings::read(std::string_view word) {
    word_ = word;
    lattice_.build(word);
    const std::vector<LatticeNode>& nodes = lattice_.nodes();
    ways_.resize(nodes.size());
    tails_.resize(std::max(tails_.size(), nodes.size()));
    arrival_count_ = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const Arrival& arrival = arrive(nodes[i]);
        follow(i, arrival);
        follow_particles(i, arrival);
    }
}

const WordReadings::Arrival& WordReadings::arrive(const LatticeNode& node) {
    if (arrival_count_ > 0 && arrivals_.front().begin != node.begin) {
        arrival_count_ = 0;
    }
    if (arrival_count_ == 0) {
        depart(node.begin);
    }
    for (std::size_t i = 0; i < arrival_count_; ++i) {
        if (arrivals_[i].left == node.left) {
            return arrivals_[i];
        }
    }
    if (arrival_count_ == arrivals_.size()) {
        arrivals_.emplace_back();
    }
    Arrival& arrival = arrivals_[arrival_count_++];
    arrival.begin = node.begin;
    arrival.left = node.left;
    find_ways(arrival);
    return arrival;
}

void WordReadings::depart(std::uint32_t begin) {
    const std::vector<LatticeNode>& nodes = lattice_.nodes();
    departures_.clear();
    for (std::int32_t i = lattice_.ending_at(begin); i >= 0; i = nodes[i].next_ending_here) {
        const Ways& ways = ways_[i];
        departures_.push_back(
            {nodes[i].is_cut ? kImpossible : ways.any.cost,
             ways.nominal.cost,
             tails_[i],
             i,
             nodes[i].right}
        );
    }
    steps_.resize(departures_.size());
}

void WordReadings::find_ways(Arrival& arrival) {
    arrival.ways = {};
    arrival.tails.clear();
    if (arrival.begin == 0) {
        const Way begin{lattice_.begin_cost(arrival.left), -1};
        arrival.ways = {begin, begin};
        return;
    }
    const std::span<const std::int16_t> steps = lattice_.transitions_to(arrival.left);
    // Fetched together, for they lie far apart and each is waited for.
    for (std::size_t i = 0; i < departures_.size(); ++i) {
        steps_[i] = steps[departures_[i].right];
    }
    for (std::size_t i = 0; i < departures_.size(); ++i) {
        const Departure& departure = departures_[i];
        if (departure.any != kImpossible) {
            offer_way(arrival.ways.any, {departure.any + steps_[i], departure.node});
        }
        if (departure.nominal != kImpossible) {
            offer_way(arrival.ways.nominal, {departure.nominal + steps_[i], departure.node});
        }
        for (const Tail& tail : departure.tails) {
            offer_tail(arrival.tails, {tail.cost + steps_[i], tail.begin, tail.copula});
        }
    }
}

void WordReadings::follow(std::size_t number, const Arrival& arrival) {
    const LatticeNode& node = lattice_.nodes()[number];
    Ways& ways = ways_[number];
    ways = arrival.ways;
    ways.any.cost += node.cost;
    if (node.kind == Kind::Content && ways.nominal.cost != kImpossible) {
        ways.nominal.cost += node.cost;
    } else {
        ways.nominal = {};
    }
}

void WordReadings::offer_way(Way& best, Way way) {
    if (way.cost < best.cost) {
        best = way;
    }
}

void WordReadings::offer_tail(std::vector<Tail>& tails, Tail tail) {
    const auto known = std::find_if(tails.begin(), tails.end(), [&tail](const Tail& one) {
        return one.begin == tail.begin && one.copula == tail.copula;
    });
    if (known == tails.end()) {
        tails.push_back(tail);
    } else {
        known->cost = std::min(known->cost, tail.cost);
    }
}

void WordReadings::follow_particles(std::size_t number, const Arrival& arrival) {
    const LatticeNode& node = lattice_.nodes()[number];
    std::vector<Tail>& tails = tails_[number];
    tails.clear();
    if (node.kind != Kind::Function || node.begin == 0) {
        return;
    }
    const long nominal = arrival.ways.nominal.cost;
    if (nominal != kImpossible && (node.after & last_sound(word_.substr(0, node.begin))) != 0) {
        tails.push_back({nominal + node.cost, node.begin, node.is_copula});
    }
    for (const Tail& tail : arrival.tails) {
        tails.push_back({tail.cost + node.cost, tail.begin, tail.copula});
    }
}

WordReadings::Path WordReadings::nominal(std::size_t end) const {
    const std::vector<LatticeNode>& nodes = lattice_.nodes();
    Path best{kImpossible, -1};
    for (std::int32_t i = lattice_.ending_at(end); i >= 0; i = nodes[i].next_ending_here) {
        const long through = ways_[i].nominal.cost;
        if (through == kImpossible) {
            continue;
        }
        const long cost = through + lattice_.end_cost(nodes[i]);
        if (cost < best.cost) {
            best = {cost, i};
        }
    }
    return best;
}

WordReadings::Path WordReadings::any(std::size_t end) const {
    const std::vector<LatticeNode>& nodes = lattice_.nodes();
    Path best{kImpossible, -1};
    for (std::int32_t i = lattice_.ending_at(end); i >= 0; i = nodes[i].next_ending_here) {
        const LatticeNode& node = nodes[i];
        const std::int32_t before = previous(i);
        const bool impossible =
            node.is_open || (node.is_case && before >= 0 && nodes[before].ends_closed);
        const long cost = ways_[i].any.cost + lattice_.end_cost(node);
        if (!impossible && cost < best.cost) {
            best = {cost, i};
        }
    }
    return best;
}

std::int32_t WordReadings::last_content(const Path& path) const {
    const std::vector<LatticeNode>& nodes = lattice_.nodes();
    std::int32_t at = path.last;
    while (at >= 0 && has_only_grammar(nodes[at].kind)) {
        at = previous(at);
    }
    return at;
}

bool WordReadings::is_content_and_particles(const Path& path, std::int32_t content) const {
    const std::vector<LatticeNode>& nodes = lattice_.nodes();
    if (content < 0 || content == path.last || nodes[content].kind != Kind::Content) {
        return false;
    }
    std::int32_t at = path.last;
    while (at != content && nodes[at].kind == Kind::Function) {
        at = previous(at);
    }
    return at == content;
}
}  // namespace gisa::text
