// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/pattern_scan.h"

#include <limits>

namespace gisa::searcher {
namespace {
/// States are 16-bit numbers; patterns beyond that many bytes in all are not looked for. A query
/// is bounded to far less.
constexpr std::size_t kMostStates = std::numeric_limits<std::uint16_t>::max();
}  // namespace

PatternScan::PatternScan(const std::vector<std::string>& patterns) {
    number_columns(patterns);
    Ends ends = add_patterns(patterns);
    complete_edges(ends);
    for (const auto& numbers : ends) {
        states_.push_back(
            {static_cast<std::uint32_t>(outputs_.size()),
             static_cast<std::uint32_t>(numbers.size())}
        );
        outputs_.insert(outputs_.end(), numbers.begin(), numbers.end());
    }
}

/// Column 0 is every byte that occurs in no pattern.
void PatternScan::number_columns(const std::vector<std::string>& patterns) {
    for (const std::string& pattern : patterns) {
        for (const char byte : pattern) {
            std::uint16_t& column = columns_[static_cast<unsigned char>(byte)];
            if (column == 0) {
                column = static_cast<std::uint16_t>(width_++);
            }
        }
    }
    next_.assign(width_, 0);
}

/// The trie of the patterns; gives which end in each state.
PatternScan::Ends PatternScan::add_patterns(const std::vector<std::string>& patterns) {
    Ends ends(1);
    for (std::uint32_t number = 0; number < patterns.size(); ++number) {
        const std::string& pattern = patterns[number];
        if (pattern.empty() || ends.size() + pattern.size() > kMostStates) {
            continue;
        }
        std::size_t state = 0;
        for (const char byte : pattern) {
            const std::size_t cell = state * width_ + columns_[static_cast<unsigned char>(byte)];
            if (next_[cell] == 0) {
                next_[cell] = static_cast<std::uint16_t>(ends.size());
                ends.emplace_back();
                next_.resize(next_.size() + width_, 0);
            }
            state = next_[cell];
        }
        ends[state].push_back(number);
    }
    return ends;
}

/// Breadth first: a missing edge goes where the longest proper suffix would go.
void PatternScan::complete_edges(Ends& ends) {
    std::vector<std::size_t> order;
    std::vector<std::size_t> suffix(ends.size(), 0);
    for (std::size_t column = 0; column < width_; ++column) {
        if (next_[column] != 0) {
            order.push_back(next_[column]);
        }
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::size_t state = order[i];
        const auto& inherited = ends[suffix[state]];
        ends[state].insert(ends[state].end(), inherited.begin(), inherited.end());
        for (std::size_t column = 0; column < width_; ++column) {
            std::uint16_t& edge = next_[state * width_ + column];
            const std::uint16_t fallback = next_[suffix[state] * width_ + column];
            if (edge != 0) {
                suffix[edge] = fallback;
                order.push_back(edge);
            } else {
                edge = fallback;
            }
        }
    }
}

void PatternScan::find_all(std::string_view text, std::vector<Found>& found) const {
    std::size_t state = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        state = next_[state * width_ + columns_[static_cast<unsigned char>(text[at])]];
        const State& here = states_[state];
        for (std::uint32_t i = 0; i < here.outputs; ++i) {
            found.push_back({outputs_[here.first_output + i], static_cast<std::uint32_t>(at + 1)});
        }
    }
}
}  // namespace gisa::searcher
