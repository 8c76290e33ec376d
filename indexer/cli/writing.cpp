// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/writing.h"

#include <exception>
#include <filesystem>
#include <iostream>
#include <optional>
#include <utility>

#include <gisa/archive_status.h>
#include <gisa/error.h>

#include "common/cli/layout.h"
#include "indexer/cli/command.h"
#include "indexer/cli/hook.h"
#include "indexer/cli/metrics.h"
#include "indexer/cli/progress_line.h"
#include "indexer/cli/run_outcome.h"
#include "indexer/cli/run_report.h"
#include "indexer/cli/stop_signals.h"
#include "indexer/cli/warn.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;
using std::chrono::system_clock;

IndexerOptions indexer_options(const po::variables_map& values, const Writing& writing) {
    IndexerOptions how = writing.how;
    how.dictionary = places(values).dictionary;
    how.threads = parse_count("--threads", text_or(values, "threads", "0"));
    how.wait = std::chrono::seconds(parse_count("--wait", text_or(values, "wait", "0")));
    how.merge = !values["no-merge"].as<bool>();
    return how;
}

RunReport run_to_its_end(
    const std::filesystem::path& archive,
    IndexerOptions how,
    bool shows_progress,
    const std::function<RunReport(Indexer&)>& work
) {
    const StopSignals signals;
    how.stop = signals.token();
    // The line is erased before anything else is printed, also when the run throws.
    std::optional<ProgressLine> line;
    if (shows_progress) {
        how.on_progress = progress_on_terminal(line);
    }
    Indexer indexer(archive, how);
    return work(indexer);
}

std::optional<ArchiveStatus> readable_status(const std::filesystem::path& archive) {
    try {
        return read_status(archive);
    } catch (const Error&) {
        return std::nullopt;  // what is wrong with it was told when the run failed
    }
}

/// The number of the run that failed in this way; 0 when it failed before it began.
std::uint64_t failed_run(const ArchiveStatus& status, const RunOutcome& run) {
    for (const RunStatus& logged : status.runs) {
        if (logged.problem == run.problem
            && logged.started >= std::chrono::floor<std::chrono::seconds>(run.began)) {
            return logged.run;
        }
    }
    return 0;
}

/// Those that are told how a run ends, and how it ends.
class Witnesses {
  public:
    Witnesses(const po::variables_map& values, std::string_view command)
        : archive_(places(values).archive),
          post_run_(text_or(values, "post-run", "")),
          metrics_(text_or(values, "metrics", "")) {
        std::error_code unknown;
        const std::filesystem::path absolute = std::filesystem::absolute(archive_, unknown);
        run_.archive = (unknown ? archive_ : absolute.lexically_normal()).string();
        run_.command = command;
        run_.began = system_clock::now();
    }

    [[nodiscard]] const RunOutcome& run() const { return run_; }

    void tell(const RunReport& report) {
        run_.report = report;
        tell_all();
    }

    void tell_failure(const std::exception& failure) {
        const auto* const error = dynamic_cast<const Error*>(&failure);
        const bool was_stopped = error != nullptr && error->code() == ErrorCode::Interrupted;
        run_.state = was_stopped ? RunOutcome::State::Interrupted : RunOutcome::State::Failed;
        run_.problem = failure.what();
        tell_all();
    }

  private:
    void tell_all() {
        if (post_run_.empty() && metrics_.empty()) {
            return;
        }
        run_.ended = system_clock::now();
        const std::optional<ArchiveStatus> status = readable_status(archive_);
        if (run_.state != RunOutcome::State::Ok && status) {
            run_.report.run = failed_run(*status, run_);
        }
        if (!metrics_.empty()) {
            write_metrics(metrics_, run_, status);
        }
        if (!post_run_.empty()) {
            run_after(post_run_, run_);
        }
    }

    std::filesystem::path archive_;
    std::string post_run_;
    std::string metrics_;
    RunOutcome run_;
};
}  // namespace

void describe_writing_options(Grammar& grammar) {
    auto add = grammar.options.add_options();
    add("threads", po::value<std::string>());
    add("wait", po::value<std::string>());
    add("no-merge", po::bool_switch());
    describe_report_options(grammar);
    add("metrics", po::value<std::string>());
    add("pre-run", po::value<std::string>());
    add("post-run", po::value<std::string>());
}

RunReport run_writing(
    const po::variables_map& values,
    const Writing& writing,
    const std::function<RunReport(Indexer&)>& work
) {
    const IndexerOptions how = indexer_options(values, writing);
    const std::filesystem::path archive = places(values).archive;
    Witnesses witnesses(values, writing.command);
    RunReport report;
    try {
        if (const std::string hook = text_or(values, "pre-run", ""); !hook.empty()) {
            run_before(hook, witnesses.run());
        }
        writing.check();
        if (writing.archive == Archive::MustBeThere) {
            // An Indexer would make it, and that would hide a mistyped path.
            static_cast<void>(read_status(archive));
        }
        report = run_to_its_end(archive, how, !values["quiet"].as<bool>(), work);
    } catch (const std::exception& failure) {
        witnesses.tell_failure(failure);
        throw;
    }
    for (const std::string& warning : report.warnings) {
        warn(warning);
    }
    witnesses.tell(report);
    return report;
}
}  // namespace gisa::cli
