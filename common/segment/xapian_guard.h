// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <utility>

#include <xapian.h>

#include <gisa/error.h>

namespace gisa::segment {
/// What Gisa says of a Xapian error that happened while `doing` ("writing segment 3").
[[nodiscard]] Error translated(const Xapian::Error& error, std::string_view doing);

/// Runs `work`; the one place where a Xapian::Error (no std::exception) becomes a gisa::Error.
template <typename Work>
auto guarded(std::string_view doing, Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (const Xapian::Error& error) {
        throw translated(error, doing);
    }
}
}  // namespace gisa::segment
