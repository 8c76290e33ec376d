// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/searcher.h>

#include "common/cli/environment.h"
#include "common/cli/terminal.h"
#include "searcher/cli/counts_report.h"
#include "searcher/cli/hit_command.h"
#include "searcher/cli/printer.h"

namespace gisa::cli {
/// Which saved queries are told of, and where.
struct AlertOptions {
    std::vector<std::string> names;  ///< empty: all of them
    bool printed = true;             ///< on standard output, as SearchOptions::format has it
    std::filesystem::path feeds;     ///< a folder; empty: no feeds
    std::filesystem::path mails;     ///< a maildir; empty: no mails
    std::string mail_to;
};

/// What gisa-search was asked for.
struct SearchOptions {
    enum class Task {
        Answer,
        Count,
        Facet,
        Trend,
        Related,
        Save,
        Explain,
        ExplainArticle,
        ShowArticle,
        Open,
        Execute,
        Batch,
        Complete,
        Alerts,
        Help,
        Version
    };
    Task task = Task::Answer;
    std::filesystem::path archive;     ///< not for Help and Version
    std::filesystem::path dictionary;  ///< empty: the library's own
    SearchRequest request;             ///< its query is empty for Batch and Alerts
    /// Several words, each the name of a file here: a shell may have put them in the place of a *.
    bool words_are_files = false;
    const Format* format = nullptr;  ///< never null
    std::string saved_name;          ///< Save only
    std::string queries_file;        ///< Batch only
    std::string article;   ///< ExplainArticle, ShowArticle: its id; Open: too, or empty for a hit's
    HitCommand command;    ///< Execute only
    AlertOptions alerts;   ///< Alerts only
    bool as_json = false;  ///< ExplainArticle and ShowArticle
    bool all = false;      ///< every article of a story is a hit
    FacetField facet = FacetField::Publisher;  ///< Facet only
    TrendPeriod trend = TrendPeriod::Month;    ///< Trend only
    CountsFormat counts = CountsFormat::Text;  ///< Facet and Trend
    std::filesystem::path plot;                ///< Trend only: its picture; empty: none
    When colour = When::Auto;
    When hyperlinks = When::Auto;
    bool paged = true;             ///< on a terminal
    std::vector<HitField> fields;  ///< Page::fields
    bool byte_order_mark = false;  ///< Page::byte_order_mark
};

/// Reads the arguments behind the program's name and the configuration. Throws: UsageError; Error
/// (Configuration).
[[nodiscard]] SearchOptions parse_search_options(
    const std::vector<std::string>& arguments, const Environment& environment
);

/// The names of all options, long ones only, in the order of the help.
[[nodiscard]] std::vector<std::string> search_option_names();

/// What `--help` prints.
[[nodiscard]] std::string search_help();
}  // namespace gisa::cli
