// SPDX-License-Identifier: GPL-2.0-or-later
// Two panels below each other with one axis of time: bars and a line have scales of their own, and in
// one panel nobody would know which is whose. pugixml escapes; printable() takes out what XML cannot
// hold. Colours are classes of a style sheet, since not every reader of SVG knows variables; their
// names begin with ours, since a page may hold the picture in its own text.
#include "searcher/cli/trend_plot.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <sstream>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "common/cli/layout.h"
#include "common/messages/tr.h"
#include "searcher/cli/trend_axis.h"
#include "searcher/cli/trend_shapes.h"
#include "searcher/cli/trend_words.h"

namespace gisa::cli {
namespace {
constexpr double kHeadingBaseline = 36;
constexpr double kSummaryBaseline = 60;
/// Baselines of the two rows of labels below the shares, from the axis.
constexpr double kLabelRow = 20;
constexpr double kContextRow = 37;
constexpr double kNoteHeight = 18;
constexpr std::size_t kHeadingCells = 74;
/// Columns that are thinner are one shape without spaces between them.
constexpr double kThinnestBar = 3;
constexpr double kWidestBar = 48;
/// The narrowest place to point at that is worth a tooltip of its own.
constexpr double kNarrowestZone = 6;
/// Shares that are farther apart are marked by dots.
constexpr double kDotSpace = 12;

constexpr const char* kFonts =
    "system-ui, 'Noto Sans', 'Noto Sans KR', 'Noto Sans CJK KR', 'Apple SD Gothic Neo', "
    "'Malgun Gothic', NanumGothic, sans-serif";

constexpr const char* kStyle = R"(
.gisa-paper{fill:#fff}
.gisa-text{fill:#1f2328}
.gisa-faint{fill:#57606a}
.gisa-grid{stroke:#e1e4e8}
.gisa-base{stroke:#8c959f}
.gisa-bar{fill:#2f6fb5}
.gisa-most{fill:#a9c7e8}
.gisa-line,.gisa-dot{fill:none;stroke:#b3480f;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.gisa-dot{stroke-width:5}
.gisa-hatch{stroke:#b7bec7}
.gisa-zone{fill:#808080;fill-opacity:0}
.gisa-zone:hover,.gisa-column:hover .gisa-zone{fill-opacity:.2}
@media (prefers-color-scheme:dark){
.gisa-paper{fill:#14181d}
.gisa-text{fill:#e6e8eb}
.gisa-faint{fill:#a3acb7}
.gisa-grid{stroke:#2a3139}
.gisa-base{stroke:#6b7682}
.gisa-bar{fill:#6ea8e6}
.gisa-most{fill:#2f4d70}
.gisa-line,.gisa-dot{stroke:#f0a35e}
.gisa-hatch{stroke:#48515b}
}
)";

void set(pugi::xml_node node, const char* name, const std::string& value) {
    node.append_attribute(name) = value.c_str();
}

pugi::xml_node add(pugi::xml_node parent, const char* name, const std::string& text) {
    pugi::xml_node node = parent.append_child(name);
    node.text().set(text.c_str());
    return node;
}

pugi::xml_node add_path(pugi::xml_node parent, const char* look, const std::string& drawn) {
    pugi::xml_node path = parent.append_child("path");
    set(path, "class", look);
    set(path, "d", drawn);
    return path;
}

struct Place {
    double x = 0;
    double y = 0;
    const char* anchor = "start";
};

pugi::xml_node add_text(
    pugi::xml_node parent, const char* look, const Place& place, const std::string& text
) {
    pugi::xml_node node = add(parent, "text", text);
    set(node, "class", look);
    set(node, "x", svg_number(place.x));
    set(node, "y", svg_number(place.y));
    if (place.anchor != std::string_view("start")) {
        set(node, "text-anchor", place.anchor);
    }
    return node;
}

/// A trend on its way into a document.
class Picture {
  public:
    Picture(const Trend& trend, TrendPeriod period, std::string query)
        : points_(trend.points),
          query_(std::move(query)),
          layout_(trend_layout(trend.points)),
          time_(time_ticks(points_, period, layout_.right() - layout_.scale.left)),
          words_(trend, period, layout_) {}

    [[nodiscard]] std::string text();

  private:
    [[nodiscard]] double end_of_drawing() const;
    void begin(double height);
    void add_gap_pattern();
    void add_heading();
    void add_panel(
        const TrendPanel& panel,
        const char* unit,
        const std::string& heading,
        const std::string& peak
    );
    void add_gaps();
    void add_bars();
    void add_areas();
    void add_zones();
    void add_shares();
    void add_time();
    void add_notes(double baseline);

    const std::vector<TrendPoint>& points_;
    std::string query_;
    TrendLayout layout_;
    std::vector<TimeTick> time_;
    TrendWords words_;
    pugi::xml_document document_;
    pugi::xml_node picture_;
};

double Picture::end_of_drawing() const {
    if (points_.empty()) {
        return kSummaryBaseline;
    }
    const bool has_contexts = std::any_of(time_.begin(), time_.end(), [](const TimeTick& tick) {
        return !tick.context.empty();
    });
    return layout_.shares.bottom + (has_contexts ? kContextRow : kLabelRow);
}

std::string Picture::text() {
    const double drawn = end_of_drawing();
    const std::size_t lines = words_.notes().size() + (words_.gaps().empty() ? 0 : 1);
    const double notes = lines == 0 ? 0 : 10 + kNoteHeight * static_cast<double>(lines);
    begin(drawn + notes + layout_.margin);
    add_heading();
    if (!points_.empty()) {
        add_panel(layout_.counts, "", words_.counts(), words_.most());
        add_panel(
            layout_.shares, kPercent, tr("share of what the archive holds"), words_.highest()
        );
        add_gaps();
        if (layout_.column_width() >= kThinnestBar) {
            add_shares();
            add_bars();
        } else {
            add_areas();
            add_shares();
            add_zones();
        }
        add_time();
    }
    add_notes(drawn + 10 + kNoteHeight);
    std::ostringstream text;
    document_.save(text, "", pugi::format_default, pugi::encoding_utf8);
    return text.str();
}

void Picture::begin(double height) {
    pugi::xml_node declaration = document_.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    picture_ = document_.append_child("svg");
    const std::string width = svg_number(layout_.width);
    set(picture_, "xmlns", "http://www.w3.org/2000/svg");
    set(picture_, "viewBox", "0 0 " + width + " " + svg_number(height));
    set(picture_, "width", width);
    set(picture_, "height", svg_number(height));
    set(picture_, "style", "max-width:100%;height:auto");
    set(picture_, "font-family", kFonts);
    set(picture_, "font-size", svg_number(kLabelFont));
    set(picture_, "role", "img");
    set(picture_, "aria-labelledby", "gisa-title");
    set(picture_, "aria-describedby", "gisa-description");
    set(add(picture_, "title", tr("Trend: %1", {query_})), "id", "gisa-title");
    set(add(picture_, "desc", words_.description()), "id", "gisa-description");
    add(picture_, "style", kStyle);
    add_gap_pattern();
    pugi::xml_node paper = picture_.append_child("rect");
    set(paper, "class", "gisa-paper");
    set(paper, "width", "100%");
    set(paper, "height", "100%");
}

void Picture::add_gap_pattern() {
    pugi::xml_node pattern = picture_.append_child("defs").append_child("pattern");
    set(pattern, "id", "gisa-gap");
    set(pattern, "width", "6");
    set(pattern, "height", "6");
    set(pattern, "patternUnits", "userSpaceOnUse");
    add_path(pattern, "gisa-hatch", "M-1 1L1 -1M0 6L6 0M5 7L7 5");
}

void Picture::add_heading() {
    pugi::xml_node heading = add_text(
        picture_, "gisa-text", {layout_.margin, kHeadingBaseline}, cut_to(query_, kHeadingCells)
    );
    set(heading, "font-size", "18");
    set(heading, "font-weight", "600");
    pugi::xml_node summary =
        add_text(picture_, "gisa-faint", {layout_.margin, kSummaryBaseline}, words_.summary());
    set(summary, "font-size", "13");
}

void Picture::add_panel(
    const TrendPanel& panel, const char* unit, const std::string& heading, const std::string& peak
) {
    const double baseline = panel.top - 14;
    set(add_text(picture_, "gisa-text", {layout_.margin, baseline}, heading), "font-weight", "600");
    if (!peak.empty()) {
        add_text(picture_, "gisa-faint", {layout_.right(), baseline, "end"}, peak);
    }
    const double left = layout_.scale.left;
    for (int tick = 0; tick <= panel.axis.ticks(); ++tick) {
        const double y = panel.y(panel.axis.at(tick));
        add_text(picture_, "gisa-faint", {left - 8, y + 4, "end"}, panel.axis.label(tick) + unit);
        add_path(
            picture_,
            tick == 0 ? "gisa-base" : "gisa-grid",
            line_path({left, y}, {layout_.right(), y})
        );
    }
}

void Picture::add_gaps() {
    for (const auto& [first, last] : gaps_of(layout_.columns)) {
        const TrendColumn gap =
            column_of(points_, layout_.columns[first].first, layout_.columns[last].last);
        const double begin = layout_.scale.begin(gap);
        const double end = layout_.scale.end(gap);
        pugi::xml_node drawn = add_path(
            picture_,
            "gisa-gap",
            rectangle_path(begin, layout_.counts.top, end, layout_.counts.bottom)
                + rectangle_path(begin, layout_.shares.top, end, layout_.shares.bottom)
        );
        set(drawn, "fill", "url(#gisa-gap)");
        add(drawn, "title", words_.told(gap));
    }
}

/// A bar can be pointed at above and below it, too, down to its share.
void Picture::add_bars() {
    const double width = layout_.column_width();
    const double bar = std::min(width - std::clamp(width / 5, 1.0, 4.0), kWidestBar);
    for (const TrendColumn& column : layout_.columns) {
        if (column.is_gap()) {
            continue;
        }
        pugi::xml_node group = picture_.append_child("g");
        set(group, "class", "gisa-column");
        add(group, "title", words_.told(column));
        const double begin = layout_.scale.begin(column);
        const double middle = layout_.scale.middle(column);
        add_path(
            group,
            "gisa-zone",
            rectangle_path(begin, layout_.counts.top, begin + width, layout_.shares.bottom)
        );
        if (column.articles > 0) {
            const double top = layout_.counts.bar_top(static_cast<double>(column.most));
            add_path(
                group,
                "gisa-bar",
                rectangle_path(middle - bar / 2, top, middle + bar / 2, layout_.counts.bottom)
            );
        }
    }
}

void Picture::add_areas() {
    const auto area = [this](ColumnHeight height) {
        return area_path(layout_.columns, height, layout_.scale, layout_.counts);
    };
    if (layout_.columns.size() < points_.size()) {
        add_path(picture_, "gisa-most", area(ColumnHeight::Most));
    }
    add_path(picture_, "gisa-bar", area(ColumnHeight::Mean));
}

/// Places to point at, since an area is one shape.
void Picture::add_zones() {
    const TrendColumns& columns = layout_.columns;
    const bool has_bars = columns.size() == points_.size();
    const auto wanted = std::ceil(kNarrowestZone / layout_.column_width());
    const std::size_t together = has_bars ? 1 : static_cast<std::size_t>(wanted);
    for (std::size_t at = 0; at < columns.size(); at += together) {
        const std::size_t last = std::min(at + together, columns.size()) - 1;
        const TrendColumn zone = column_of(points_, columns[at].first, columns[last].last);
        if (zone.is_gap()) {
            continue;
        }
        pugi::xml_node drawn = add_path(
            picture_,
            "gisa-zone",
            rectangle_path(
                layout_.scale.begin(zone),
                layout_.counts.top,
                layout_.scale.end(zone),
                layout_.shares.bottom
            )
        );
        add(drawn, "title", words_.told(zone));
    }
}

void Picture::add_shares() {
    const auto dots = layout_.column_width() >= kDotSpace ? ShareDots::All : ShareDots::Lonely;
    const std::string drawn = share_dots_path(layout_.columns, dots, layout_.scale, layout_.shares);
    add_path(picture_, "gisa-line", share_path(layout_.columns, layout_.scale, layout_.shares));
    if (!drawn.empty()) {
        add_path(picture_, "gisa-dot", drawn);
    }
}

void Picture::add_time() {
    const double bottom = layout_.shares.bottom;
    for (const TimeTick& tick : time_) {
        const double x = layout_.scale.x(tick.place);
        add_path(
            picture_,
            "gisa-base",
            line_path({x, layout_.counts.bottom}, {x, layout_.counts.bottom + 5})
                + line_path({x, bottom}, {x, bottom + 5})
        );
        add_text(picture_, "gisa-faint", {x, bottom + kLabelRow, "middle"}, tick.label);
        if (!tick.context.empty()) {
            add_text(picture_, "gisa-text", {x, bottom + kContextRow, "middle"}, tick.context);
        }
    }
}

void Picture::add_notes(double baseline) {
    const std::string gaps = words_.gaps();
    if (!gaps.empty()) {
        constexpr double kSwatch = 18;
        set(add_path(
                picture_,
                "gisa-gap",
                rectangle_path(
                    layout_.margin, baseline - 10, layout_.margin + kSwatch, baseline + 2
                )
            ),
            "fill",
            "url(#gisa-gap)");
        add_text(picture_, "gisa-faint", {layout_.margin + kSwatch + 8, baseline}, gaps);
        baseline += kNoteHeight;
    }
    for (const std::string& note : words_.notes()) {
        add_text(picture_, "gisa-faint", {layout_.margin, baseline}, note);
        baseline += kNoteHeight;
    }
}
}  // namespace

std::string trend_plot(const Trend& trend, TrendPeriod period, std::string_view query) {
    return Picture(trend, period, printable(query)).text();
}
}  // namespace gisa::cli
