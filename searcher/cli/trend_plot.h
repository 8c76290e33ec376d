// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>
#include <string_view>

#include <gisa/searcher.h>

namespace gisa::cli {
/// The picture of a trend, an SVG file in the language of the process: a bar for how many articles of
/// each period match, and below it a line for their share of what the archive holds. Where it holds
/// nothing there is a hatched gap, and no line. Where more periods than pixels stand side by side,
/// neighbours are drawn as one column, so that the file stays small. The same trend gives the same
/// bytes. Needs no font, script or file beside itself, and is light or dark as its reader is.
[[nodiscard]] std::string trend_plot(
    const Trend& trend, TrendPeriod period, std::string_view query
);
}  // namespace gisa::cli
