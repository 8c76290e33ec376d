// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>
#include <vector>

#include "common/cli/characters.h"
#include "common/cli/figures.h"
#include "common/cli/layout.h"
#include "indexer/cli/rejected.h"
#include "indexer/cli/status_report.h"

namespace gisa::cli {
namespace {
using Row = std::vector<std::string>;

enum class Align { Left, Right };

/// Lays rows out in columns of equal width; the first row is the heading.
class Table {
  public:
    Table(std::vector<Align> aligns, Row heading) : aligns_(std::move(aligns)) {
        rows_.push_back(std::move(heading));
    }

    void add(Row row) { rows_.push_back(std::move(row)); }

    /// Empty when there is a heading and nothing else.
    [[nodiscard]] std::string text() const {
        std::string text;
        for (const Row& row : rows_) {
            std::string line;
            for (std::size_t column = 0; column < row.size(); ++column) {
                line += "  " + aligned(row[column], column);
            }
            line.erase(line.find_last_not_of(' ') + 1);
            text += line + "\n";
        }
        return rows_.size() > 1 ? "\n" + text : "";
    }

  private:
    [[nodiscard]] std::string aligned(const std::string& cell, std::size_t column) const {
        std::size_t width = 0;
        for (const Row& row : rows_) {
            width = std::max(width, cell_width(row[column]));
        }
        const std::string padding(width - cell_width(cell), ' ');
        return aligns_[column] == Align::Left ? cell + padding : padding + cell;
    }

    std::vector<Align> aligns_;
    std::vector<Row> rows_;
};

std::string day_of(const std::optional<std::chrono::sys_seconds>& instant) {
    return instant ? iso_time(*instant).substr(0, 10) : "";
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
    text += "on disk     " + byte_size(status.catalog_bytes + status.segment_bytes) + ": catalog "
            + byte_size(status.catalog_bytes) + ", segments " + byte_size(status.segment_bytes)
            + "\n";
    if (!status.fingerprint.empty()) {
        text += "analysis    " + printable(status.fingerprint) + "\n";
    }
    text += "rejected    " + counted(status.rejected, "record") + "\n";
    return text;
}

std::string publishers(const ArchiveStatus& status) {
    Table table(
        {Align::Left, Align::Right, Align::Left, Align::Left},
        {"publisher", "articles", "first", "last"}
    );
    for (const PublisherStatus& publisher : status.publishers) {
        const std::string name = printable(publisher.publisher);
        table.add({
            name.empty() ? "(none)" : cut_to(name, 40),
            grouped(publisher.articles),
            day_of(publisher.first),
            day_of(publisher.last),
        });
    }
    return table.text();
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
    return table.text();
}

std::string runs(const ArchiveStatus& status) {
    Table table(
        {Align::Right,
         Align::Left,
         Align::Left,
         Align::Right,
         Align::Right,
         Align::Right,
         Align::Right,
         Align::Right,
         Align::Right},
        {"run",
         "command",
         "started",
         "took",
         "added",
         "replaced",
         "unchanged",
         "removed",
         "rejected"}
    );
    for (const RunStatus& run : status.runs) {
        const std::string took =
            run.finished ? clock_span(*run.finished - run.started) : "unfinished";
        table.add({
            std::to_string(run.run),
            printable(run.command),
            seoul_time(run.started),
            took,
            grouped(run.added),
            grouped(run.replaced),
            grouped(run.unchanged),
            grouped(run.removed),
            grouped(run.rejected),
        });
    }
    return table.text();
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
