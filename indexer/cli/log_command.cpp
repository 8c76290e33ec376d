// SPDX-License-Identifier: GPL-2.0-or-later
#include <iostream>

#include <nlohmann/json.hpp>

#include <gisa/article_versions.h>

#include "common/cli/figures.h"
#include "common/cli/json_line.h"
#include "common/cli/layout.h"
#include "common/messages/tr.h"
#include "indexer/cli/command.h"
#include "indexer/cli/word_diff.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;
using Json = nlohmann::ordered_json;

constexpr const char* kHelp = tr_later(R"(Usage: gisa-index [--archive DIR] log [--text | --json] ID
Shows every version of an article that was ever stored: when, by which run, what
became of it, and what changed against the one before:
  [-words that went-] {+words that came+}
Needs no lock and no permission to write. Status 1 when there never was such an
article.

Options:
  --text              the whole title and text of each version, and no changes
  --json              one JSON object

Examples:
  gisa-index log 20240501-18
)");

void describe(Grammar& grammar) {
    auto add = grammar.options.add_options();
    add("text", po::bool_switch());
    add("json", po::bool_switch());
}

std::string_view state_name(ArticleVersion::State state) {
    switch (state) {
        case ArticleVersion::State::Pending:
            return "pending";
        case ArticleVersion::State::Visible:
            return "visible";
        case ArticleVersion::State::Replaced:
            return "replaced";
        case ArticleVersion::State::Removed:
            return "removed";
    }
    return "";
}

std::string run_name(std::uint64_t run, std::chrono::sys_seconds when) {
    return tr("run %1, %2", {std::to_string(run), seoul_time(when)});
}

std::string state_text(const ArticleVersion& version) {
    const std::string end = version.ended_run && version.ended
                                ? run_name(*version.ended_run, *version.ended)
                                : std::string();
    switch (version.state) {
        case ArticleVersion::State::Pending:
            return tr("pending");
        case ArticleVersion::State::Visible:
            return tr("visible");
        case ArticleVersion::State::Replaced:
            return tr("replaced by %1", {end});
        case ArticleVersion::State::Removed:
            return tr("removed by %1", {end});
    }
    return "";
}

std::string heading(std::size_t number, const ArticleVersion& version) {
    constexpr std::string_view kGap = "   ";
    return tr("version %1", {std::to_string(number)})
        .append(kGap)
        .append(tr("stored by %1", {run_name(version.run, version.stored)}))
        .append(kGap)
        .append(state_text(version))
        .append("\n");
}

std::string joined(const std::vector<std::string>& sections) {
    std::string text;
    for (const std::string& section : sections) {
        text += (text.empty() ? "" : ", ") + section;
    }
    return text;
}

std::string date_of(const Article& article) {
    return article.published ? iso_time(*article.published) : "";
}

/// A part of an article and what is told of it.
std::string line_about(const std::string& part, const std::string& text) {
    constexpr std::size_t kLongestPart = 9;  // "publisher"
    return "  " + padded(part, kLongestPart) + "  " + text + "\n";
}

std::string changed_line(
    const std::string& part, const std::string& before, const std::string& after
) {
    const std::string changes = word_diff(before, after);
    return changes.empty() ? "" : line_about(part, changes);
}

std::string changes(const Article& before, const Article& after) {
    std::string lines =
        changed_line(tr("title"), before.title, after.title)
        + changed_line(tr("body"), before.body, after.body)
        + changed_line(tr("date"), date_of(before), date_of(after))
        + changed_line(tr("publisher"), before.publisher, after.publisher)
        + changed_line(tr("byline"), before.byline, after.byline)
        + changed_line(tr("section"), joined(before.sections), joined(after.sections))
        + changed_line(tr("url"), before.url, after.url)
        + changed_line(tr("lang"), before.language, after.language)
        + changed_line(tr("others"), before.other_fields, after.other_fields);
    return lines.empty() ? "  " + tr("only spaces or line ends differ") + "\n" : lines;
}

std::string whole_text(const Article& article) {
    return "  " + printable(article.title) + "\n\n" + printable_lines(article.body) + "\n\n";
}

std::string history_text(const ArticleHistory& history, bool whole) {
    std::string text;
    for (std::size_t i = 0; i < history.versions.size(); ++i) {
        const ArticleVersion& version = history.versions[i];
        text += heading(i + 1, version);
        if (whole) {
            text += whole_text(version.article);
        } else if (i == 0) {
            text += line_about(tr("title"), printable(version.article.title));
        } else {
            text += changes(history.versions[i - 1].article, version.article);
        }
    }
    if (history.takedown) {
        const std::string run = run_name(history.takedown->run, history.takedown->taken_down);
        text += tr("taken down by %1: %2", {run, printable(history.takedown->reason)}) + "\n";
    }
    return text;
}

Json version_json(const ArticleVersion& version) {
    Json object;
    object["state"] = state_name(version.state);
    object["run"] = version.run;
    object["stored"] = iso_time(version.stored);
    object["ended_run"] = version.ended_run ? Json(*version.ended_run) : Json();
    object["ended"] = version.ended ? Json(iso_time(*version.ended)) : Json();
    object["title"] = version.article.title;
    object["body"] = version.article.body;
    object["date"] = version.article.published ? Json(date_of(version.article)) : Json();
    object["publisher"] = version.article.publisher;
    object["byline"] = version.article.byline;
    object["sections"] = version.article.sections;
    object["url"] = version.article.url;
    object["lang"] = version.article.language;
    return object;
}

std::string history_json(const std::string& id, const ArticleHistory& history) {
    Json object;
    object["id"] = id;
    object["versions"] = Json::array();
    for (const ArticleVersion& version : history.versions) {
        object["versions"].push_back(version_json(version));
    }
    object["takedown"] = Json();
    if (history.takedown) {
        Json& takedown = object["takedown"];
        takedown["reason"] = history.takedown->reason;
        takedown["run"] = history.takedown->run;
        takedown["taken_down"] = iso_time(history.takedown->taken_down);
    }
    return json_line(object);
}

ExitStatus run(const po::variables_map& values) {
    const std::vector<std::string> ids = words_or_usage_error(values, "ID");
    const bool whole = values["text"].as<bool>();
    const bool json = values["json"].as<bool>();
    if (ids.size() != 1) {
        throw UsageError(tr("%1 takes one %2", {"log", "ID"}));
    }
    if (whole && json) {
        throw UsageError(tr("log takes --text or --json, not both"));
    }
    const ArticleHistory history = read_history(places(values).archive, ids.front());
    const bool known = !history.versions.empty() || history.takedown;
    if (json) {
        std::cout << history_json(ids.front(), history);
    } else if (known) {
        std::cout << history_text(history, whole);
    } else {
        std::cerr << "gisa-index: " << tr("there never was an article %1", {printable(ids.front())})
                  << '\n';
    }
    return known ? ExitStatus::Ok : ExitStatus::NothingFound;
}
}  // namespace

const Command& log_command() noexcept {
    static constexpr Command kCommand{
        .name = "log",
        .summary = tr_later("show the versions of an article and what changed"),
        .help = kHelp,
        .describe = describe,
        .run = run,
        .writes = false,
    };
    return kCommand;
}
}  // namespace gisa::cli
