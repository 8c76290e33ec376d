// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>

#include <nlohmann/json.hpp>

#include <gisa/indexer.h>
#include <gisa/user_words.h>

#include "common/cli/figures.h"
#include "common/cli/json_line.h"
#include "common/cli/layout.h"
#include "common/cli/table.h"
#include "common/messages/tr.h"
#include "indexer/cli/command.h"
#include "indexer/cli/run_report.h"
#include "indexer/cli/text_file.h"
#include "indexer/cli/writing.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;
using Json = nlohmann::ordered_json;

constexpr const char* kHelp =
    tr_later(R"(Usage: gisa-index [--archive DIR] dictionary check [--verbose] FILE
       gisa-index [--archive DIR] dictionary set [OPTION]... FILE
       gisa-index [--archive DIR] dictionary show
       gisa-index [--archive DIR] dictionary clear [OPTION]...
The user's dictionary: words that the archive's Korean dictionary does not know
or takes apart wrongly. It belongs to the archive; indexing and searching use it
by themselves.

FILE (- is standard input) lists one word a line, its parts behind it if it has
any; # begins a comment:
  세종시 세종 시      found as 세종시, and by its parts
  윤슬빛나래          one whole word, never taken apart
Words are Hangul, two syllables or more. Particles behind a word need not be
listed; a listed word is also seen at the beginning of a longer one (세종시청).

  check               names the bad lines of FILE and changes nothing
  set                 makes FILE the archive's dictionary. Only the articles it
                      concerns are analysed again; they and the dictionary take
                      effect together. Bad lines are named and left out.
  show                prints the dictionary of the archive
  clear               takes it away

Options:
  --verbose           check: print every word with its parts

Examples:
  gisa-index dictionary check --verbose words.txt
  gisa-index dictionary set words.txt
)");

/// So much of a bad line is shown.
constexpr std::size_t kShownCells = 60;

/// Bad lines that are named by `set`; `check` names all.
constexpr std::size_t kNamed = 20;

void describe(Grammar& grammar) {
    auto add = grammar.options.add_options();
    add("verbose,v", po::bool_switch());
    describe_writing_options(grammar);
}

std::string problem_line(const std::string& file, const UserWordProblem& problem) {
    return printable(file) + ":" + std::to_string(problem.line) + ": " + printable(problem.reason)
           + ": " + cut_to(printable(problem.text), kShownCells) + "\n";
}

/// "2 words, 1 bad line".
std::string counts(const UserWordsCheck& check) {
    const std::size_t bad = check.problems.size();
    return word_count(check.words.size()) + ", "
           + tr_n("%1 bad line", "%1 bad lines", bad, {grouped(bad)}) + "\n";
}

ExitStatus check_file(const std::string& file, bool is_verbose) {
    const UserWordsCheck check = check_user_words(read_text_file(file));
    if (is_verbose) {
        Table table({Align::Left, Align::Left}, {tr("word"), tr("parts")});
        for (const UserWord& word : check.words) {
            std::string parts;
            for (const std::string& part : word.parts) {
                parts += (parts.empty() ? "" : " ") + part;
            }
            table.add({word.word, parts});
        }
        std::cout << (table.rows() > 0 ? table.text() : "");
    }
    for (const UserWordProblem& problem : check.problems) {
        std::cout << problem_line(file, problem);
    }
    std::cout << counts(check);
    return check.problems.empty() ? ExitStatus::Ok : ExitStatus::InputRejected;
}

Json problem_json(const UserWordProblem& problem) {
    Json object;
    object["line"] = problem.line;
    object["reason"] = problem.reason;
    object["text"] = problem.text;
    return object;
}

std::string report_line(const UserWordsReport& report) {
    return tr("%1 in the dictionary (added %2, removed %3, changed %4), %5 analysed again in %6 s",
              {word_count(report.words),
               grouped(report.added),
               grouped(report.removed),
               grouped(report.changed),
               article_count(report.reanalyzed),
               decimal(report.wall_seconds, 1)})
           + "\n";
}

