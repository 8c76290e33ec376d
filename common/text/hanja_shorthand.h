// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include <gisa/text_range.h>

#include "common/text/hanja.h"

namespace gisa::text {
/// What stands beside a run of Hanja inside its word.
enum class Neighbour : std::uint8_t {
    Nothing,  ///< the text's edge, a space, a sign
    Hangul,
    Latin,
    Digit,
    Letter,  ///< of any other script
};

struct HanjaPlace {
    Neighbour left = Neighbour::Nothing;
    Neighbour right = Neighbour::Nothing;
    std::string_view behind;  ///< the Hangul that follows at once, to its end
};

[[nodiscard]] HanjaPlace place_of(std::string_view text, ByteRange run);

/// The name that a Hanja standing alone is headlines' shorthand for (data/hanja_shorthand.txt), or
/// nothing when the run is to be read as it is. Safe to call from several threads.
[[nodiscard]] std::optional<HanjaReading> read_shorthand(
    std::string_view text, ByteRange run, const HanjaPlace& place
);
}  // namespace gisa::text
