// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace gisa::text {
/// Sixteen bytes that a processor compares and joins at once: a vector type of GCC and clang, which
/// make of it what the machine has. Comparisons give all bits set for yes. Bytes are signed: ASCII
/// is 0 and more, what continues a character is less than that of 0xC0.
using ByteLanes = signed char __attribute__((vector_size(16)));

constexpr std::size_t kLanes = sizeof(ByteLanes);

/// One byte as it stands in lanes.
constexpr signed char lane(unsigned char byte) {
    return static_cast<signed char>(byte);
}

/// The sixteen bytes from `bytes` on, wherever they lie.
[[nodiscard]] inline ByteLanes load_lanes(const char* bytes) {
    ByteLanes lanes;
    std::memcpy(&lanes, bytes, sizeof lanes);
    return lanes;
}

/// Whether any bit is set.
[[nodiscard]] inline bool any(ByteLanes lanes) {
    std::uint64_t halves[2];
    std::memcpy(halves, &lanes, sizeof lanes);
    return (halves[0] | halves[1]) != 0;
}

/// The first lane that has a bit set; kLanes when none has.
[[nodiscard]] inline std::size_t first_set(ByteLanes lanes) {
    std::size_t at = 0;
    while (at < kLanes && lanes[at] == 0) {
        ++at;
    }
    return at;
}
}  // namespace gisa::text
