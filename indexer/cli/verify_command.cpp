// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <iostream>
#include <optional>

#include <nlohmann/json.hpp>

#include <gisa/archive_care.h>

#include "common/cli/figures.h"
#include "common/cli/json_line.h"
#include "common/cli/layout.h"
#include "common/messages/tr.h"
#include "indexer/cli/command.h"
#include "indexer/cli/progress_line.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;
using Json = nlohmann::ordered_json;

constexpr const char* kVerifyHelp =
    tr_later(R"(Usage: gisa-index [--archive DIR] verify [--sample N] [--json] [--quiet]
Holds an archive against itself: the catalog, the bytes and the structure of
each segment, their articles against the catalog's, and sampled articles by each
of their words; and that nothing is left of what was taken down. Names what is
wrong and what to do. Needs no lock and no permission to write.

Options:
  --sample N          so many articles are looked at word by word (200)
  --json              one JSON object
  -q, --quiet         no progress, and nothing at all when all is well

Examples:
  gisa-index verify --quiet --sample 1000
)");

constexpr const char* kSnapshotHelp =
    tr_later(R"(Usage: gisa-index [--archive DIR] snapshot [--quiet] FOLDER
Copies the published state to a new folder while runs and searches go on. The
copy is an archive: gisa-search reads it, also on another machine or where
nobody may write, and gisa-index writes to it. Needs no lock.

Options:
  -q, --quiet         print nothing

Examples:
  gisa-index snapshot copies/monday
)");

void describe_verify(Grammar& grammar) {
    auto add = grammar.options.add_options();
    add("sample", po::value<std::string>());
    add("json", po::bool_switch());
    add("quiet,q", po::bool_switch());
}

void describe_snapshot(Grammar& grammar) {
    grammar.options.add_options()("quiet,q", po::bool_switch());
}

ArchiveCheck check_with_progress(const po::variables_map& values) {
    const Places where = places(values);
    CheckOptions how;
    how.dictionary = where.dictionary;
    how.sample = parse_count("--sample", text_or(values, "sample", "200"));
    std::optional<ProgressLine> line;
    if (!values["quiet"].as<bool>()) {
        how.on_progress = progress_on_terminal(line);
    }
    return verify_archive(where.archive, how);
}

bool is_damaged(const ArchiveCheck& check) {
    return std::any_of(
        check.problems.begin(),
        check.problems.end(),
        [](const ArchiveProblem& problem) { return problem.is_damage; }
    );
}

std::string check_text(const ArchiveCheck& check) {
    std::string text;
    for (const ArchiveProblem& problem : check.problems) {
        const std::string what = printable(problem.what);
        text += (problem.is_damage ? tr("damage: %1", {what}) : tr("note: %1", {what})) + "\n  "
                + printable(problem.remedy) + "\n";
    }
    const char* const verdict =
        is_damaged(check) ? tr_later("damaged: %1 in %2, %3 looked at word by word (%4 s)")
                          : tr_later("sound: %1 in %2, %3 looked at word by word (%4 s)");
    return text
           + tr(
               verdict,
               {article_count(check.articles),
                segment_count(check.segments),
                grouped(check.sampled),
                decimal(check.wall_seconds, 1)}
           )
           + "\n";
}

std::string check_json(const ArchiveCheck& check) {
    Json object;
    object["sound"] = !is_damaged(check);
    object["segments"] = check.segments;
    object["articles"] = check.articles;
    object["sampled"] = check.sampled;
    object["problems"] = Json::array();
    for (const ArchiveProblem& problem : check.problems) {
        Json entry;
        entry["what"] = problem.what;
        entry["remedy"] = problem.remedy;
        entry["is_damage"] = problem.is_damage;
        object["problems"].push_back(entry);
    }
    object["wall_seconds"] = check.wall_seconds;
    return json_line(object);
}

ExitStatus run_verify(const po::variables_map& values) {
    if (values.count("WORD") != 0) {
        throw UsageError(tr("%1 takes no arguments", {"verify"}));
    }
    const ArchiveCheck check = check_with_progress(values);
    if (values["json"].as<bool>()) {
        std::cout << check_json(check);
    } else if (!values["quiet"].as<bool>() || !check.problems.empty()) {
        std::cout << check_text(check);
    }
    return is_damaged(check) ? ExitStatus::Failed : ExitStatus::Ok;
}

ExitStatus run_snapshot(const po::variables_map& values) {
    const std::vector<std::string> folders = words_or_usage_error(values, "FOLDER");
    if (folders.size() != 1) {
        throw UsageError(tr("%1 takes one %2", {"snapshot", "FOLDER"}));
    }
    const std::uint64_t bytes = snapshot_archive(places(values).archive, folders.front());
    if (!values["quiet"].as<bool>()) {
        std::cout << tr("copied %1 to %2", {byte_size(bytes), printable(folders.front())}) << '\n';
    }
    return ExitStatus::Ok;
}
}  // namespace

const Command& verify_command() noexcept {
    static constexpr Command kCommand{
        .name = "verify",
        .summary = tr_later("hold the archive against itself"),
        .help = kVerifyHelp,
        .describe = describe_verify,
        .run = run_verify,
        .writes = false,
    };
    return kCommand;
}

const Command& snapshot_command() noexcept {
    static constexpr Command kCommand{
        .name = "snapshot",
        .summary = tr_later("copy the archive while runs go on"),
        .help = kSnapshotHelp,
        .describe = describe_snapshot,
        .run = run_snapshot,
        .writes = false,
    };
    return kCommand;
}
}  // namespace gisa::cli
