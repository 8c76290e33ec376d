// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/word_readings.h"

#include <algorithm>
#include <utility>

#include "common/text/particles.h"

namespace gisa::text {
namespace {
bool has_only_grammar(Kind kind) {
    return kind == Kind::Function || kind == Kind::Auxiliary || kind == Kind::Derivation;
}
}  // namespace

WordReadings::WordReadings(std::shared_ptr<const Dictionary> dictionary)
    : lattice_(std::move(dictionary)) {}

bool WordReadings::read(std::string_view word) {
    word_ = word;
    if (!lattice_.build(word)) {
        return false;
    }
    follow_nominals();
    follow_particles();
    return true;
}

void WordReadings::follow_nominals() {
    const std::vector<LatticeNode>& nodes = lattice_.nodes();
    nominal_cost_.assign(nodes.size(), kImpossible);
    nominal_previous_.assign(nodes.size(), -1);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const LatticeNode& node = nodes[i];
        if (node.kind != Kind::Content) {
            continue;
        }
        if (node.begin == 0) {
            nominal_cost_[i] = lattice_.begin_cost(node) + node.cost;
            continue;
        }
        for (std::ptrdiff_t before = lattice_.ending_at(node.begin); before >= 0;
             before = nodes[before].next_ending_here) {
            if (nominal_cost_[before] == kImpossible) {
                continue;
            }
            const long cost = nominal_cost_[before]
                              + lattice_.transition(nodes[before].right, node.left) + node.cost;
            if (cost < nominal_cost_[i]) {
                nominal_cost_[i] = cost;
                nominal_previous_[i] = before;
            }
        }
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

void WordReadings::follow_particles() {
    const std::vector<LatticeNode>& nodes = lattice_.nodes();
    tails_.resize(std::max(tails_.size(), nodes.size()));
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const LatticeNode& node = nodes[i];
        std::vector<Tail>& tails = tails_[i];
        tails.clear();
        if (node.kind != Kind::Function || node.begin == 0) {
            continue;
        }
        const bool fits =
            node.is_copula
            || may_follow(
                word_.substr(node.begin, node.end - node.begin), word_.substr(0, node.begin)
            );
        for (std::ptrdiff_t before = lattice_.ending_at(node.begin); before >= 0;
             before = nodes[before].next_ending_here) {
            const long step = lattice_.transition(nodes[before].right, node.left) + node.cost;
            if (fits && nominal_cost_[before] != kImpossible) {
                offer_tail(tails, {nominal_cost_[before] + step, node.begin, node.is_copula});
            }
            for (const Tail& tail : tails_[before]) {
                offer_tail(tails, {tail.cost + step, tail.begin, tail.copula});
            }
        }
    }
}

WordReadings::Path WordReadings::nominal(std::size_t end) const {
    const std::vector<LatticeNode>& nodes = lattice_.nodes();
    Path best{kImpossible, -1};
    for (std::ptrdiff_t i = lattice_.ending_at(end); i >= 0; i = nodes[i].next_ending_here) {
        if (nominal_cost_[i] == kImpossible) {
            continue;
        }
        const long cost = nominal_cost_[i] + lattice_.end_cost(nodes[i]);
        if (cost < best.cost) {
            best = {cost, i};
        }
    }
    return best;
}

WordReadings::Path WordReadings::any(std::size_t end) const {
    const std::vector<LatticeNode>& nodes = lattice_.nodes();
    Path best{kImpossible, -1};
    for (std::ptrdiff_t i = lattice_.ending_at(end); i >= 0; i = nodes[i].next_ending_here) {
        const LatticeNode& node = nodes[i];
        const bool impossible =
            node.is_open
            || (node.is_case && node.previous >= 0 && nodes[node.previous].ends_closed);
        const long cost = node.path_cost + lattice_.end_cost(node);
        if (!impossible && cost < best.cost) {
            best = {cost, i};
        }
    }
    return best;
}

std::ptrdiff_t WordReadings::last_content(const Path& path) const {
    const std::vector<LatticeNode>& nodes = lattice_.nodes();
    std::ptrdiff_t at = path.last;
    while (at >= 0 && has_only_grammar(nodes[at].kind)) {
        at = nodes[at].previous;
    }
    return at;
}

bool WordReadings::is_content_and_particles(const Path& path, std::ptrdiff_t content) const {
    const std::vector<LatticeNode>& nodes = lattice_.nodes();
    if (content < 0 || content == path.last || nodes[content].kind != Kind::Content) {
        return false;
    }
    std::ptrdiff_t at = path.last;
    while (at != content && nodes[at].kind == Kind::Function) {
        at = nodes[at].previous;
    }
    return at == content;
}
}  // namespace gisa::text
