// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace gisa::text {
/// FNV-1a, 64 bits: tells two versions of a file apart; no defence against forgery.
/// Source: Fowler, Noll, Vo; draft-eastlake-fnv.
class Fnv64 {
  public:
    void add(std::string_view bytes) {
        for (const char byte : bytes) {
            hash_ = (hash_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
        }
    }

    [[nodiscard]] std::uint64_t value() const { return hash_; }

    /// Sixteen lower-case hexadecimal digits.
    [[nodiscard]] std::string hex() const {
        constexpr std::string_view kDigits = "0123456789abcdef";
        std::string out;
        for (int shift = 60; shift >= 0; shift -= 4) {
            out.push_back(kDigits[(hash_ >> static_cast<unsigned>(shift)) & 0xFU]);
        }
        return out;
    }

  private:
    std::uint64_t hash_ = 0xCBF29CE484222325U;
};
}  // namespace gisa::text
