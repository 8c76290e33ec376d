// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace gisa::cli {
/// An id that is safe as a whole line: control characters, line ends among them, become %XX. A
/// percent sign stays as it is: most ids that have one are URLs, which others name as they are.
[[nodiscard]] std::string as_line(std::string_view id);

/// An id that is safe as one column of a line cut at white space: Unicode's spaces become %XX too,
/// and an empty id becomes "-".
[[nodiscard]] std::string as_column(std::string_view id);

/// Text as a cell of CSV: in quotes, doubled inside, where it holds a comma, a quote or a line end.
/// Source: RFC 4180.
[[nodiscard]] std::string as_csv_cell(std::string_view text);
}  // namespace gisa::cli
