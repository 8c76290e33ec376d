// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every value of a field is a term, so a field is counted by walking through the terms of its kind
// once; only which articles match is asked of the query.
#include "searcher/counting.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>

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

/// The letter that terms of a kind begin with.
std::string prefix_of(FacetField field) {
    using schema::DateKind;
    using schema::Metadata;
    constexpr year_month_day kAnyDay = year(2000) / 1 / 1;
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
            return schema::year_term(DateKind::Published, kAnyDay.year()).substr(0, 1);
        case FacetField::Month:
            return schema::month_term(DateKind::Published, kAnyDay.year() / 1).substr(0, 1);
        case FacetField::Day:
            return schema::day_term(DateKind::Published, kAnyDay).substr(0, 1);
    }
    return {};
}

bool is_date(FacetField field) {
    return field == FacetField::Year || field == FacetField::Month || field == FacetField::Day;
}

/// 20240521 -> 2024-05-21
std::string dashed(std::string digits) {
    for (const std::size_t at : {std::size_t{7}, std::size_t{5}}) {
        if (digits.size() >= at) {
            digits.insert(at - 1, 1, '-');
        }
    }
    return digits;
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
    if (is_date(field)) {
        return dashed(count.value);
    }
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

/// The day of a term without its letter.
sys_days day_of(const std::string& digits) {
    const unsigned number = static_cast<unsigned>(std::stoul(digits));
    constexpr unsigned kMonth = 100;
    constexpr unsigned kYear = 10'000;
    return year(static_cast<int>(number / kYear)) / month(number / kMonth % kMonth)
           / day(number % kMonth);
}
}  // namespace

FacetCounts count_facet(
    OpenArchive& archive, const Plan& plan, FacetField field, std::size_t limit
) {
    FacetCounts facet;
    const DocumentSet documents = archive.matcher().every_match(plan, archive.text_holds(plan));
    facet.articles = documents.size();
    std::vector<Matcher::ValueCount> counts =
        archive.matcher().count_values(prefix_of(field), documents);
    if (field == FacetField::Language) {
        drop_longer_tags(counts);
    }
    if (!is_date(field)) {
        std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
            return a.articles > b.articles;
        });
    }
    if (counts.size() > limit) {
        facet.more_values = counts.size() - limit;
        // Of dates the last ones are kept, of all others the most frequent ones.
        const auto cut = static_cast<std::ptrdiff_t>(facet.more_values);
        is_date(field) ? counts.erase(counts.begin(), counts.begin() + cut)
                       : counts.erase(counts.end() - cut, counts.end());
    }
    for (const Matcher::ValueCount& count : counts) {
        facet.values.push_back({written(archive, field, count), count.articles});
    }
    return facet;
}

Trend count_trend(OpenArchive& archive, const Plan& plan, TrendPeriod period) {
    Trend trend;
    const DocumentSet documents = archive.matcher().every_match(plan, archive.text_holds(plan));
    trend.articles = documents.size();
    std::map<sys_days, TrendPoint> points;
    for (const auto& [date, held] : archive.catalog().articles_by_day()) {
        points[begin_of(date, period)].held += held;
    }
    for (const Matcher::ValueCount& count :
         archive.matcher().count_values(prefix_of(FacetField::Day), documents)) {
        points[begin_of(day_of(count.value), period)].articles += count.articles;
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
