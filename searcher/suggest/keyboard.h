// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace gisa::searcher {
/// The Korean keyboard of two sets (두벌식, KS X 5002): each letter of Hangul is a key or two of the
/// Latin keyboard. A typing error is an error of keys, so words are compared as keys, too.

/// The keys that type `hangul`, capitals where shift is held: 삼성전자 -> tkatjdwjswk. Syllables and
/// loose letters (U+3131 to U+3163) in UTF-8; nothing when there is anything else.
[[nodiscard]] std::optional<std::string> keys_of(std::string_view hangul);

/// What the keys type: tkatjdwjswk -> 삼성전자; loose letters where they make no syllable. Nothing
/// when a key types no letter of Hangul.
[[nodiscard]] std::optional<std::string> hangul_of(std::string_view keys);

/// As hangul_of(), but only whole syllables: nothing when a letter stays loose.
[[nodiscard]] std::optional<std::string> syllables_of(std::string_view keys);
}  // namespace gisa::searcher
