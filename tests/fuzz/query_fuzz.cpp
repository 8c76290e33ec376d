// SPDX-License-Identifier: GPL-2.0-or-later
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "searcher/parse/query.h"
#include "tests/searcher/parse/tree_check.h"

// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view query(reinterpret_cast<const char*>(data), size);
    const gisa::searcher::ParseContext context{
        .today = std::chrono::year{2024} / std::chrono::May / 21, .saved_query = {}};
    const std::string broken =
        gisa::test::broken_promise(query, gisa::searcher::parse(query, context));
    if (!broken.empty()) {
        std::fprintf(stderr, "%s\n", broken.c_str());
        std::abort();
    }
    return 0;
}
