// SPDX-License-Identifier: GPL-2.0-or-later
//
// Finds the text that needs no rule, sixteen bytes at a time: whether a byte is in its place is told
// by it and the two before it.
#include "common/text/plain_stretch.h"

#include <algorithm>

#include "common/text/byte_lanes.h"

namespace gisa::text {
namespace {
/// A Hangul syllable begins with EA, EB, EC or ED.
bool is_lead(char byte) {
    const signed char here = lane(static_cast<unsigned char>(byte));
    return here >= lane(0xEA) && here <= lane(0xED);
}

ByteLanes is_lead(ByteLanes bytes) {
    return (bytes >= lane(0xEA)) & (bytes <= lane(0xED));
}

bool is_continuation(char byte) {
    return lane(static_cast<unsigned char>(byte)) < lane(0xC0);
}

/// Which of the bytes from there on are not in their place among ASCII and syllables, the last of
/// which may not be all there. A character must begin at the first, or two bytes of a plain block
/// lie before it.
ByteLanes out_of_place(const char* bytes) {
    const ByteLanes here = load_lanes(bytes);
    const ByteLanes before = load_lanes(bytes - 1);
    const ByteLanes second_before = load_lanes(bytes - 2);
    const ByteLanes continuation = here < lane(0xC0);
    const ByteLanes wanted = is_lead(before) | is_lead(second_before);
    const ByteLanes known = (here >= 0) | continuation | is_lead(here);
    // U+AC00 to U+D7A3 are EA B0 80 to ED 9E A3.
    const ByteLanes too_low = (before == lane(0xEA)) & (here < lane(0xB0));
    const ByteLanes too_high = (before == lane(0xED)) & (here > lane(0x9E));
    const ByteLanes beyond =
        (second_before == lane(0xED)) & (before == lane(0x9E)) & (here > lane(0xA3));
    return (continuation ^ wanted) | ~known | too_low | too_high | beyond;
}

/// How many bytes of a character that goes on behind `end` lie before it.
std::size_t bytes_of_unfinished(std::string_view utf8, std::size_t end) {
    if (is_lead(utf8[end - 1])) {
        return 1;
    }
    return is_lead(utf8[end - 2]) ? 2 : 0;
}
}  // namespace

std::size_t end_of_plain(std::string_view utf8, std::size_t at) {
    if (at >= 2 && at + kLanes <= utf8.size() && !is_continuation(utf8[at])) {
        std::size_t end = at;
        ByteLanes wrong = out_of_place(utf8.data() + end);
        while (!any(wrong)) {
            end += kLanes;
            if (end + kLanes > utf8.size()) {
                break;
            }
            wrong = out_of_place(utf8.data() + end);
        }
        end += any(wrong) ? first_set(wrong) : 0;
        at = std::max(at, end - bytes_of_unfinished(utf8, end));
    }
    while (at < utf8.size()) {
        if (static_cast<unsigned char>(utf8[at]) < 0x80) {
            ++at;
        } else if (syllable_at(utf8, at)) {
            at += 3;
        } else {
            return at;
        }
    }
    return at;
}
}  // namespace gisa::text
