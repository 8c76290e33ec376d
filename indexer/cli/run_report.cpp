// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/run_report.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "common/cli/figures.h"
#include "common/messages/tr.h"
#include "indexer/cli/command.h"
#include "indexer/cli/rejected.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;
using Json = nlohmann::ordered_json;

/// "merged 3 segments, 1 left: 5 articles, 45.2 kB".
std::string merge_counts(const MergeReport& merge) {
    if (merge.merged == 0) {
        return tr("nothing to merge, %1", {segment_count(merge.segments)});
    }
    return tr(
        "merged %1, %2 left: wrote %3, %4",
        {segment_count(merge.merged),
         grouped(merge.segments),
         article_count(merge.articles),
         byte_size(merge.bytes)}
    );
}

std::string counts(const RunReport& report, RunKind kind) {
    switch (kind) {
        case RunKind::Remove:
            return tr("removed %1", {grouped(report.removed)});
        case RunKind::Takedown:
            return tr("taken down %1", {grouped(report.removed)});
        case RunKind::Merge:
            return merge_counts(report.merge);
        case RunKind::Rebuild:
            return tr(
                "rebuilt %1: %2, %3",
                {segment_count(report.merge.segments),
                 article_count(report.merge.articles),
                 byte_size(report.merge.bytes)}
            );
        case RunKind::Add:
            break;
    }
    std::string text = tr("added %1", {grouped(report.added)}) + ", "
                       + tr("replaced %1", {grouped(report.replaced)}) + ", "
                       + tr("unchanged %1", {grouped(report.unchanged)}) + ", "
                       + tr("rejected %1", {grouped(report.rejected)});
    if (report.removed > 0) {
        text += ", " + tr("removed %1", {grouped(report.removed)});
    }
    if (report.taken_down > 0) {
        text += ", " + tr("taken down before %1", {grouped(report.taken_down)});
    }
    return text;
}

std::string as_line(const RunReport& report, RunKind kind) {
    std::string line = counts(report, kind);
    if (report.resumed > 0) {
        line += ", " + tr("taken up from an interrupted run %1", {grouped(report.resumed)});
    }
    if (report.merge.purged > 0) {
        line += ", "
                + tr_n(
                    "purged %1 hidden version",
                    "purged %1 hidden versions",
                    report.merge.purged,
                    {grouped(report.merge.purged)}
                );
    }
    const std::string seconds = decimal(report.wall_seconds, 1);
    const std::uint64_t indexed = report.added + report.replaced + report.resumed;
    if (indexed > 0 && report.wall_seconds > 0) {
        const double rate = static_cast<double>(indexed) / report.wall_seconds;
        const auto rounded = static_cast<std::uint64_t>(std::lround(rate));
        return tr("%1 in %2 s (%3 articles/s)", {line, seconds, grouped(rounded)}) + "\n";
    }
    return tr("%1 in %2 s", {line, seconds}) + "\n";
}

void add_report(Json& object, const RunReport& report) {
    object["run"] = report.run;
    object["added"] = report.added;
    object["replaced"] = report.replaced;
    object["unchanged"] = report.unchanged;
    object["removed"] = report.removed;
    object["rejected"] = report.rejected;
    object["unchanged_files"] = report.unchanged_files;
    object["taken_down"] = report.taken_down;
    object["resumed"] = report.resumed;
    object["text_bytes"] = report.text_bytes;
    object["wall_seconds"] = report.wall_seconds;
    Json& cpu = object["cpu_seconds"];
    cpu["read"] = report.cpu_seconds.read;
    cpu["catalog"] = report.cpu_seconds.catalog;
    cpu["analyze"] = report.cpu_seconds.analyze;
    cpu["write"] = report.cpu_seconds.write;
    cpu["compact"] = report.cpu_seconds.compact;
    cpu["merge"] = report.cpu_seconds.merge;
    Json& merge = object["merge"];
    merge["merged"] = report.merge.merged;
    merge["articles"] = report.merge.articles;
    merge["purged"] = report.merge.purged;
    merge["bytes"] = report.merge.bytes;
    merge["segments"] = report.merge.segments;
    object["warnings"] = report.warnings;
    object["first_rejected"] = Json::array();
    for (const RejectedRecord& record : report.first_rejected) {
        Json entry;
        entry["source"] = record.source;
        entry["line"] = record.line;
        entry["reason"] = record.reason;
        entry["text"] = record.text;
        object["first_rejected"].push_back(entry);
    }
    object["fingerprint"] = report.fingerprint;
}

std::string text_of(const Json& object) {
    return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string as_json(const RunReport& report) {
    Json object;
    add_report(object, report);
    return text_of(object) + "\n";
}
}  // namespace

std::string_view state_name(RunOutcome::State state) {
    switch (state) {
        case RunOutcome::State::Ok:
            return "ok";
        case RunOutcome::State::Failed:
            return "failed";
        case RunOutcome::State::Interrupted:
            return "interrupted";
    }
    return "";
}

void describe_report_options(Grammar& grammar) {
    auto add = grammar.options.add_options();
    add("report", po::value<std::string>());
    add("quiet,q", po::bool_switch());
}

ReportOptions parse_report_options(const po::variables_map& values) {
    ReportOptions options;
    options.is_quiet = values["quiet"].as<bool>();
    const std::string shape = text_or(values, "report", options.is_quiet ? "none" : "text");
    if (shape == "json") {
        options.shape = ReportShape::Json;
    } else if (shape == "none") {
        options.shape = ReportShape::None;
    } else if (shape != "text") {
        throw UsageError(tr("%1 takes text, json or none, not \"%2\"", {"--report", shape}));
    }
    return options;
}

std::string report_text(const RunReport& report, ReportShape shape, RunKind kind) {
    switch (shape) {
        case ReportShape::None:
            return {};
        case ReportShape::Text:
            return as_line(report, kind);
        case ReportShape::Json:
            return as_json(report);
    }
    return {};
}

std::string outcome_json(const RunOutcome& run) {
    Json object;
    object["status"] = state_name(run.state);
    object["command"] = run.command;
    object["problem"] = run.problem;
    add_report(object, run.report);
    return text_of(object);
}

std::string rejected_lines(const RunReport& report) {
    std::string lines;
    for (const RejectedRecord& record : report.first_rejected) {
        lines += rejected_line(record) + "\n";
    }
    if (report.rejected > report.first_rejected.size()) {
        const std::string more = grouped(report.rejected - report.first_rejected.size());
        lines += tr("%1 more rejected: gisa-index status", {more}) + "\n";
    }
    return lines;
}
}  // namespace gisa::cli
