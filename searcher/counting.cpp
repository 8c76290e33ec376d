// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which articles match is a set; a field is counted by walking once through the terms of its kind,
// each of which is a value, and days by the instants beside the articles.
#include "searcher/counting.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "common/schema/calendar.h"
#include "common/schema/metadata.h"
#include "common/schema/terms.h"

namespace gisa::searcher {
namespace {
using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

/// The letter that terms of a kind begin with; none for dates.
std::string prefix_of(FacetField field) {
    using schema::Metadata;
    switch (field) {
        case FacetField::Publisher:
            return schema::metadata_term(Metadata::Publisher, "");
        case FacetField::Section:
            return schema::metadata_term(Metadata::Section, "");
        case FacetField::Byline:
            return schema::metadata_term(Metadata::Byline, "");
        case FacetField::Language:
            return schema::metadata_term(Metadata::Language, "");
        case FacetField::Year:
        case FacetField::Month:
        case FacetField::Day:
            break;
    }
    return {};
}

bool is_date(FacetField field) {
    return field == FacetField::Year || field == FacetField::Month || field == FacetField::Day;
}

/// The first of the stored values that is found by `folded`; `folded` when there is none.
std::string as_stored(
    schema::Metadata kind, const std::vector<std::string>& stored, const std::string& folded
) {
    for (const std::string& value : stored) {
        const std::vector<std::string> values = schema::metadata_values(kind, value);
        if (std::find(values.begin(), values.end(), folded) != values.end()) {
            return value;
        }
    }
    return folded;
}

/// A value as people write it, from an article that has it.
std::string written(OpenArchive& archive, FacetField field, const Matcher::ValueCount& count) {
    if (field != FacetField::Publisher && field != FacetField::Section) {
        return count.value;
    }
    const std::optional<Article> article = archive.catalog().headline(count.example);
    if (!article) {
        return count.value;
    }
    return field == FacetField::Publisher
               ? as_stored(schema::Metadata::Publisher, {article->publisher}, count.value)
               : as_stored(schema::Metadata::Section, article->sections, count.value);
}

/// A language is found by the tag's beginning, too (ko-KR by ko); only that is counted.
void drop_longer_tags(std::vector<Matcher::ValueCount>& counts) {
    counts.erase(
        std::remove_if(
            counts.begin(),
            counts.end(),
            [](const Matcher::ValueCount& count) {
                return count.value.find('-') != std::string::npos;
            }
        ),
        counts.end()
    );
}

sys_days begin_of(sys_days date, TrendPeriod period) {
    const year_month_day parts(date);
    switch (period) {
        case TrendPeriod::Day:
            return date;
        case TrendPeriod::Week:
            return date - (weekday(date) - std::chrono::Monday);
        case TrendPeriod::Month:
            return parts.year() / parts.month() / 1;
        case TrendPeriod::Year:
            return parts.year() / 1 / 1;
    }
    return date;
}

sys_days next_period(sys_days begin, TrendPeriod period) {
    constexpr days kLongest(366);
    switch (period) {
        case TrendPeriod::Day:
            return begin + days(1);
        case TrendPeriod::Week:
            return begin + days(7);
        case TrendPeriod::Month:
            return begin_of(begin + days(31), period);
        case TrendPeriod::Year:
            return begin_of(begin + kLongest, period);
    }
    return begin + days(1);
}

std::uint64_t sum(const std::vector<DocumentSet>& documents) {
    return std::accumulate(
        documents.begin(),
        documents.end(),
        std::uint64_t{0},
        [](std::uint64_t articles, const DocumentSet& one) { return articles + one.size(); }
    );
}

/// 2024-05-21, 2024-05 or 2024
std::string name_of(year_month_day date, FacetField field) {
    const std::string day = schema::day_text(date);
    constexpr std::size_t kDay = 3;  // "-21"
    constexpr std::size_t kMonthAndDay = 6;
    const std::size_t left_out = field == FacetField::Day     ? 0
                                 : field == FacetField::Month ? kDay
                                                              : kMonthAndDay;
    return day.substr(0, day.size() - left_out);
}

/// Ascending.
std::vector<FacetValue> dates_of(
    const OpenArchive& archive, FacetField field, const std::vector<DocumentSet>& documents
) {
    std::vector<FacetValue> values;
    for (const auto& [day, articles] : archive.matcher().count_days(documents)) {
        std::string name = name_of(day, field);
        if (values.empty() || values.back().value != name) {
            values.push_back({std::move(name), 0});
        }
        values.back().articles += articles;
    }
    return values;
}

/// The days of publication that every match must be of; an open end is absent.
schema::DayRange demanded_days(const Plan& plan) {
    schema::DayRange demanded;
    const auto narrow = [&demanded](const PlanNode& node) {
        if (node.kind != PlanNode::Kind::Dates || node.date_kind != schema::DateKind::Published) {
            return;
        }
        if (node.days.first && (!demanded.first || *demanded.first < *node.days.first)) {
            demanded.first = node.days.first;
        }
        if (node.days.last && (!demanded.last || *demanded.last > *node.days.last)) {
            demanded.last = node.days.last;
        }
    };
    narrow(plan.root);
    if (plan.root.kind == PlanNode::Kind::And) {
        std::for_each(plan.root.children.begin(), plan.root.children.end(), narrow);
    }
    return demanded;
}

/// The most frequent first.
std::vector<Matcher::ValueCount> values_of(
    const OpenArchive& archive, FacetField field, const std::vector<DocumentSet>& documents
) {
    std::vector<Matcher::ValueCount> counts =
        archive.matcher().count_values(prefix_of(field), documents);
    if (field == FacetField::Language) {
        drop_longer_tags(counts);
    }
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
        return a.articles > b.articles;
    });
    return counts;
}
}  // namespace

