// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gisa::indexer {
/// Where the first ill-formed UTF-8 byte of a text stands; nothing when there is none.
[[nodiscard]] std::optional<std::size_t> first_ill_formed(std::string_view text);

/// At most the first `max_bytes` bytes, cut between two characters; ill-formed bytes become U+FFFD.
/// For showing a record that was rejected.
[[nodiscard]] std::string shown_beginning(std::string_view text, std::size_t max_bytes = 4096);

/// Without the spaces, tabs, line ends, no-break and ideographic spaces at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// trimmed(), and each CR LF is an LF. Nothing else is changed: normal forms are the analyser's.
[[nodiscard]] std::string clean_text(std::string_view text);
}  // namespace gisa::indexer
