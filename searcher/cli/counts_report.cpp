// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/counts_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/cli/arguments.h"
#include "common/cli/figures.h"
#include "common/cli/json_line.h"
#include "common/cli/layout.h"
#include "common/cli/table.h"
#include "common/messages/tr.h"
#include "searcher/cli/line_field.h"

namespace gisa::cli {
namespace {
using Json = nlohmann::ordered_json;

constexpr std::size_t kWidestBar = 40;
constexpr std::size_t kWidestValue = 40;
/// What a bar leaves of a line to the columns before it.
constexpr std::size_t kOtherColumns = 48;
constexpr int kEighths = 8;

constexpr std::array<std::pair<std::string_view, FacetField>, 7> kFields = {{
    {"publisher", FacetField::Publisher},
    {"section", FacetField::Section},
    {"byline", FacetField::Byline},
    {"lang", FacetField::Language},
    {"year", FacetField::Year},
    {"month", FacetField::Month},
    {"day", FacetField::Day},
}};

constexpr std::array<std::pair<std::string_view, TrendPeriod>, 4> kPeriods = {{
    {"day", TrendPeriod::Day},
    {"week", TrendPeriod::Week},
    {"month", TrendPeriod::Month},
    {"year", TrendPeriod::Year},
}};

template <typename Names>
auto parse_name(const Names& names, const std::string& option, std::string_view name) {
    std::string known;
    for (const auto& [text, value] : names) {
        if (text == name) {
            return value;
        }
        known += (known.empty() ? "" : ", ") + std::string(text);
    }
    throw UsageError(tr("%1 takes one of %2, not \"%3\"", {option, known, name}));
}

double ratio(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string percent(double share) {
    return decimal(100 * share, 1) + " %";
}

/// A bar of `share` (0 to 1) of `cells`, in eighths of a cell.
std::string bar(double share, std::size_t cells) {
    constexpr std::array<std::string_view, kEighths> kParts = {
        "", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const auto eighths =
        std::lround(share * static_cast<double>(cells) * static_cast<double>(kEighths));
    std::string text;
    for (long full = eighths / kEighths; full > 0; --full) {
        text += "█";
    }
    return text.append(kParts.at(static_cast<std::size_t>(eighths % kEighths)));
}

std::size_t bar_cells(std::size_t width) {
    return width > kOtherColumns + 10 ? std::min(width - kOtherColumns, kWidestBar) : 10;
}

double share_of(const TrendPoint& point) {
    return ratio(point.articles, point.held);
}

double largest_share(const Trend& trend) {
    double largest = 0;
    for (const TrendPoint& point : trend.points) {
        largest = std::max(largest, share_of(point));
    }
    return largest;
}

/// A character for each period, or for as many neighbours as fit into a cell; blank for a gap.
std::string sparkline(const Trend& trend, std::size_t width) {
    constexpr std::array<std::string_view, kEighths> kSteps = {
        "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    const double largest = largest_share(trend);
    const std::size_t together =
        (trend.points.size() + width - 1) / std::max<std::size_t>(width, 1);
    std::string line;
    for (std::size_t at = 0; at < trend.points.size(); at += together) {
        TrendPoint sum;
        for (std::size_t i = at; i < std::min(at + together, trend.points.size()); ++i) {
            sum.articles += trend.points[i].articles;
            sum.held += trend.points[i].held;
        }
        if (sum.held == 0) {
            line += ' ';
            continue;
        }
        const double height = largest == 0 ? 0 : share_of(sum) / largest;
        const auto step = static_cast<std::size_t>(std::lround(height * (kEighths - 1)));
        line.append(kSteps.at(std::min<std::size_t>(step, kEighths - 1)));
    }
    return line;
}

std::string facet_text(const FacetCounts& facet, std::size_t width) {
    Table table(
        {Align::Left, Align::Right, Align::Right, Align::Left},
        {tr("value"), tr("articles"), tr("share"), ""}
    );
    std::uint64_t most = 0;
    for (const FacetValue& value : facet.values) {
        most = std::max(most, value.articles);
    }
    for (const FacetValue& value : facet.values) {
        const std::string name = printable(value.value);
        table.add({
            name.empty() ? tr("(none)") : cut_to(name, kWidestValue),
            grouped(value.articles),
            percent(ratio(value.articles, facet.articles)),
            bar(ratio(value.articles, most), bar_cells(width)),
        });
    }
    return table.text();
}

std::string related_text(const RelatedWords& related, std::size_t width) {
    Table table(
        {Align::Left, Align::Right, Align::Right, Align::Right, Align::Left},
        {tr("word"), tr("here"), tr("share"), tr("in the archive"), ""}
    );
    for (const RelatedWord& one : related.words) {
        const double share = ratio(one.stories, related.stories);
        table.add({
            cut_to(printable(one.word), kWidestValue),
            grouped(one.stories),
            percent(share),
            grouped(one.articles),
            bar(share, bar_cells(width)),
        });
    }
    return related.words.empty() ? "" : table.text();
}

std::string trend_text(const Trend& trend, std::size_t width) {
    Table table(
        {Align::Left, Align::Right, Align::Right, Align::Right, Align::Left},
        {tr("from"), tr("articles"), tr("of"), tr("share"), ""}
    );
    const double largest = largest_share(trend);
    for (const TrendPoint& point : trend.points) {
        const bool gap = point.held == 0;
        const double share = share_of(point);
        table.add({
            day_text(point.first),
            gap ? "" : grouped(point.articles),
            gap ? "" : grouped(point.held),
            gap ? "" : percent(share),
            gap ? tr("the archive holds nothing")
                : bar(largest == 0 ? 0 : share / largest, bar_cells(width)),
        });
    }
    return trend.points.empty() ? "" : sparkline(trend, width) + "\n\n" + table.text();
}
}  // namespace

FacetField parse_facet_field(std::string_view name) {
    return parse_name(kFields, "--facet", name);
}

TrendPeriod parse_trend_period(std::string_view name) {
    return parse_name(kPeriods, "--trend", name);
}

CountsFormat parse_counts_format(const std::string& name) {
    if (name == "text") {
        return CountsFormat::Text;
    }
    if (name == "json") {
        return CountsFormat::Json;
    }
    if (name == "csv") {
        return CountsFormat::Csv;
    }
    throw UsageError(
        tr("--facet, --trend and --related take --format text, json or csv, not \"%1\"", {name})
    );
}

std::string facet_report(const FacetCounts& facet, CountsFormat format, std::size_t width) {
    if (format == CountsFormat::Text) {
        return facet_text(facet, width);
    }
    if (format == CountsFormat::Csv) {
        std::string rows = "value,articles\r\n";
        for (const FacetValue& value : facet.values) {
            rows += as_csv_cell(value.value) + "," + std::to_string(value.articles) + "\r\n";
        }
        return rows;
    }
    Json object;
    object["articles"] = facet.articles;
    object["partial"] = facet.partial;
    object["more_values"] = facet.more_values;
    object["values"] = Json::array();
    for (const FacetValue& value : facet.values) {
        object["values"].push_back({{"value", value.value}, {"articles", value.articles}});
    }
    return json_line(object);
}

std::string related_report(const RelatedWords& related, CountsFormat format, std::size_t width) {
    if (format == CountsFormat::Text) {
        return related_text(related, width);
    }
    if (format == CountsFormat::Csv) {
        std::string rows = "word,stories,articles,score\r\n";
        for (const RelatedWord& one : related.words) {
            rows += as_csv_cell(one.word) + "," + std::to_string(one.stories) + ","
                    + std::to_string(one.articles) + "," + decimal(one.score, 1) + "\r\n";
        }
        return rows;
    }
    Json object;
    object["stories"] = related.stories;
    object["archive_articles"] = related.archive_articles;
    object["partial"] = related.partial;
    object["words"] = Json::array();
    for (const RelatedWord& one : related.words) {
        object["words"].push_back(
            {{"word", one.word},
             {"stories", one.stories},
             {"articles", one.articles},
             {"score", one.score}}
        );
    }
    return json_line(object);
}

std::string trend_report(const Trend& trend, CountsFormat format, std::size_t width) {
    if (format == CountsFormat::Text) {
        return trend_text(trend, width);
    }
    if (format == CountsFormat::Csv) {
        std::string rows = "from,articles,held\r\n";
        for (const TrendPoint& point : trend.points) {
            rows += day_text(point.first) + "," + std::to_string(point.articles) + ","
                    + std::to_string(point.held) + "\r\n";
        }
        return rows;
    }
    Json object;
    object["articles"] = trend.articles;
    object["partial"] = trend.partial;
    object["points"] = Json::array();
    for (const TrendPoint& point : trend.points) {
        object["points"].push_back(
            {{"from", day_text(point.first)}, {"articles", point.articles}, {"held", point.held}}
        );
    }
    return json_line(object);
}
}  // namespace gisa::cli