std::string report_json(const UserWordsReport& report) {
    Json object;
    object["run"] = report.run;
    object["words"] = report.words;
    object["added"] = report.added;
    object["removed"] = report.removed;
    object["changed"] = report.changed;
    object["reanalyzed"] = report.reanalyzed;
    object["problems"] = Json::array();
    for (const UserWordProblem& problem : report.problems) {
        object["problems"].push_back(problem_json(problem));
    }
    object["wall_seconds"] = report.wall_seconds;
    object["fingerprint"] = report.fingerprint;
    return json_line(object);
}

/// For those that are told of every run.
RunReport run_report(const UserWordsReport& words) {
    RunReport report;
    report.run = words.run;
    report.replaced = words.reanalyzed;
    report.wall_seconds = words.wall_seconds;
    report.fingerprint = words.fingerprint;
    return report;
}

ExitStatus set_words(
    const po::variables_map& values,
    const std::string& file,
    const std::string& text,
    Archive archive
) {
    const ReportOptions report_options = parse_report_options(values);
    UserWordsReport report;
    const Writing writing{.command = "dictionary", .archive = archive};
    static_cast<void>(run_writing(values, writing, [&](Indexer& indexer) {
        report = indexer.set_user_words(text);
        return run_report(report);
    }));
    for (std::size_t i = 0; i < std::min(kNamed, report.problems.size()); ++i) {
        std::cerr << problem_line(file, report.problems[i]);
    }
    if (report.problems.size() > kNamed) {
        const std::string more = grouped(report.problems.size() - kNamed);
        std::cerr << tr("%1 more bad lines: gisa-index dictionary check", {more}) << '\n';
    }
    if (report_options.shape == ReportShape::Text) {
        std::cout << report_line(report);
    } else if (report_options.shape == ReportShape::Json) {
        std::cout << report_json(report);
    }
    return report.problems.empty() ? ExitStatus::Ok : ExitStatus::InputRejected;
}

/// A file without a single good line is the wrong file, and no wish for an empty dictionary.
ExitStatus set_file(const po::variables_map& values, const std::string& file) {
    const std::string text = read_text_file(file);
    const UserWordsCheck check = check_user_words(text);
    if (!check.words.empty()) {
        return set_words(values, file, text, Archive::MayBeNew);
    }
    for (std::size_t i = 0; i < std::min(kNamed, check.problems.size()); ++i) {
        std::cerr << problem_line(file, check.problems[i]);
    }
    std::cerr << "gisa-index: "
              << tr("%1 lists no word that can be used; the archive keeps its dictionary",
                    {name_of_file(file)})
              << "\n  " << tr("to take the dictionary away: gisa-index dictionary clear") << '\n';
    return ExitStatus::InputRejected;
}

ExitStatus clear_words(const po::variables_map& values) {
    return set_words(values, "", "", Archive::MustBeThere);
}

ExitStatus show_words(const po::variables_map& values) {
    const std::string text = read_user_words(places(values).archive);
    std::cout << text;
    if (text.empty()) {
        std::cerr << tr("the archive has no dictionary of its own") << '\n';
    }
    return ExitStatus::Ok;
}

ExitStatus run(const po::variables_map& values) {
    const std::vector<std::string> words =
        words_or_usage_error(values, tr("check, set, show or clear"));
    const std::string& what = words.front();
    const bool takes_file = what == "check" || what == "set";
    if (!takes_file && what != "show" && what != "clear") {
        throw UsageError(tr("dictionary takes check, set, show or clear, not \"%1\"", {what}));
    }
    if (takes_file && words.size() != 2) {
        throw UsageError(tr("%1 takes one %2", {"dictionary " + what, "FILE"}));
    }
    if (!takes_file && words.size() != 1) {
        throw UsageError(tr("%1 takes no arguments", {"dictionary " + what}));
    }
    if (what == "check") {
        return check_file(words[1], values["verbose"].as<bool>());
    }
    if (what == "set") {
        return set_file(values, words[1]);
    }
    return what == "show" ? show_words(values) : clear_words(values);
}
}  // namespace

const Command& dictionary_command() noexcept {
    static constexpr Command kCommand{
        .name = "dictionary",
        .summary = tr_later("check, set, show or clear the user's dictionary"),
        .help = kHelp,
        .describe = describe,
        .run = run,
        .writes = true,
    };
    return kCommand;
}
}  // namespace gisa::cli
