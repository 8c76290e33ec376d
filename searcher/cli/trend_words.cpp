// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/trend_words.h"

#include <algorithm>
#include <cstdint>

#include "common/cli/figures.h"
#include "common/messages/tr.h"
#include "searcher/cli/trend_axis.h"

namespace gisa::cli {
std::string TrendWords::name_of(const TrendColumn& column) const {
    return period_name(trend_.points[column.first], trend_.points[column.last], period_);
}

std::string TrendWords::percent(const TrendColumn& column) const {
    // A digit more than the axis has, so that shares between two ticks differ.
    return decimal(column.percent(), layout_.shares.axis.decimals() + 1) + kPercent;
}

std::string TrendWords::summary() const {
    const std::string articles = article_count(trend_.articles);
    return trend_.points.empty()
               ? articles
               : articles + " · "
                     + period_name(trend_.points.front(), trend_.points.back(), period_);
}

std::string TrendWords::counts() const {
    switch (period_) {
        case TrendPeriod::Day:
            return tr("articles a day");
        case TrendPeriod::Week:
            return tr("articles a week");
        case TrendPeriod::Month:
            return tr("articles a month");
        case TrendPeriod::Year:
            return tr("articles a year");
    }
    return "";
}

std::string TrendWords::most() const {
    const auto peak = std::max_element(
        trend_.points.begin(),
        trend_.points.end(),
        [](const TrendPoint& a, const TrendPoint& b) { return a.articles < b.articles; }
    );
    if (peak == trend_.points.end() || peak->articles == 0) {
        return "";
    }
    return tr("most: %1 (%2)", {grouped(peak->articles), period_name(*peak, *peak, period_)});
}

std::string TrendWords::highest() const {
    const auto peak = std::max_element(
        layout_.columns.begin(),
        layout_.columns.end(),
        [](const TrendColumn& a, const TrendColumn& b) { return a.percent() < b.percent(); }
    );
    if (peak == layout_.columns.end() || peak->articles == 0) {
        return "";
    }
    return tr("highest: %1 (%2)", {percent(*peak), name_of(*peak)});
}

std::string TrendWords::told(const TrendColumn& column) const {
    if (column.is_gap()) {
        return tr("%1: the archive holds nothing", {name_of(column)});
    }
    return tr(
        "%1: %2 of %3 articles, %4",
        {name_of(column), grouped(column.articles), grouped(column.held), percent(column)}
    );
}

std::string TrendWords::gaps() const {
    std::size_t gaps = 0;
    for (const TrendColumn& column : layout_.columns) {
        gaps += column.is_gap() ? column.last - column.first + 1 : 0;
    }
    if (gaps == 0) {
        return "";
    }
    return tr(
        "hatched: the archive holds nothing (%1 of %2)",
        {grouped(gaps), grouped(trend_.points.size())}
    );
}

std::vector<std::string> TrendWords::notes() const {
    std::vector<std::string> notes;
    if (trend_.points.empty()) {
        notes.push_back(tr("the archive holds no article with a date"));
    }
    if (layout_.columns.size() < trend_.points.size()) {
        notes.push_back(
            tr("each column stands for %1 bars side by side: strong their mean, pale the highest",
               {grouped(layout_.columns.front().last + 1)})
        );
    }
    std::uint64_t dated = 0;
    for (const TrendPoint& point : trend_.points) {
        dated += point.articles;
    }
    if (dated < trend_.articles) {
        const std::uint64_t undated = trend_.articles - dated;
        notes.push_back(tr_n(
            "%1 article without a date is not drawn",
            "%1 articles without a date are not drawn",
            undated,
            {grouped(undated)}
        ));
    }
    if (trend_.partial) {
        notes.push_back(tr("the time limit was reached: there are at least so many articles"));
    }
    return notes;
}

std::string TrendWords::description() const {
    std::vector<std::string> parts = {summary(), most(), highest(), gaps()};
    const std::vector<std::string> more = notes();
    parts.insert(parts.end(), more.begin(), more.end());
    std::string description;
    for (const std::string& part : parts) {
        description += (part.empty() || description.empty() ? "" : "; ") + part;
    }
    return description;
}
}  // namespace gisa::cli
