// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/parse/at_least.h"

#include "searcher/parse/sign_number.h"

namespace gisa::searcher {
std::optional<std::uint32_t> at_least(std::string_view narrow_word) {
    for (const std::string_view name : {"atleast", "ATLEAST"}) {
        if (narrow_word.starts_with(name)) {
            return sign_number(narrow_word.substr(name.size()));
        }
    }
    return std::nullopt;
}
}  // namespace gisa::searcher
