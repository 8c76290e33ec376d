// SPDX-License-Identifier: GPL-2.0-or-later
#include <iostream>
#include <utility>

#include <gisa/indexer.h>

#include "common/messages/tr.h"
#include "indexer/cli/command.h"
#include "indexer/cli/run_report.h"
#include "indexer/cli/writing.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;

constexpr const char* kHelp = tr_later(R"(Usage: gisa-index [--archive DIR] add [OPTION]... PATH...
Adds new and changed articles; those that are there already, unchanged, cost
next to nothing, and a file that has not changed is not read again. A PATH is a
file, a folder with files, or - for standard input. The archive is made when it
is not there. All articles of one run become visible together at its end; what a
killed run had stored is published by the next one.

Options:
  --format NAME       the input's format instead of a guess from each file's
                      name and beginning
  --map FROM=TO       what the input calls FROM is Gisa's field TO, as in
                      --map headline=title; may be repeated
  --reread            read also files that have not changed since they were read
  --prune             remove the articles whose file is gone from a folder PATH,
                      and those that are gone from a file that has changed
  --max-rejected N    fail when more records than N are rejected, and keep
                      nothing of the run

Examples:
  gisa-index add news/2024-05-01.jsonl
  gisa-index add --prune --max-rejected 100 news
)");

constexpr const char* kRetryHelp = tr_later(R"(Usage: gisa-index [--archive DIR] retry [OPTION]...
Tries the records again that earlier runs rejected, for instance with the --map
that was missing then. What becomes an article is rejected no more; the rest
stays (gisa-index status lists it).

Options:
  --format NAME       as in add
  --map FROM=TO       as in add

Examples:
  gisa-index retry --map headline=title
)");

void describe_retry(Grammar& grammar) {
    auto add = grammar.options.add_options();
    add("format", po::value<std::string>());
    add("map", po::value<std::vector<std::string>>());
    describe_writing_options(grammar);
}

void describe_add(Grammar& grammar) {
    describe_retry(grammar);
    auto add = grammar.options.add_options();
    add("reread", po::bool_switch());
    add("prune", po::bool_switch());
    add("max-rejected", po::value<std::string>());
}

std::pair<std::string, std::string> parse_field_name(const std::string& text) {
    // Gisa's names hold no equals sign; a foreign one may.
    const std::size_t equals = text.rfind('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
        throw UsageError(tr("--map takes FROM=TO, not \"%1\"", {text}));
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

ExitStatus report_run(const RunReport& report, ReportShape shape) {
    std::cerr << rejected_lines(report);
    std::cout << report_text(report, shape, RunKind::Add);
    return report.rejected > 0 ? ExitStatus::InputRejected : ExitStatus::Ok;
}

ExitStatus run_add(const po::variables_map& values) {
    const std::vector<std::string> paths = words_or_usage_error(values, "PATH");
    const ReportOptions report_options = parse_report_options(values);
    AddOptions what = add_options(values);
    what.reread = values["reread"].as<bool>();
    what.prune = values["prune"].as<bool>();
    if (values.count("max-rejected") != 0) {
        what.max_rejected = parse_count("--max-rejected", values["max-rejected"].as<std::string>());
    }
    const Writing writing{
        .command = "add",
        .archive = Archive::MayBeNew,
        .check = [&] { Indexer::check(paths, what); },
    };
    const RunReport report =
        run_writing(values, writing, [&](Indexer& indexer) { return indexer.add(paths, what); });
    return report_run(report, report_options.shape);
}

ExitStatus run_retry(const po::variables_map& values) {
    if (values.count("WORD") != 0) {
        throw UsageError(tr("%1 takes no arguments", {"retry"}));
    }
    const ReportOptions report_options = parse_report_options(values);
    const AddOptions what = add_options(values);
    const Writing writing{.command = "retry", .check = [&] { Indexer::check({}, what); }};
    const RunReport report =
        run_writing(values, writing, [&](Indexer& indexer) { return indexer.retry(what); });
    return report_run(report, report_options.shape);
}
}  // namespace

const Command& add_command() noexcept {
    static constexpr Command kCommand{
        .name = "add",
        .summary = tr_later("add new and changed articles from files and folders"),
        .help = kHelp,
        .describe = describe_add,
        .run = run_add,
        .writes = true,
    };
    return kCommand;
}

const Command& retry_command() noexcept {
    static constexpr Command kCommand{
        .name = "retry",
        .summary = tr_later("try rejected records again"),
        .help = kRetryHelp,
        .describe = describe_retry,
        .run = run_retry,
        .writes = true,
    };
    return kCommand;
}
}  // namespace gisa::cli
