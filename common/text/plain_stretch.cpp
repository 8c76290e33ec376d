// SPDX-License-Identifier: GPL-2.0-or-later
//
// Finds the text that needs no rule. The loop over a block has no branches and looks at each byte
// and the two before it only, so the compiler makes it sixteen bytes at a time.
#include "common/text/plain_stretch.h"

#include <algorithm>

namespace gisa::text {
namespace {
constexpr std::size_t kBlock = 32;

using Byte = unsigned char;

/// A Hangul syllable begins with EA, EB, EC or ED.
constexpr Byte is_lead(Byte b) {
    return static_cast<Byte>(b - 0xEA) < 4 ? 1 : 0;
}

constexpr Byte is_continuation(Byte b) {
    return static_cast<Byte>(b - 0x80) < 0x40 ? 1 : 0;
}

/// Whether kBlock bytes are ASCII and syllables, the last perhaps not all there. A character must
/// begin at `bytes`, and two bytes must lie before it.
bool is_plain_block(const char* bytes) {
    Byte bad = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
        const auto here = static_cast<Byte>(bytes[i]);
        const auto before = static_cast<Byte>(*(bytes + i - 1));
        const auto second_before = static_cast<Byte>(*(bytes + i - 2));
        const Byte continuation = is_continuation(here);
        const Byte ascii = here < 0x80 ? 1 : 0;
        const Byte wanted = is_lead(before) | is_lead(second_before);
        const Byte known = ascii | continuation | is_lead(here);
        // U+AC00 to U+D7A3 are EA B0 80 to ED 9E A3.
        const Byte too_low = (before == 0xEA ? 1 : 0) & (here < 0xB0 ? 1 : 0);
        const Byte too_high = (before == 0xED ? 1 : 0) & (here > 0x9E ? 1 : 0);
        const Byte last_row = (second_before == 0xED ? 1 : 0) & (before == 0x9E ? 1 : 0);
        const Byte beyond = last_row & (here > 0xA3 ? 1 : 0);
        bad |=
            static_cast<Byte>((continuation ^ wanted) | (known ^ 1U) | too_low | too_high | beyond);
    }
    return bad == 0;
}

/// How many bytes of a character that goes on behind the block lie at its end.
std::size_t bytes_of_unfinished(std::string_view utf8, std::size_t end) {
    if (is_lead(static_cast<Byte>(utf8[end - 1])) != 0) {
        return 1;
    }
    return is_lead(static_cast<Byte>(utf8[end - 2])) != 0 ? 2 : 0;
}
}  // namespace

std::size_t end_of_plain(std::string_view utf8, std::size_t at) {
    while (at < utf8.size()) {
        const bool block = at >= 2 && at + kBlock <= utf8.size()
                           && is_continuation(static_cast<Byte>(utf8[at])) == 0;
        if (block && is_plain_block(utf8.data() + at)) {
            at += kBlock;
            at -= bytes_of_unfinished(utf8, at);
            continue;
        }
        const std::size_t end = std::min(at + kBlock, utf8.size());
        while (at < end) {
            if (static_cast<Byte>(utf8[at]) < 0x80) {
                ++at;
            } else if (syllable_at(utf8, at)) {
                at += 3;
            } else {
                return at;
            }
        }
    }
    return at;
}
}  // namespace gisa::text
