// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>

#include <gisa/indexer.h>

#include "common/cli/arguments.h"
#include "indexer/cli/run_outcome.h"

namespace gisa::cli {
enum class RunKind { Add, Remove, Takedown, Merge, Rebuild };

enum class ReportShape { None, Text, Json };

struct ReportOptions {
    bool is_quiet = false;
    ReportShape shape = ReportShape::Text;
};

/// --report and --quiet, which every command that changes the archive takes.
void describe_report_options(Grammar& grammar);
/// Throws: UsageError.
[[nodiscard]] ReportOptions parse_report_options(const boost::program_options::variables_map& values
);

/// What a run did, with its line end: one line for people, one JSON object for programs, or nothing.
[[nodiscard]] std::string report_text(const RunReport& report, ReportShape shape, RunKind kind);

/// How a run ended, as one JSON object: the report's, with "status", "command" and "problem" before.
[[nodiscard]] std::string outcome_json(const RunOutcome& run);

/// A line "source:line: reason" for each of the first rejected records and one that tells how many
/// more there are; empty when none was rejected. Safe for a terminal.
[[nodiscard]] std::string rejected_lines(const RunReport& report);
}  // namespace gisa::cli