FacetCounts count_facet(
    OpenArchive& archive, const Plan& plan, FacetField field, std::size_t limit, Deadline deadline
) {
    FacetCounts facet;
    const TextHolds holds = archive.text_holds(plan, deadline);
    const std::vector<DocumentSet> documents = archive.matcher().every_match(plan, holds);
    facet.partial = holds.gave_up();
    facet.articles = sum(documents);
    if (is_date(field)) {
        facet.values = dates_of(archive, field, documents);
        if (facet.values.size() > limit) {
            facet.more_values = facet.values.size() - limit;
            const auto earliest = facet.values.begin();
            facet.values.erase(earliest, earliest + static_cast<std::ptrdiff_t>(facet.more_values));
        }
        return facet;
    }
    for (const Matcher::ValueCount& count : values_of(archive, field, documents)) {
        if (facet.values.size() < limit) {
            facet.values.push_back({written(archive, field, count), count.articles});
        } else {
            ++facet.more_values;
        }
    }
    return facet;
}

Trend count_trend(OpenArchive& archive, const Plan& plan, TrendPeriod period, Deadline deadline) {
    Trend trend;
    const TextHolds holds = archive.text_holds(plan, deadline);
    const std::vector<DocumentSet> documents = archive.matcher().every_match(plan, holds);
    trend.partial = holds.gave_up();
    trend.articles = sum(documents);
    std::map<sys_days, TrendPoint> points;
    // Where no match can be, a bar of no length would tell a lie.
    const schema::DayRange demanded = demanded_days(plan);
    for (const auto& [date, held] : archive.articles_by_day()) {
        const year_month_day day(date);
        if ((!demanded.first || day >= *demanded.first)
            && (!demanded.last || day <= *demanded.last)) {
            points[begin_of(date, period)].held += held;
        }
    }
    for (const auto& [date, articles] : archive.matcher().count_days(documents)) {
        points[begin_of(date, period)].articles += articles;
    }
    if (points.empty()) {
        return trend;
    }
    const sys_days last = points.rbegin()->first;
    for (sys_days at = points.begin()->first; at <= last; at = next_period(at, period)) {
        const auto found = points.find(at);
        TrendPoint& point =
            trend.points.emplace_back(found == points.end() ? TrendPoint{} : found->second);
        point.first = at;
    }
    return trend;
}
}  // namespace gisa::searcher
