// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace gisa::searcher {
/// How near to each other words and phrases are to stand.
enum class Proximity : std::uint8_t {
    Near,     ///< in any order, with few other words between
    Ordered,  ///< likewise, in the order given
    Sentence,
    Paragraph,
};

struct ProximitySign {
    Proximity proximity = Proximity::Near;
    std::uint32_t distance = 0;
};

/// What a word between two others means when it is one of
///   NEAR NEAR/5 near/5 near5 w/5    ONEAR ONEAR/5 ADJ adj/3 adj3    /s    /p SAME
/// NEAR alone allows ten words between, ONEAR alone likewise, ADJ alone none.
/// `narrow_word` has no full-width forms.
[[nodiscard]] std::optional<ProximitySign> proximity_sign(std::string_view narrow_word);

/// What stands right behind a phrase and says how near its words must be: ~5 as in Lucene; p, p5
/// (in any order, p alone: ten words between) and o5 (in this order) as in Recoll. Nothing when it
/// says something else.
[[nodiscard]] std::optional<ProximitySign> phrase_sign(std::string_view narrow_word);
}  // namespace gisa::searcher
