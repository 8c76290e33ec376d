// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace gisa::indexer {
/// Numbers and strings as Xapian's glass tables hold them (xapian-core 1.4, common/pack.h).

/// Seven bits a byte, low ones first; the top bit says that more follow.
inline void pack_number(std::string& out, std::uint64_t number) {
    while (number >= 0x80) {
        out.push_back(static_cast<char>(number | 0x80));
        number >>= 7;
    }
    out.push_back(static_cast<char>(number));
}

/// Reads what pack_number wrote and moves `at` behind it.
[[nodiscard]] inline std::uint64_t unpack_number(std::string_view bytes, std::size_t& at) {
    std::uint64_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        number |= static_cast<std::uint64_t>(byte & 0x7fU) << shift;
        if (byte < 0x80) {
            return number;
        }
    }
}

/// Its length, then its bytes.
inline void pack_bytes(std::string& out, std::string_view bytes) {
    pack_number(out, bytes.size());
    out.append(bytes);
}

/// So that greater numbers are greater bytes.
inline void pack_in_order(std::string& out, std::uint32_t number) {
    if (number < 0x8000) {
        out.push_back(static_cast<char>(number >> 8));
        out.push_back(static_cast<char>(number));
        return;
    }
    // 3, 4 or 5 bytes, told by as many ones less one at the top of the first byte.
    const unsigned bytes = number < (1U << 22) ? 3 : number < (1U << 29) ? 4 : 5;
    const std::uint64_t marked =
        number | (static_cast<std::uint64_t>((0xffU << (10 - bytes)) & 0xffU) << (8 * (bytes - 1)));
    for (unsigned left = bytes; left-- > 0;) {
        out.push_back(static_cast<char>(marked >> (8 * left)));
    }
}

/// So that an end and greater bytes are greater; NUL bytes are doubled by 0xff.
inline void pack_in_order(std::string& out, std::string_view bytes) {
    for (const char byte : bytes) {
        out.push_back(byte);
        if (byte == '\0') {
            out.push_back('\xff');
        }
    }
}
}  // namespace gisa::indexer
