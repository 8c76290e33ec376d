// SPDX-License-Identifier: GPL-2.0-or-later
#include <iostream>

#include <gisa/indexer.h>

#include "common/messages/tr.h"
#include "indexer/cli/command.h"
#include "indexer/cli/run_report.h"
#include "indexer/cli/writing.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;

constexpr const char* kMergeHelp =
    tr_later(R"(Usage: gisa-index [--archive DIR] merge [--full] [OPTION]...
Merges segments that are due, as each run does after it has published. Searchers
go on meanwhile and see the same articles before and after.

Options:
  --full              all segments into one, without hidden articles. Takes as
                      long as a copy of the index, or as indexing where there
                      are hidden articles; needs as much free space

Examples:
  gisa-index merge --full
)");

constexpr const char* kRebuildHelp =
    tr_later(R"(Usage: gisa-index [--archive DIR] rebuild [OPTION]...
Makes all segments anew from the catalog alone: after damage (gisa-index verify
finds it), or when a new version or another dictionary analyses text in another
way. Takes as long as indexing all articles. Searchers see the old segments
until all new ones are there, so there must be room for both.

Examples:
  gisa-index rebuild --wait 3600
)");

void describe_merge(Grammar& grammar) {
    grammar.options.add_options()("full", po::bool_switch());
    describe_writing_options(grammar);
}

void forbid_words(const po::variables_map& values, const std::string& command) {
    if (values.count("WORD") != 0) {
        throw UsageError(tr("%1 takes no arguments", {command}));
    }
}

ExitStatus run_merge(const po::variables_map& values) {
    forbid_words(values, "merge");
    const ReportOptions report_options = parse_report_options(values);
    const bool full = values["full"].as<bool>();
    const RunReport report = run_writing(values, {.command = "merge"}, [full](Indexer& indexer) {
        return full ? indexer.merge_all() : indexer.merge_due();
    });
    std::cout << report_text(report, report_options.shape, RunKind::Merge);
    return ExitStatus::Ok;
}

ExitStatus run_rebuild(const po::variables_map& values) {
    forbid_words(values, "rebuild");
    const ReportOptions report_options = parse_report_options(values);
    Writing writing{.command = "rebuild"};
    writing.how.to_rebuild = true;
    const RunReport report =
        run_writing(values, writing, [](Indexer& indexer) { return indexer.rebuild(); });
    std::cout << report_text(report, report_options.shape, RunKind::Rebuild);
    return ExitStatus::Ok;
}
}  // namespace

const Command& merge_command() noexcept {
    static constexpr Command kCommand{
        .name = "merge",
        .summary = tr_later("merge segments, as runs do by themselves"),
        .help = kMergeHelp,
        .describe = describe_merge,
        .run = run_merge,
        .writes = true,
    };
    return kCommand;
}

const Command& rebuild_command() noexcept {
    static constexpr Command kCommand{
        .name = "rebuild",
        .summary = tr_later("make all segments anew from the catalog"),
        .help = kRebuildHelp,
        .describe = describe_writing_options,
        .run = run_rebuild,
        .writes = true,
    };
    return kCommand;
}
}  // namespace gisa::cli
