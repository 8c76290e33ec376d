// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/golden/context.h"

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace gisa::test {
namespace {
std::optional<std::string> saved_query(std::string_view name) {
    static const std::map<std::string, std::string, std::less<>> saved = {
        {"예산", "예산 OR 재정"},
        {"정부", "정부 -query:예산"},
        {"토끼", "굴 query:굴"},
        {"굴", "query:토끼"},
        {"헌것", "date:언젠가 (예산"},
        {"빈것", " "},
    };
    const auto found = saved.find(name);
    return found == saved.end() ? std::nullopt : std::optional(found->second);
}
}  // namespace

const searcher::ParseContext& golden_context() {
    static const searcher::ParseContext context{
        .today = std::chrono::year{2024} / std::chrono::May / 21, .saved_query = saved_query};
    return context;
}
}  // namespace gisa::test
