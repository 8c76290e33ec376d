// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/present/asked_places.h"

#include <algorithm>
#include <cstddef>

namespace gisa::searcher {
namespace {
/// Calls `visit` with each check that an article is found by, and not in spite of.
template <typename Visit>
void each_check(const PlanNode& node, const Visit& visit) {
    if (node.kind == PlanNode::Kind::Check) {
        visit(node.index);
    } else if (node.kind != PlanNode::Kind::Not) {
        for (const PlanNode& child : node.children) {
            each_check(child, visit);
        }
    }
}
}  // namespace

AskedPlaces::AskedPlaces(const Plan& plan, text::Analyzer& analyzer) {
    each_check(plan.root, [&](std::size_t check) {
        asked_.emplace_back(plan, plan.checks[check], analyzer);
    });
}

std::vector<ByteRange> AskedPlaces::find(const CheckedText& text, const text::NormalForm& normal) {
    std::vector<ByteRange> found;
    for (TextMatcher& asked : asked_) {
        for (const ByteRange& place : asked.places(text)) {
            found.push_back(asked.reads_original() ? place : normal.original(place));
        }
    }
    std::sort(found.begin(), found.end(), [](const ByteRange& a, const ByteRange& b) {
        return a.begin < b.begin;
    });
    std::vector<ByteRange> apart;
    for (const ByteRange& place : found) {
        if (!apart.empty() && place.begin < apart.back().end) {
            apart.back().end = std::max(apart.back().end, place.end);
        } else {
            apart.push_back(place);
        }
    }
    return apart;
}
}  // namespace gisa::searcher
