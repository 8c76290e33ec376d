// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/trend_shapes.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace gisa::cli {
namespace {
/// More of them would be narrower than a pixel.
constexpr std::size_t kMostColumns = 800;
constexpr int kMostCountTicks = 5;
constexpr int kMostShareTicks = 4;
/// A share may be one of millions.
constexpr int kLeastShareExponent = -9;
/// Between the labels of an axis and the axis.
constexpr double kLabelSpace = 8;

std::string point(char command, double x, double y) {
    return command + svg_number(x) + " " + svg_number(y);
}
}  // namespace

double TrendColumn::percent() const {
    return is_gap() ? 0 : 100 * static_cast<double>(articles) / static_cast<double>(held);
}

double TrendColumn::mean() const {
    return is_gap() ? 0 : static_cast<double>(articles) / static_cast<double>(collected);
}

TrendColumn column_of(const std::vector<TrendPoint>& points, std::size_t first, std::size_t last) {
    TrendColumn column{.first = first, .last = last};
    for (std::size_t i = first; i <= last; ++i) {
        column.articles += points[i].articles;
        column.held += points[i].held;
        column.most = std::max(column.most, points[i].articles);
        column.collected += points[i].held == 0 ? 0 : 1;
    }
    return column;
}

TrendColumns columns_of(const std::vector<TrendPoint>& points, std::size_t together) {
    TrendColumns columns;
    std::size_t at = 0;
    while (at < points.size()) {
        const std::size_t rest = points.size() - at;
        const std::size_t count = rest < 2 * together ? rest : together;
        columns.push_back(column_of(points, at, at + count - 1));
        at += count;
    }
    return columns;
}

std::vector<std::pair<std::size_t, std::size_t>> gaps_of(const TrendColumns& columns) {
    std::vector<std::pair<std::size_t, std::size_t>> gaps;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].is_gap()) {
            continue;
        }
        if (i > 0 && columns[i - 1].is_gap()) {
            gaps.back().second = i;
        } else {
            gaps.emplace_back(i, i);
        }
    }
    return gaps;
}

double TrendScale::begin(const TrendColumn& column) const {
    return x(static_cast<double>(column.first));
}

double TrendScale::end(const TrendColumn& column) const {
    return x(static_cast<double>(column.last + 1));
}

double TrendScale::middle(const TrendColumn& column) const {
    return (begin(column) + end(column)) / 2;
}

double TrendPanel::y(double value) const {
    return bottom - (bottom - top) * value / axis.top();
}

double TrendPanel::bar_top(double value) const {
    return value > 0 ? std::min(y(value), bottom - 1) : bottom;
}

double TrendLayout::column_width() const {
    return columns.empty() ? 0 : scale.end(columns.front()) - scale.begin(columns.front());
}

TrendLayout trend_layout(const std::vector<TrendPoint>& points) {
    const std::size_t together = (points.size() + kMostColumns - 1) / kMostColumns;
    TrendLayout layout{.columns = columns_of(points, together)};
    std::uint64_t most = 0;
    double highest = 0;
    for (const TrendColumn& column : layout.columns) {
        most = std::max(most, column.most);
        highest = std::max(highest, column.percent());
    }
    const ValueAxis counts(static_cast<double>(most), kMostCountTicks, 0);
    const ValueAxis shares(highest, kMostShareTicks, kLeastShareExponent);
    const double labels = std::max(
        label_width(counts.label(counts.ticks())),
        label_width(shares.label(shares.ticks()) + kPercent)
    );
    layout.counts = {.top = 104, .bottom = 314, .axis = counts};
    layout.shares = {.top = 362, .bottom = 482, .axis = shares};
    layout.scale.left = layout.margin + labels + kLabelSpace;
    layout.scale.period_width = (layout.right() - layout.scale.left)
                                / static_cast<double>(std::max<std::size_t>(points.size(), 1));
    return layout;
}

std::string svg_number(double value) {
    const long long hundredths = std::llround(value * 100);
    const long long size = std::llabs(hundredths);
    const long long rest = size % 100;
    std::string text = (hundredths < 0 ? "-" : "") + std::to_string(size / 100);
    if (rest != 0) {
        text += (rest < 10 ? ".0" : ".") + std::to_string(rest % 10 == 0 ? rest / 10 : rest);
    }
    return text;
}

std::string line_path(SvgPoint from, SvgPoint to) {
    return point('M', from.x, from.y) + point('L', to.x, to.y);
}

std::string rectangle_path(double left, double top, double right, double bottom) {
    return point('M', left, top) + "H" + svg_number(right) + "V" + svg_number(bottom) + "H"
           + svg_number(left) + "Z";
}

std::string area_path(
    const TrendColumns& columns,
    ColumnHeight height,
    const TrendScale& scale,
    const TrendPanel& panel
) {
    std::string path = point('M', scale.left, panel.bottom);
    std::string level = svg_number(panel.bottom);
    for (const TrendColumn& column : columns) {
        const double value =
            height == ColumnHeight::Mean ? column.mean() : static_cast<double>(column.most);
        const std::string top = svg_number(panel.bar_top(value));
        if (top != level) {
            path += "H" + svg_number(scale.begin(column)) + "V" + top;
            level = top;
        }
    }
    const double right = columns.empty() ? scale.left : scale.end(columns.back());
    return path + "H" + svg_number(right) + "V" + svg_number(panel.bottom) + "Z";
}

std::string share_path(
    const TrendColumns& columns, const TrendScale& scale, const TrendPanel& panel
) {
    std::string path;
    bool is_begun = false;
    for (const TrendColumn& column : columns) {
        if (!column.is_gap()) {
            path += point(is_begun ? 'L' : 'M', scale.middle(column), panel.y(column.percent()));
        }
        is_begun = !column.is_gap();
    }
    return path;
}

std::string share_dots_path(
    const TrendColumns& columns, ShareDots dots, const TrendScale& scale, const TrendPanel& panel
) {
    const auto has_share = [&columns](std::size_t i) {
        return i < columns.size() && !columns[i].is_gap();
    };
    std::string path;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool has_neighbour = has_share(i + 1) || (i > 0 && has_share(i - 1));
        if (has_share(i) && (dots == ShareDots::All || !has_neighbour)) {
            path += point('M', scale.middle(columns[i]), panel.y(columns[i].percent())) + "h0";
        }
    }
    return path;
}
}  // namespace gisa::cli
