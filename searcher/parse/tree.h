// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include "searcher/parse/query.h"

namespace gisa::searcher {
/// Builds the tree bottom up. Until finish(), a Not may stand anywhere: only the whole tree shows
/// whether it has something to be taken from.

/// Neither function takes an empty vector; one child is returned as it is. Equal levels merge:
/// (a b) c is a b c.
[[nodiscard]] QueryNode make_and(std::vector<QueryNode> children, bool bare);
[[nodiscard]] QueryNode make_or(std::vector<QueryNode> children);

/// Whether a node may be near another one, or counted: a word, a phrase, or alternatives of these.
[[nodiscard]] bool can_be_near(const QueryNode& node);
/// What must stand so often in an article; once is no condition. The child can_be_near().
[[nodiscard]] QueryNode make_at_least(std::uint32_t times, QueryNode child, ByteRange where);
[[nodiscard]] QueryNode make_near(const ProximitySign& sign, std::vector<QueryNode> children);

/// Twice is not at all.
[[nodiscard]] QueryNode make_not(QueryNode child, ByteRange where);

/// What stands behind a field that takes no days. What has no field to be found in (days, everything,
/// values) stays as it is; Not comes to stand outside. Behind a field that is no place each word and phrase
/// is a value.
[[nodiscard]] QueryNode make_field(Field field, QueryNode child, ByteRange where);

/// Sees to the promises of query.h: each Not is the child of an And that has something else, and
/// no And holds an All that changes nothing.
[[nodiscard]] QueryNode finish(QueryNode root);
}  // namespace gisa::searcher
