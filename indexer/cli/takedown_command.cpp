// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <iostream>

#include <gisa/indexer.h>

#include "common/cli/figures.h"
#include "common/cli/layout.h"
#include "common/messages/tr.h"
#include "indexer/cli/command.h"
#include "indexer/cli/run_report.h"
#include "indexer/cli/writing.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;

constexpr const char* kHelp =
    tr_later(R"(Usage: gisa-index [--archive DIR] takedown --reason TEXT [OPTION]... ID...
       gisa-index [--archive DIR] takedown --lift [OPTION]... ID...
Takes articles down for good, for instance when a court orders it: they leave
every answer at once, all their versions are overwritten in the catalog, and
their ids may not come back. What is kept is the id, the reason and the run
(gisa-index log ID shows them). Their words leave the segments in the same run,
but a segment of more than 200,000 articles only with gisa-index merge --full;
gisa-index verify tells. To take an article out that may come back, use remove.
Copies elsewhere, as snapshots and the files it was read from, are your own.

Options:
  --reason TEXT       why; kept for whoever asks
  --lift              let the ids come back. What they meant is gone; add their
                      file again with --reread

Examples:
  gisa-index takedown --reason '2024카합1234' 20240501-17
  gisa-index takedown --lift 20240501-17
)");

void describe(Grammar& grammar) {
    auto add = grammar.options.add_options();
    add("reason", po::value<std::string>());
    add("lift", po::bool_switch());
    describe_writing_options(grammar);
}

void tell_unknown(bool is_silent, const char* what, const std::string& id) {
    if (!is_silent) {
        std::cerr << "gisa-index: " << tr(what, {printable(id)}) << '\n';
    }
}

ExitStatus run(const po::variables_map& values) {
    const std::vector<std::string> ids = words_or_usage_error(values, "ID");
    const ReportOptions report_options = parse_report_options(values);
    const bool lifts = values["lift"].as<bool>();
    const std::string reason = text_or(values, "reason", "");
    if (lifts != reason.empty()) {
        throw UsageError(tr("takedown takes a --reason TEXT, or --lift"));
    }
    std::uint64_t lifted = 0;
    const RunReport report = run_writing(values, {.command = "takedown"}, [&](Indexer& indexer) {
        for (const std::string& id : ids) {
            if (lifts) {
                const bool was_down = indexer.lift_takedown(id);
                lifted += was_down ? 1 : 0;
                tell_unknown(
                    was_down || report_options.is_quiet, tr_later("was not taken down: %1"), id
                );
            } else {
                const bool was_there = indexer.take_down(id, reason);
                tell_unknown(
                    was_there || report_options.is_quiet,
                    tr_later("not in the archive, and may not come into it: %1"),
                    id
                );
            }
        }
        return indexer.commit();
    });
    if (lifts && report_options.shape == ReportShape::Text) {
        const std::string count = tr("lifted %1", {grouped(lifted)});
        std::cout << tr("%1 in %2 s", {count, decimal(report.wall_seconds, 1)}) << '\n';
    } else {
        std::cout << report_text(report, report_options.shape, RunKind::Takedown);
    }
    return ExitStatus::Ok;
}
}  // namespace

const Command& takedown_command() noexcept {
    static constexpr Command kCommand{
        .name = "takedown",
        .summary = tr_later("take articles down for good, and say why"),
        .help = kHelp,
        .describe = describe,
        .run = run,
        .writes = true,
    };
    return kCommand;
}
}  // namespace gisa::cli
