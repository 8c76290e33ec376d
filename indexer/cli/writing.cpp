// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/writing.h"

#include <iostream>
#include <optional>

#include <gisa/archive_status.h>

#include "common/cli/layout.h"
#include "indexer/cli/command.h"
#include "indexer/cli/progress_line.h"
#include "indexer/cli/run_report.h"
#include "indexer/cli/stop_signals.h"

namespace gisa::cli {
namespace po = boost::program_options;

void describe_writing_options(Grammar& grammar) {
    auto add = grammar.options.add_options();
    add("threads", po::value<std::string>());
    add("wait", po::value<std::string>());
    add("no-merge", po::bool_switch());
    describe_report_options(grammar);
}

RunReport run_writing(
    const po::variables_map& values,
    Archive archive,
    const std::function<RunReport(Indexer&)>& work,
    IndexerOptions how
) {
    const Places where = places(values);
    if (archive == Archive::MustBeThere) {
        // An Indexer would make it, and that would hide a mistyped path.
        static_cast<void>(read_status(where.archive));
    }
    how.dictionary = where.dictionary;
    how.threads = parse_count("--threads", text_or(values, "threads", "0"));
    how.wait = std::chrono::seconds(parse_count("--wait", text_or(values, "wait", "0")));
    how.merge = !values["no-merge"].as<bool>();
    RunReport report;
    {
        const StopSignals signals;
        how.stop = signals.token();
        // The line is erased before anything else is printed, also when the run throws.
        std::optional<ProgressLine> line;
        if (!values["quiet"].as<bool>()) {
            how.on_progress = progress_on_terminal(line);
        }
        Indexer indexer(where.archive, how);
        report = work(indexer);
    }
    for (const std::string& warning : report.warnings) {
        std::cerr << "gisa-index: warning: " << printable(warning) << '\n';
    }
    return report;
}
}  // namespace gisa::cli
