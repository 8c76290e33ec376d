// SPDX-License-Identifier: GPL-2.0-or-later
#include <iostream>

#include <gisa/archive_status.h>

#include "common/messages/tr.h"
#include "indexer/cli/command.h"
#include "indexer/cli/status_report.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;

constexpr const char* kHelp = tr_later(R"(Usage: gisa-index [--archive DIR] status [--json]
Tells what an archive holds, its last runs and the records they rejected. Needs
no lock and no permission to write.

Options:
  --json              one JSON object

Examples:
  gisa-index status --json
)");

void describe(Grammar& grammar) {
    grammar.options.add_options()("json", po::bool_switch());
}

ExitStatus run(const po::variables_map& values) {
    if (values.count("WORD") != 0) {
        throw UsageError(tr("%1 takes no arguments", {"status"}));
    }
    const ArchiveStatus status = read_status(places(values).archive);
    std::cout << (values["json"].as<bool>() ? status_json(status) : status_text(status));
    return ExitStatus::Ok;
}
}  // namespace

const Command& status_command() noexcept {
    static constexpr Command kCommand{
        .name = "status",
        .summary = tr_later("tell what the archive holds and what the last runs did"),
        .help = kHelp,
        .describe = describe,
        .run = run,
    };
    return kCommand;
}
}  // namespace gisa::cli
