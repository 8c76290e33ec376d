// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <gisa/searcher.h>

#include "searcher/cli/trend_axis.h"

namespace gisa::cli {
/// Neighbouring periods that are drawn as one.
struct TrendColumn {
    std::size_t first = 0;  ///< of the trend's points
    std::size_t last = 0;
    std::uint64_t articles = 0;
    std::uint64_t held = 0;
    std::uint64_t most = 0;     ///< articles of one period
    std::size_t collected = 0;  ///< periods that are no gaps

    [[nodiscard]] bool is_gap() const { return held == 0; }

    /// 0 to 100; 0 of a gap.
    [[nodiscard]] double percent() const;
    /// Articles of a period that is no gap; 0 of a gap.
    [[nodiscard]] double mean() const;
};

using TrendColumns = std::vector<TrendColumn>;

[[nodiscard]] TrendColumn column_of(
    const std::vector<TrendPoint>& points, std::size_t first, std::size_t last
);

/// All points, so many to a column. The last one takes the rest as well: of fewer periods it would have
/// the wildest share.
[[nodiscard]] TrendColumns columns_of(const std::vector<TrendPoint>& points, std::size_t together);

/// Each gap from its first column to its last, as indices.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> gaps_of(const TrendColumns& columns);

/// Where the periods stand, in pixels from the picture's left edge.
struct TrendScale {
    double left = 0;
    double period_width = 1;

    /// Of the left edge of a period; half a period more is its middle.
    [[nodiscard]] double x(double period) const { return left + period * period_width; }

    [[nodiscard]] double begin(const TrendColumn& column) const;
    [[nodiscard]] double end(const TrendColumn& column) const;
    [[nodiscard]] double middle(const TrendColumn& column) const;
};

/// Where the values of a panel stand, in pixels from the picture's top edge.
struct TrendPanel {
    double top = 0;
    double bottom = 0;
    ValueAxis axis;

    [[nodiscard]] double y(double value) const;
    /// Of the top of a bar, which can be seen unless it is one of nothing.
    [[nodiscard]] double bar_top(double value) const;
};

/// How a picture is divided, from the figures that it shows. Sizes are in pixels.
struct TrendLayout {
    TrendColumns columns;
    TrendScale scale;
    double width = 960;
    double margin = 24;
    TrendPanel counts;
    TrendPanel shares;

    [[nodiscard]] double right() const { return width - margin; }

    [[nodiscard]] double column_width() const;
};

/// All periods are equally wide, months too, so that bars do not lie about short ones. Of more periods
/// than pixels neighbours become columns.
[[nodiscard]] TrendLayout trend_layout(const std::vector<TrendPoint>& points);

/// " %" behind the label of an axis of shares.
inline constexpr const char* kPercent = " %";

/// A number as a picture has it: rounded to two decimals, the same under every locale.
[[nodiscard]] std::string svg_number(double value);

/// Paths, as the attribute `d` has them.
struct SvgPoint {
    double x = 0;
    double y = 0;
};

[[nodiscard]] std::string line_path(SvgPoint from, SvgPoint to);
[[nodiscard]] std::string rectangle_path(double left, double top, double right, double bottom);
/// Columns side by side as one area, up to the highest of their periods or up to the mean of them.
enum class ColumnHeight { Most, Mean };
[[nodiscard]] std::string area_path(
    const TrendColumns& columns,
    ColumnHeight height,
    const TrendScale& scale,
    const TrendPanel& panel
);
/// The shares from column to column; a gap interrupts it.
[[nodiscard]] std::string share_path(
    const TrendColumns& columns, const TrendScale& scale, const TrendPanel& panel
);
/// Dots where a share has gaps on both sides, so that no line shows it, or for all shares.
enum class ShareDots { Lonely, All };
[[nodiscard]] std::string share_dots_path(
    const TrendColumns& columns, ShareDots dots, const TrendScale& scale, const TrendPanel& panel
);
}  // namespace gisa::cli
