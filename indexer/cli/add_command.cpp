// SPDX-License-Identifier: GPL-2.0-or-later
#include <iostream>
#include <optional>
#include <utility>

#include <gisa/indexer.h>

#include "indexer/cli/command.h"
#include "indexer/cli/progress_line.h"
#include "indexer/cli/run_report.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;

constexpr std::string_view kHelp = R"(Usage: gisa-index [--archive DIR] add [OPTION]... PATH...
Adds new and changed articles; those that are there already, unchanged, cost
next to nothing. A PATH is a file, a folder with files, or - for standard input.
The archive is made when it is not there. All articles of one run become visible
together at its end; what a killed run had stored is published by the next one.

Options:
  --format NAME       the input's format instead of a guess from each file's
                      name and beginning
  --map FROM=TO       what the input calls FROM is Gisa's field TO, as in
                      --map headline=title; may be repeated
  --threads N         worker threads (0: one for each core)
  --report FORMAT     text: one line (default); json: one object; none
  -q, --quiet         no progress, and no report unless --report asks for it
)";

void describe(Grammar& grammar) {
    auto add = grammar.options.add_options();
    add("format", po::value<std::string>());
    add("map", po::value<std::vector<std::string>>());
    add("threads", po::value<std::string>());
    describe_report_options(grammar);
}

std::pair<std::string, std::string> parse_field_name(const std::string& text) {
    // Gisa's names hold no equals sign; a foreign one may.
    const std::size_t equals = text.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
        throw UsageError("--map takes FROM=TO, not \"" + text + "\"");
    }
    return {text.substr(0, equals), text.substr(equals + 1)};
}

AddOptions add_options(const po::variables_map& values) {
    AddOptions options;
    options.format = text_or(values, "format", "");
    if (values.count("map") != 0) {
        for (const std::string& pair : values["map"].as<std::vector<std::string>>()) {
            options.field_names.push_back(parse_field_name(pair));
        }
    }
    return options;
}

RunReport add_with_progress(
    const po::variables_map& values, const std::vector<std::string>& paths, bool is_quiet
) {
    const Places where = places(values);
    const AddOptions what = add_options(values);
    IndexerOptions how;
    how.dictionary = where.dictionary;
    how.threads = parse_count("--threads", text_or(values, "threads", "0"));

    // The line is erased before anything else is printed, also when the run throws.
    std::optional<ProgressLine> line;
    if (!is_quiet) {
        how.on_progress = progress_on_terminal(line);
    }
    return Indexer(where.archive, how).add(paths, what);
}

ExitStatus run(const po::variables_map& values) {
    const std::vector<std::string> paths = words_or_usage_error(values, "PATH");
    const ReportOptions report_options = parse_report_options(values);
    const RunReport report = add_with_progress(values, paths, report_options.is_quiet);
    std::cerr << rejected_lines(report);
    std::cout << report_text(report, report_options.shape, RunKind::Add);
    return report.rejected > 0 ? ExitStatus::InputRejected : ExitStatus::Ok;
}
}  // namespace

const Command& add_command() noexcept {
    static constexpr Command kCommand{
        .name = "add",
        .summary = "add new and changed articles from files and folders",
        .help = kHelp,
        .describe = describe,
        .run = run,
    };
    return kCommand;
}
}  // namespace gisa::cli
