// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>

namespace gisa::cli {
/// A JSON value (nlohmann's) on one line, which it ends. Broken UTF-8 cannot stand in JSON; it
/// becomes U+FFFD instead of an exception.
template <typename Json>
[[nodiscard]] std::string json_line(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}
}  // namespace gisa::cli
