// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <functional>
#include <string_view>

namespace gisa::text {
/// Lets an unordered container of strings be asked with a string_view, without making a string.
struct StringHash {
    using is_transparent = void;  // NOLINT(readability-identifier-naming): the standard's name

    std::size_t operator()(std::string_view key) const {
        return std::hash<std::string_view>{}(key);
    }
};
}  // namespace gisa::text
