// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>

namespace gisa {
/// A piece of a text in UTF-8 bytes, half-open; `begin == end` is a place between two characters.
struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};
}  // namespace gisa
