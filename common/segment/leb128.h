// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace gisa::segment {
/// Numbers in as few bytes as they need: seven bits each, low ones first; the top bit says that
/// more follow. Source: DWARF 4, section 7.6, LEB128.
inline void append_leb128(std::string& out, std::uint32_t number) {
    while (number >= 0x80) {
        out.push_back(static_cast<char>(number | 0x80U));
        number >>= 7U;
    }
    out.push_back(static_cast<char>(number));
}

/// The number at `at`, which moves behind it. A number cut short ends with the bytes.
[[nodiscard]] inline std::uint32_t read_leb128(std::string_view bytes, std::size_t& at) {
    std::uint32_t number = 0;
    for (std::uint32_t shift = 0; at < bytes.size() && shift < 32; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        number |= (byte & 0x7FU) << shift;
        if (byte < 0x80) {
            break;
        }
    }
    return number;
}
}  // namespace gisa::segment
