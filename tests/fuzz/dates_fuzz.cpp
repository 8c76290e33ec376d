// SPDX-License-Identifier: GPL-2.0-or-later
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "searcher/parse/dates.h"

// The first two bytes choose today; whatever is read as days must be days in order.
// The name is libFuzzer's.
// NOLINTNEXTLINE(readability-identifier-naming)
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) {
        return 0;
    }
    const std::chrono::sys_days today{std::chrono::days(data[0] * 256 + data[1])};
    const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
    const auto reading = gisa::searcher::read_date(text, today);
    if (!reading) {
        return 0;
    }
    const auto& [first, last] = reading->days;
    const bool days = (first || last) && (!first || first->ok()) && (!last || last->ok());
    if (!days || (first && last && *first > *last)) {
        std::abort();
    }
    return 0;
}
