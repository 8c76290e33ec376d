// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <vector>

#include "searcher/parse/lexer.h"
#include "searcher/parse/notices.h"

namespace gisa::searcher {
/// Deeper parentheses are left out, with a notice, so that no query overflows the stack.
inline constexpr std::size_t kDeepestParenthesis = 100;

/// Mends parentheses: in the returned tokens each Open has its Close. What was never closed closes
/// at the end, by a token without bytes; what was never opened is gone.
[[nodiscard]] std::vector<Token> balance(
    LexedQuery lexed, std::size_t query_bytes, Notices& notices
);
}  // namespace gisa::searcher
