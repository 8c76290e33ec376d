// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "searcher/parse/query.h"
#include "searcher/plan/plan.h"
#include "searcher/rank/query_units.h"
#include "tests/support/dictionary.h"

namespace gisa::test {
/// A query planned without an archive: no longer words contain its pieces.
struct Planned {
    explicit Planned(std::string_view query)
        : analyzer(dictionary()),
          plan(searcher::make_plan(searcher::parse(query), analyzer, {})) {}

    text::Analyzer analyzer;
    searcher::Plan plan;
};

/// Every word equally rare in an archive of a thousand articles.
inline searcher::ArchiveCounts equal_counts() {
    return {
        [](const std::string&) { return std::uint64_t{10}; },
        [](std::string_view) { return std::uint64_t{10}; },
        1'000,
    };
}
}  // namespace gisa::test
