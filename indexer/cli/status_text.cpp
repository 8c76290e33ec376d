// SPDX-License-Identifier: GPL-2.0-or-later
#include <optional>
#include <string>

#include <gisa/text_range.h>

#include "common/cli/figures.h"
#include "common/cli/layout.h"
#include "common/cli/table.h"
#include "common/messages/tr.h"
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

constexpr std::size_t kLabelWidth = 12;

std::string row(const std::string& label, const std::string& value) {
    return padded(label, kLabelWidth) + value + "\n";
}

/// The same of a value that may take several lines.
std::string row_of_lines(const std::string& label, const std::string& value) {
    constexpr std::size_t kValueWidth = 68;
    std::string text = padded(label, kLabelWidth);
    bool is_first = true;
    for (const ByteRange& line : break_lines(value, kValueWidth, value.size() + 1).lines) {
        text.append(is_first ? "" : std::string(kLabelWidth, ' '));
        text.append(value, line.begin, line.end - line.begin).append("\n");
        is_first = false;
    }
    return text;
}

std::string span_text(const std::string& first, const std::string& last) {
    return tr("%1 to %2", {first, last});
}

std::string totals(const ArchiveStatus& status) {
    std::string text = row(tr("archive"), printable(status.path.string()))
                       + row(tr("articles"), grouped(status.articles));
    if (status.pending > 0) {
        text +=
            row(tr("pending"),
                tr("%1, stored but not published; the next gisa-index add publishes them",
                   {grouped(status.pending)}));
    }
    if (status.first && status.last) {
        text += row(tr("published"), span_text(day_of(status.first), day_of(status.last)));
    }
    text += row(tr("text"), byte_size(status.text_bytes));
    if (status.versions > 0) {
        text +=
            row(tr("versions"),
                tr_n(
                    "%1 former one (gisa-index log ID shows an article's)",
                    "%1 former ones (gisa-index log ID shows an article's)",
                    status.versions,
                    {grouped(status.versions)}
                ));
    }
    if (status.taken_down > 0) {
        text += row(tr("taken down"), article_count(status.taken_down));
    }
    text +=
        row(tr("on disk"),
            tr("%1: catalog %2, segments %3; free %4",
               {byte_size(status.catalog_bytes + status.segment_bytes),
                byte_size(status.catalog_bytes),
                byte_size(status.segment_bytes),
                byte_size(status.free_bytes)}));
    if (!status.fingerprint.empty()) {
        text += row_of_lines(tr("analysis"), printable(status.fingerprint));
    }
    text +=
        row(tr("rejected"),
            tr_n("%1 record", "%1 records", status.rejected, {grouped(status.rejected)}));
    return text;
}

std::string gap_text(const DayGap& gap) {
    return gap.first == gap.last ? day_text(gap.first)
                                 : span_text(day_text(gap.first), day_text(gap.last));
}

std::string publishers(const ArchiveStatus& status) {
    Table table(
        {Align::Left, Align::Right, Align::Left, Align::Left, Align::Right, Align::Left},
        {tr("publisher"),
         tr("articles"),
         tr("first"),
         tr("last"),
         tr("empty days"),
         tr("longest gap")}
    );
    for (const PublisherStatus& publisher : status.publishers) {
        const std::string name = printable(publisher.publisher);
        table.add({
            name.empty() ? tr("(none)") : cut_to(name, 40),
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
        {tr("segment"), tr("articles"), tr("hidden"), tr("size")}
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
        return tr("unfinished");
    }
    constexpr double kSecondsInFigures = 60;
    // A run that failed has no better clock than its beginning and end.
    const std::chrono::duration<double> span =
        run.wall_seconds > 0 ? std::chrono::duration<double>(run.wall_seconds)
                             : std::chrono::duration<double>(*run.finished - run.started);
    return span.count() < kSecondsInFigures ? tr("%1 s", {decimal(span.count(), 1)})
                                            : clock_span(span);
}

/// What a run did, in as many words as there is to tell: "added 12, rejected 1".
std::string deeds(const RunStatus& run) {
    std::string text;
    const auto tell = [&text](const char* what, std::uint64_t count) {
        if (count > 0) {
            text.append(text.empty() ? "" : ", ").append(tr(what, {grouped(count)}));
        }
    };
    if (run.command == "dictionary") {
        tell(tr_later("analysed again %1"), run.replaced);
        return text;
    }
    tell(tr_later("added %1"), run.added);
    tell(tr_later("replaced %1"), run.replaced);
    tell(tr_later("unchanged %1"), run.unchanged);
    tell(
        run.command == "takedown" ? tr_later("taken down %1") : tr_later("removed %1"), run.removed
    );
    tell(tr_later("rejected %1"), run.rejected);
    tell(tr_later("taken down before %1"), run.taken_down);
    tell(tr_later("taken up %1"), run.resumed);
    tell(tr_later("merged %1"), run.merged);
    return text;
}

std::string runs(const ArchiveStatus& status) {
    Table table(
        {Align::Right, Align::Left, Align::Left, Align::Right, Align::Left},
        {tr("run"), tr("command"), tr("started"), tr("took"), tr("articles")}
    );
    for (const RunStatus& run : status.runs) {
        table.add({
            std::to_string(run.run),
            printable(run.command),
            seoul_time(run.started),
            took(run),
            run.problem.empty() ? deeds(run) : tr("failed"),
        });
    }
    std::string failures;
    for (const RunStatus& run : status.runs) {
        for (const std::string& warning : run.warnings) {
            failures += "  "
                        + tr("run %1 warned: %2", {std::to_string(run.run), printable(warning)})
                        + "\n";
        }
        if (!run.problem.empty()) {
            failures += "  "
                        + tr("run %1 failed: %2", {std::to_string(run.run), printable(run.problem)})
                        + "\n";
        }
    }
    return below_a_blank_line(table) + failures;
}

std::string rejected(const ArchiveStatus& status) {
    std::string text;
    for (const RejectedRecord& record : status.last_rejected) {
        text += "  " + rejected_line(record) + "\n";
    }
    return text.empty() ? "" : "\n  " + tr("last rejected") + "\n" + text;
}
}  // namespace

std::string status_text(const ArchiveStatus& status) {
    return totals(status) + publishers(status) + segments(status) + runs(status) + rejected(status);
}
}  // namespace gisa::cli
