// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <string_view>
#include <utility>

#include <xapian.h>

#include <gisa/error.h>

namespace gisa::segment {
/// What Gisa says of a Xapian error that happened while `doing`, of which "%1" is `path`.
[[nodiscard]] Error translated(
    const Xapian::Error& error, const char* doing, std::string_view path = {}
);

/// Runs `work`; the one place where a Xapian::Error (no std::exception) becomes a gisa::Error.
/// `doing` is marked with tr_later() ("searching"), since only a failure needs it translated.
template <typename Work>
auto guarded(const char* doing, Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (const Xapian::Error& error) {
        throw translated(error, doing);
    }
}

/// The same of work on a file or folder ("reading %1").
template <typename Work>
auto guarded(const char* doing, const std::filesystem::path& path, Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (const Xapian::Error& error) {
        throw translated(error, doing, path.string());
    }
}
}  // namespace gisa::segment
