// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <gisa/searcher.h>

#include "searcher/match/matcher.h"

namespace gisa::searcher {
/// Where a page ended.
struct Cursor {
    Strictness strictness = Strictness::AllWords;
    std::uint64_t state = 0;         ///< PublishedSet::state
    std::chrono::sys_seconds now{};  ///< what `fresh:` counts from
    double score = 0;                ///< of the last hit
    MatchPlace place;
};

/// Whether the order of a request is that of one published state alone.
[[nodiscard]] bool is_of_one_state(const SearchRequest& request);

/// A cursor as a caller holds it, in the letters of RFC 4648's base64url. It is good for requests of
/// the same order and folding, and of the same query, `understood`. What their order has no use for
/// is not written.
[[nodiscard]] std::string write_cursor(
    const Cursor& cursor, const SearchRequest& request, std::string_view understood
);

/// The request's cursor; nothing when it is damaged or belongs to others.
[[nodiscard]] std::optional<Cursor> read_cursor(
    const SearchRequest& request, std::string_view understood
);
}  // namespace gisa::searcher
