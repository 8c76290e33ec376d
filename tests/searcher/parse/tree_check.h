// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>

#include "searcher/parse/query.h"

namespace gisa::test {
/// The first promise of query.h that a parsed query breaks, as a sentence; empty when it keeps all.
[[nodiscard]] std::string broken_promise(
    std::string_view query, const searcher::ParsedQuery& parsed
);
}  // namespace gisa::test
