// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <gisa/searcher.h>

#include "searcher/match/matcher.h"

namespace gisa::searcher {
/// Where a page ended. Members that an order has no use for stay as they are and are not written.
struct Cursor {
    Strictness strictness = Strictness::AllWords;  ///< by relevance, as the others below
    std::uint64_t state = 0;                       ///< PublishedSet::state
    double score = 0;                              ///< of the last hit
    MatchPlace place;
};

/// A cursor as a caller holds it, in the letters of RFC 4648's base64url. It is good for one order
/// and one query, `understood`.
[[nodiscard]] std::string write_cursor(
    const Cursor& cursor, SortBy sort_by, std::string_view understood
);

/// Nothing when the token is damaged or another query's or order's.
[[nodiscard]] std::optional<Cursor> read_cursor(
    std::string_view token, SortBy sort_by, std::string_view understood
);
}  // namespace gisa::searcher
