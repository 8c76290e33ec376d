// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>

#include "common/cli/environment.h"

namespace gisa::cli {
/// Whether a URL is one of http or https, with something behind: what a browser may be given, where
/// file: or javascript: would do what its article's author wants.
[[nodiscard]] bool is_web_address(std::string_view url);

/// The same address in printable ASCII: other bytes become %XX.
[[nodiscard]] std::string as_ascii_address(std::string_view url);

/// Everything but RFC 3986's unreserved characters as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// Hands a web address to the first program that takes it: those of $BROWSER, parted by colons, with
/// %s for the address or the address behind; else xdg-open. No shell reads them. Waits until the
/// program ends.
/// Throws: UsageError for a $BROWSER that is no command; Error (InvalidArgument) when none takes it.
void open_in_browser(std::string_view url, const Environment& environment);
}  // namespace gisa::cli
