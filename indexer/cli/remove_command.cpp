// SPDX-License-Identifier: GPL-2.0-or-later
#include <iostream>

#include <gisa/error.h>
#include <gisa/indexer.h>

#include "common/cli/layout.h"
#include "common/messages/tr.h"
#include "indexer/cli/command.h"
#include "indexer/cli/run_report.h"
#include "indexer/cli/writing.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;

constexpr const char* kHelp = tr_later(R"(Usage: gisa-index [--archive DIR] remove [OPTION]... ID...
Takes articles out of every answer, at once. An ID of - reads ids from standard
input, one on a line. Ids that are not in the archive are told (not with
--quiet) and do no harm, so that removing twice is no error. Former versions are
kept (gisa-index log ID); takedown keeps nothing.

Examples:
  gisa-index remove 20240501-17
  gisa-search --format ids 오보 | gisa-index remove -
)");

void remove_one(Indexer& indexer, const std::string& id, bool is_quiet) {
    if (!indexer.remove(id) && !is_quiet) {
        std::cerr << "gisa-index: " << tr("not in the archive: %1", {printable(id)}) << '\n';
    }
}

void remove_listed(Indexer& indexer, std::istream& list, bool is_quiet) {
    std::string id;
    while (std::getline(list, id)) {
        if (id.ends_with('\r')) {
            id.pop_back();
        }
        if (!id.empty()) {
            remove_one(indexer, id, is_quiet);
        }
    }
    if (list.bad()) {
        throw Error(ErrorCode::StorageFailed, tr("cannot read on in standard input"));
    }
}

ExitStatus run(const po::variables_map& values) {
    const std::vector<std::string> ids = words_or_usage_error(values, "ID");
    const ReportOptions report_options = parse_report_options(values);
    const RunReport report = run_writing(values, {.command = "remove"}, [&](Indexer& indexer) {
        for (const std::string& id : ids) {
            if (id == "-") {
                remove_listed(indexer, std::cin, report_options.is_quiet);
            } else {
                remove_one(indexer, id, report_options.is_quiet);
            }
        }
        return indexer.commit();
    });
    std::cout << report_text(report, report_options.shape, RunKind::Remove);
    return ExitStatus::Ok;
}
}  // namespace

const Command& remove_command() noexcept {
    static constexpr Command kCommand{
        .name = "remove",
        .summary = tr_later("take articles out of every answer"),
        .help = kHelp,
        .describe = describe_writing_options,
        .run = run,
        .writes = true,
    };
    return kCommand;
}
}  // namespace gisa::cli
