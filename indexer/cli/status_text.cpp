// SPDX-License-Identifier: GPL-2.0-or-later
#include <optional>
#include <string>

#include <gisa/text_range.h>

#include "common/cli/figures.h"
#include "common/cli/layout.h"
#include "common/cli/table.h"
#include "indexer/cli/rejected.h"
#include "indexer/cli/status_report.h"

namespace gisa::cli {
namespace {
/// Nothing when there is a heading and nothing else.
std::string below_a_blank_line(const Table& table) {
    return table.rows() > 0 ? "\n" + table.text() : "";
}

std::string day_of(const std::optional<std::chrono::year_month_day>& day) {
    return day ? day_text(*day) : "";
}

/// A label and a value of maybe several lines.
std::string labelled(std::string_view label, const std::string& value) {
    constexpr std::size_t kLabelWidth = 12;
    constexpr std::size_t kValueWidth = 68;
    std::string text(label);
    text.resize(kLabelWidth, ' ');
    bool is_first = true;
    for (const ByteRange& line : break_lines(value, kValueWidth, value.size() + 1).lines) {
        text.append(is_first ? "" : std::string(kLabelWidth, ' '));
        text.append(value, line.begin, line.end - line.begin).append("\n");
        is_first = false;
    }
    return text;
}

std::string totals(const ArchiveStatus& status) {
    std::string text = "archive     " + printable(status.path.string()) + "\n" + "articles    "
                       + grouped(status.articles) + "\n";
    if (status.pending > 0) {
        text += "pending     " + grouped(status.pending)
                + ", stored but not published; the next gisa-index add publishes them\n";
    }
    if (status.first && status.last) {
        text += "published   " + day_of(status.first) + " to " + day_of(status.last) + "\n";
    }
    text += "text        " + byte_size(status.text_bytes) + "\n";
    if (status.versions > 0) {
        text += "versions    " + counted(status.versions, "former one")
                + " (gisa-index log ID shows an article's)\n";
    }
    if (status.taken_down > 0) {
        text += "taken down  " + counted(status.taken_down, "article") + "\n";
    }
    text += "on disk     " + byte_size(status.catalog_bytes + status.segment_bytes) + ": catalog "
            + byte_size(status.catalog_bytes) + ", segments " + byte_size(status.segment_bytes)
            + "; free " + byte_size(status.free_bytes) + "\n";
    if (!status.fingerprint.empty()) {
        text += labelled("analysis", printable(status.fingerprint));
    }
    text += "rejected    " + counted(status.rejected, "record") + "\n";
    return text;
}

std::string gap_text(const DayGap& gap) {
    return gap.first == gap.last ? day_text(gap.first)
                                 : day_text(gap.first) + " to " + day_text(gap.last);
}

std::string publishers(const ArchiveStatus& status) {
    Table table(
        {Align::Left, Align::Right, Align::Left, Align::Left, Align::Right, Align::Left},
        {"publisher", "articles", "first", "last", "empty days", "longest gap"}
    );
    for (const PublisherStatus& publisher : status.publishers) {
        const std::string name = printable(publisher.publisher);
        table.add({
            name.empty() ? "(none)" : cut_to(name, 40),
            grouped(publisher.articles),
            day_of(publisher.first),
            day_of(publisher.last),
            grouped(publisher.empty_days),
            publisher.gaps.empty() ? "" : gap_text(publisher.gaps.front()),
        });
    }
    return below_a_blank_line(table);
}

std::string segments(const ArchiveStatus& status) {
    Table table(
        {Align::Right, Align::Right, Align::Right, Align::Right},
        {"segment", "articles", "hidden", "size"}
    );
    for (const SegmentStatus& segment : status.segments) {
        table.add({
            std::to_string(segment.number),
            grouped(segment.articles),
            grouped(segment.hidden),
            byte_size(segment.bytes),
        });
    }
    return below_a_blank_line(table);
}

/// "12.3 s", "12:40".
std::string took(const RunStatus& run) {
    if (!run.finished) {
        return "unfinished";
    }
    constexpr double kSecondsInFigures = 60;
    // A run that failed has no better clock than its beginning and end.
    const std::chrono::duration<double> span =
        run.wall_seconds > 0 ? std::chrono::duration<double>(run.wall_seconds)
                             : std::chrono::duration<double>(*run.finished - run.started);
    return span.count() < kSecondsInFigures ? decimal(span.count(), 1) + " s" : clock_span(span);
}

/// What a run did, in as many words as there is to tell: "added 12, rejected 1".
std::string deeds(const RunStatus& run) {
    std::string text;
    const auto tell = [&text](std::string_view what, std::uint64_t count) {
        if (count > 0) {
            text.append(text.empty() ? "" : ", ").append(what).append(" ").append(grouped(count));
        }
    };
    if (run.command == "dictionary") {
        tell("analysed again", run.replaced);
        return text;
    }
    tell("added", run.added);
    tell("replaced", run.replaced);
    tell("unchanged", run.unchanged);
    tell(run.command == "takedown" ? "taken down" : "removed", run.removed);
    tell("rejected", run.rejected);
    tell("taken down before", run.taken_down);
    tell("taken up", run.resumed);
    tell("merged", run.merged);
    return text;
}

std::string runs(const ArchiveStatus& status) {
    Table table(
        {Align::Right, Align::Left, Align::Left, Align::Right, Align::Left},
        {"run", "command", "started", "took", "articles"}
    );
    for (const RunStatus& run : status.runs) {
        table.add({
            std::to_string(run.run),
            printable(run.command),
            seoul_time(run.started),
            took(run),
            run.problem.empty() ? deeds(run) : "failed",
        });
    }
    std::string failures;
    for (const RunStatus& run : status.runs) {
        for (const std::string& warning : run.warnings) {
            failures +=
                "  run " + std::to_string(run.run) + " warned: " + printable(warning) + "\n";
        }
        if (!run.problem.empty()) {
            failures +=
                "  run " + std::to_string(run.run) + " failed: " + printable(run.problem) + "\n";
        }
    }
    return below_a_blank_line(table) + failures;
}

std::string rejected(const ArchiveStatus& status) {
    std::string text;
    for (const RejectedRecord& record : status.last_rejected) {
        text += "  " + rejected_line(record) + "\n";
    }
    return text.empty() ? "" : "\n  last rejected\n" + text;
}
}  // namespace

std::string status_text(const ArchiveStatus& status) {
    return totals(status) + publishers(status) + segments(status) + runs(status) + rejected(status);
}
}  // namespace gisa::cli
