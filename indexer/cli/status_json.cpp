// SPDX-License-Identifier: GPL-2.0-or-later
#include <optional>

#include <nlohmann/json.hpp>

#include "common/cli/figures.h"
#include "common/cli/json_line.h"
#include "indexer/cli/status_report.h"

namespace gisa::cli {
namespace {
using Json = nlohmann::ordered_json;

Json time_json(const std::optional<std::chrono::sys_seconds>& instant) {
    return instant ? Json(iso_time(*instant)) : Json(nullptr);
}

Json day_json(const std::optional<std::chrono::year_month_day>& day) {
    return day ? Json(day_text(*day)) : Json(nullptr);
}

template <typename Items, typename ToJson>
Json list_json(const Items& items, ToJson to_json) {
    Json list = Json::array();
    for (const auto& item : items) {
        list.push_back(to_json(item));
    }
    return list;
}

Json gap_json(const DayGap& gap) {
    Json object;
    object["first"] = day_text(gap.first);
    object["last"] = day_text(gap.last);
    return object;
}

Json publisher_json(const PublisherStatus& publisher) {
    Json object;
    object["publisher"] = publisher.publisher;
    object["articles"] = publisher.articles;
    object["first"] = day_json(publisher.first);
    object["last"] = day_json(publisher.last);
    object["empty_days"] = publisher.empty_days;
    object["longest_gaps"] = list_json(publisher.gaps, gap_json);
    return object;
}

Json segment_json(const SegmentStatus& segment) {
    Json object;
    object["number"] = segment.number;
    object["articles"] = segment.articles;
    object["hidden"] = segment.hidden;
    object["bytes"] = segment.bytes;
    object["fingerprint"] = segment.fingerprint;
    return object;
}

Json run_json(const RunStatus& run) {
    Json object;
    object["run"] = run.run;
    object["command"] = run.command;
    object["inputs"] = run.inputs;
    object["started"] = time_json(run.started);
    object["finished"] = time_json(run.finished);
    object["added"] = run.added;
    object["replaced"] = run.replaced;
    object["unchanged"] = run.unchanged;
    object["removed"] = run.removed;
    object["rejected"] = run.rejected;
    object["taken_down"] = run.taken_down;
    object["resumed"] = run.resumed;
    object["merged"] = run.merged;
    object["problem"] = run.problem;
    object["warnings"] = run.warnings;
    object["wall_seconds"] = run.wall_seconds;
    Json& cpu = object["cpu_seconds"];
    cpu["read"] = run.cpu_seconds.read;
    cpu["catalog"] = run.cpu_seconds.catalog;
    cpu["analyze"] = run.cpu_seconds.analyze;
    cpu["write"] = run.cpu_seconds.write;
    cpu["compact"] = run.cpu_seconds.compact;
    cpu["merge"] = run.cpu_seconds.merge;
    return object;
}

Json rejected_json(const RejectedRecord& record) {
    Json object;
    object["source"] = record.source;
    object["line"] = record.line;
    object["reason"] = record.reason;
    object["text"] = record.text;
    return object;
}

}  // namespace

std::string status_json(const ArchiveStatus& status) {
    Json object;
    object["path"] = status.path.string();
    object["articles"] = status.articles;
    object["pending"] = status.pending;
    object["versions"] = status.versions;
    object["taken_down"] = status.taken_down;
    object["text_bytes"] = status.text_bytes;
    object["catalog_bytes"] = status.catalog_bytes;
    object["segment_bytes"] = status.segment_bytes;
    object["free_bytes"] = status.free_bytes;
    object["first"] = day_json(status.first);
    object["last"] = day_json(status.last);
    object["publishers"] = list_json(status.publishers, publisher_json);
    object["segments"] = list_json(status.segments, segment_json);
    object["runs"] = list_json(status.runs, run_json);
    object["rejected"] = status.rejected;
    object["last_rejected"] = list_json(status.last_rejected, rejected_json);
    object["fingerprint"] = status.fingerprint;
    return json_line(object);
}
}  // namespace gisa::cli
