// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/parse/proximity.h"

#include <array>
#include <cstddef>

#include "searcher/parse/sign_number.h"

namespace gisa::searcher {
namespace {
struct Name {
    std::string_view name;
    Proximity proximity;
    /// Without a number; nothing when it needs one.
    std::optional<std::uint32_t> distance;
};

constexpr std::uint32_t kUsualDistance = 10;

// In small letters a name that could be a word needs its number.
constexpr auto kNames = std::to_array<Name>({
    {"NEAR", Proximity::Near, kUsualDistance},
    {"near", Proximity::Near, std::nullopt},
    {"w/", Proximity::Near, std::nullopt},
    {"W/", Proximity::Near, std::nullopt},
    {"ONEAR", Proximity::Ordered, kUsualDistance},
    {"onear", Proximity::Ordered, std::nullopt},
    {"ADJ", Proximity::Ordered, 0},
    {"adj", Proximity::Ordered, std::nullopt},
    {"/s", Proximity::Sentence, 0},
    {"/S", Proximity::Sentence, 0},
    {"/p", Proximity::Paragraph, 0},
    {"/P", Proximity::Paragraph, 0},
    {"SAME", Proximity::Paragraph, 0},
});

bool takes_number(Proximity proximity) {
    return proximity == Proximity::Near || proximity == Proximity::Ordered;
}
}  // namespace

std::optional<ProximitySign> proximity_sign(std::string_view narrow_word) {
    for (const Name& one : kNames) {
        if (narrow_word == one.name && one.distance) {
            return ProximitySign{one.proximity, *one.distance};
        }
        if (narrow_word.starts_with(one.name) && takes_number(one.proximity)) {
            std::string_view digits = narrow_word.substr(one.name.size());
            digits.remove_prefix(digits.starts_with("/") ? 1 : 0);
            if (const auto distance = sign_number(digits)) {
                return ProximitySign{one.proximity, *distance};
            }
        }
    }
    return std::nullopt;
}

std::optional<ProximitySign> phrase_sign(std::string_view narrow_word) {
    if (narrow_word == "p") {
        return ProximitySign{Proximity::Near, kUsualDistance};
    }
    const char sign = narrow_word.empty() ? '\0' : narrow_word.front();
    const auto distance = sign_number(narrow_word.substr(narrow_word.empty() ? 0 : 1));
    if (!distance || (sign != '~' && sign != 'p' && sign != 'o')) {
        return std::nullopt;
    }
    return ProximitySign{sign == 'o' ? Proximity::Ordered : Proximity::Near, *distance};
}
}  // namespace gisa::searcher
