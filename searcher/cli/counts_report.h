// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include <gisa/searcher.h>

namespace gisa::cli {
/// What `--facet` and `--trend` take: publisher, section, …; day, week, … Throws: UsageError.
[[nodiscard]] FacetField parse_facet_field(std::string_view name);
[[nodiscard]] TrendPeriod parse_trend_period(std::string_view name);

/// The formats of counts.
enum class CountsFormat { Text, Json, Csv };

/// Throws: UsageError.
[[nodiscard]] CountsFormat parse_counts_format(const std::string& name);

/// A line for each value; for people with its share and a bar, `width` cells at most.
[[nodiscard]] std::string facet_report(
    const FacetCounts& facet, CountsFormat format, std::size_t width
);

/// A line for each word; for people with the share of the stories that have it, a bar of that share,
/// and how many articles of the archive have it.
[[nodiscard]] std::string related_report(
    const RelatedWords& related, CountsFormat format, std::size_t width
);

/// A line for each period; for people with the share of what the archive holds, a bar of that share,
/// and above all a sparkline. A period of which the archive holds nothing is a gap.
[[nodiscard]] std::string trend_report(const Trend& trend, CountsFormat format, std::size_t width);
}  // namespace gisa::cli
