// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/metrics.h"

#include <charconv>
#include <fstream>
#include <iostream>
#include <sstream>
#include <system_error>
#include <vector>

#include <unistd.h>

#include "common/cli/characters.h"
#include "common/cli/figures.h"
#include "common/cli/layout.h"
#include "common/messages/tr.h"
#include "indexer/cli/warn.h"

namespace gisa::cli {
namespace {
namespace fs = std::filesystem;

constexpr std::string_view kLastSuccess = "gisa_last_success_timestamp_seconds";

double seconds_of(std::chrono::system_clock::time_point instant) {
    return std::chrono::duration<double>(instant.time_since_epoch()).count();
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : as_utf8(text)) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == '"') {
            out += '\\';
        }
        out += c;
    }
    return out;
}

/// Writes families of gauges, each value labelled with the archive.
class Gauges {
  public:
    explicit Gauges(std::string_view archive) : archive_("archive=\"" + escaped(archive) + "\"") {}

    /// Begins a family; its values follow.
    void family(std::string_view name, std::string_view help) {
        name_ = name;
        text_.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ");
        text_.append(name).append(" gauge\n");
    }

    void value(std::string_view label, std::string_view label_value, const std::string& number) {
        text_.append(name_).append("{").append(archive_);
        if (!label.empty()) {
            text_.append(",").append(label).append("=\"").append(label_value).append("\"");
        }
        text_.append("} ").append(number).append("\n");
    }

    void single(std::string_view name, std::string_view help, const std::string& number) {
        family(name, help);
        value("", "", number);
    }

    void single(std::string_view name, std::string_view help, std::uint64_t number) {
        single(name, help, std::to_string(number));
    }

    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    std::string archive_;
    std::string name_;
    std::string text_;
};

void tell_run(Gauges& gauges, const RunOutcome& run) {
    gauges.single(
        "gisa_last_run_timestamp_seconds",
        "When the last run ended.",
        decimal(seconds_of(run.ended), 3)
    );
    gauges.single(
        "gisa_last_run_duration_seconds",
        "How long the last run took.",
        decimal(std::chrono::duration<double>(run.ended - run.began).count(), 3)
    );
    gauges.family("gisa_last_run_status", "How the last run ended: 1 for what it did.");
    for (const auto state :
         {RunOutcome::State::Ok, RunOutcome::State::Failed, RunOutcome::State::Interrupted}) {
        gauges.value("status", state_name(state), state == run.state ? "1" : "0");
    }
}

void tell_report(Gauges& gauges, const RunReport& report) {
    gauges.family("gisa_last_run_records", "What the last run did with the records it read.");
    const auto count = [&gauges](std::string_view outcome, std::uint64_t number) {
        gauges.value("outcome", outcome, std::to_string(number));
    };
    count("added", report.added);
    count("replaced", report.replaced);
    count("unchanged", report.unchanged);
    count("removed", report.removed);
    count("rejected", report.rejected);
    count("taken_down", report.taken_down);
    gauges.family("gisa_last_run_cpu_seconds", "CPU time of the last run, of all its threads.");
    const auto stage = [&gauges](std::string_view name, double seconds) {
        gauges.value("stage", name, decimal(seconds, 3));
    };
    stage("read", report.cpu_seconds.read);
    stage("catalog", report.cpu_seconds.catalog);
    stage("analyze", report.cpu_seconds.analyze);
    stage("write", report.cpu_seconds.write);
    stage("compact", report.cpu_seconds.compact);
    stage("merge", report.cpu_seconds.merge);
}

void tell_archive(Gauges& gauges, const ArchiveStatus& status) {
    std::uint64_t hidden = 0;
    for (const SegmentStatus& segment : status.segments) {
        hidden += segment.hidden;
    }
    gauges.single("gisa_articles", "Articles that searchers see.", status.articles);
    gauges.single("gisa_pending_articles", "Articles stored, not published.", status.pending);
    gauges.single("gisa_hidden_articles", "Former versions that are in segments still.", hidden);
    gauges.single("gisa_rejected_records", "Records that wait for a retry.", status.rejected);
    gauges.single("gisa_segments", "Segments that a search reads.", status.segments.size());
    gauges.single("gisa_text_bytes", "Title and text of the articles.", status.text_bytes);
    gauges.single("gisa_catalog_bytes", "The catalog on the disk.", status.catalog_bytes);
    gauges.single("gisa_segment_bytes", "The segments on the disk.", status.segment_bytes);
    gauges.single("gisa_free_bytes", "Free space on the archive's disk.", status.free_bytes);
}

std::string content_of(const fs::path& path) {
    std::ostringstream content;
    content << std::ifstream(path, std::ios::binary).rdbuf();
    return content.str();
}

/// Returns why it failed; empty when it did not.
std::string replace_file(const fs::path& file, const std::string& text) {
    // node_exporter reads names that end in .prom, and this one does not.
    const fs::path work = file.string() + "." + std::to_string(getpid()) + ".tmp";
    errno = 0;
    std::ofstream stream(work, std::ios::binary | std::ios::trunc);
    stream << text;
    stream.close();
    std::error_code problem;
    if (!stream) {
        problem = std::error_code(errno, std::generic_category());
    } else {
        fs::rename(work, file, problem);
    }
    if (problem) {
        std::error_code ignored;
        fs::remove(work, ignored);
    }
    return problem ? problem.message() : "";
}
}  // namespace

std::string metrics_text(
    const RunOutcome& run,
    const std::optional<ArchiveStatus>& status,
    const std::optional<double>& last_success
) {
    Gauges gauges(run.archive);
    tell_run(gauges, run);
    tell_report(gauges, run.report);
    if (last_success) {
        gauges.single(kLastSuccess, "When the last good run ended.", decimal(*last_success, 3));
    }
    if (status) {
        tell_archive(gauges, *status);
    }
    return gauges.text();
}

std::optional<double> last_success_in(const std::string& metrics) {
    std::istringstream lines(metrics);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t space = line.rfind(' ');
        double seconds = 0;
        if (line.starts_with(kLastSuccess) && space != std::string::npos
            && std::from_chars(line.data() + space + 1, line.data() + line.size(), seconds).ec
                   == std::errc{}) {
            return seconds;
        }
    }
    return std::nullopt;
}

std::optional<double> last_success_in(const ArchiveStatus& status) {
    for (const RunStatus& run : status.runs) {
        if (run.finished && run.problem.empty()) {
            return static_cast<double>(run.finished->time_since_epoch().count());
        }
    }
    return std::nullopt;
}

void write_metrics(
    const fs::path& file, const RunOutcome& run, const std::optional<ArchiveStatus>& status
) {
    std::optional<double> last_success;
    if (run.state == RunOutcome::State::Ok) {
        last_success = seconds_of(run.ended);
    } else {
        last_success = last_success_in(content_of(file));
        if (!last_success && status) {
            last_success = last_success_in(*status);
        }
    }
    const std::string failure = replace_file(file, metrics_text(run, status, last_success));
    if (!failure.empty()) {
        warn(tr("cannot write the metrics to %1: %2", {file.string(), failure}));
    }
}
}  // namespace gisa::cli
