// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/search_options.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <system_error>
#include <utility>

#include "common/cli/arguments.h"
#include "common/cli/characters.h"
#include "common/cli/configuration.h"
#include "common/messages/tr.h"
#include "searcher/cli/alert_mail.h"
#include "searcher/cli/option_values.h"

namespace gisa::cli {
namespace {
namespace po = boost::program_options;
using Task = SearchOptions::Task;

/// Values are read as text and judged here, because Boost takes "-1" for 4,294,967,295.
Grammar search_grammar() {
    Grammar grammar;
    auto add = grammar.options.add_options();
    const auto text = [] { return po::value<std::string>(); };
    add("config", text());
    add("archive", text());
    add("dictionary", text());
    add("limit,n", text());
    add("offset", text());
    add("cursor", text());
    add("sort", text());
    add("all", po::bool_switch());
    add("format", text());
    add("format-version", text());
    add("fields", text());
    add("bom", po::bool_switch());
    add("exact", po::bool_switch());
    add("time-limit", text());
    add("count", po::bool_switch());
    add("facet", text());
    add("trend", text());
    add("plot", text());
    add("related", po::bool_switch());
    add("explain", po::bool_switch());
    add("article", text());
    add("save", text());
    add("show", text());
    add("open", po::bool_switch());
    add("exec", text());
    add("queries", text());
    add("complete", po::bool_switch());
    add("alerts", po::bool_switch());
    add("feeds", text());
    add("mails", text());
    add("mail-to", text());
    add("color", text());
    add("no-color", po::bool_switch());
    add("hyperlink", text());
    add("no-pager", po::bool_switch());
    add("help,h", po::bool_switch());
    add("version,V", po::bool_switch());
    add("QUERY", po::value<std::vector<std::string>>());
    grammar.positions.add("QUERY", -1);
    grammar.minus_words = true;
    return grammar;
}

std::string text_or(const po::variables_map& values, const char* name, const char* otherwise) {
    return values.count(name) != 0 ? values[name].as<std::string>() : otherwise;
}

bool is_on(const po::variables_map& values, const char* name) {
    return values[name].as<bool>();
}

const Format& parse_format(const std::string& name) {
    std::string known;
    for (const Format& format : formats()) {
        if (format.name == name) {
            return format;
        }
        known += (known.empty() ? "" : ", ") + std::string(format.name);
    }
    throw UsageError(tr("%1 takes one of %2, not \"%3\"", {"--format", known, name}));
}

void read_layout(const po::variables_map& values, SearchOptions& options) {
    const Format& format = *options.format;
    const auto refuse_unless = [](bool fits, const std::string& why) {
        if (!fits) {
            throw UsageError(why);
        }
    };
    if (values.count("fields") != 0) {
        refuse_unless(
            format.has_fields,
            tr("--fields goes with --format text, json, ndjson, csv and tsv, not with %1",
               {format.name})
        );
        options.fields = parse_fields(values["fields"].as<std::string>());
    }
    if (options.task == Task::Batch && format.is_document) {
        throw UsageError(tr(
            "--format %1 is one document per query and does not go with --queries", {format.name}
        ));
    }
    if (options.task == Task::Alerts && format.is_document) {
        throw UsageError(
            tr("--format %1 is one document per query and does not go with --alerts", {format.name})
        );
    }
    options.byte_order_mark = is_on(values, "bom");
    refuse_unless(
        format.is_table || !options.byte_order_mark,
        tr("--bom goes with --format csv and tsv, not with %1", {format.name})
    );
    if (values.count("format-version") != 0) {
        refuse_unless(
            format.has_version,
            tr("--format-version goes with --format json and ndjson, not with %1", {format.name})
        );
        const auto version = values["format-version"].as<std::string>();
        if (parse_count("--format-version", version) != kJsonFormatVersion) {
            throw UsageError(
                tr("there is no version %1 of this format", {version}),
                tr("versions: %1", {std::to_string(kJsonFormatVersion)})
            );
        }
    }
}

/// The two formats of what is told of one article.
bool is_json(const std::string& option, const std::string& name) {
    if (name != "text" && name != "json") {
        throw UsageError(tr("%1 takes --format text or json, not \"%2\"", {option, name}));
    }
    return name == "json";
}

/// An option that asks for something else than the answer.
struct TaskOption {
    const char* name;
    Task task;
    bool is_printed_in_formats = false;
};

constexpr auto kTaskOptions = std::to_array<TaskOption>({
    {"save", Task::Save},
    {"count", Task::Count},
    {"facet", Task::Facet, true},
    {"trend", Task::Trend, true},
    {"related", Task::Related, true},
    {"explain", Task::Explain},
    {"show", Task::ShowArticle, true},
    {"open", Task::Open},
    {"exec", Task::Execute},
    {"queries", Task::Batch, true},
    {"complete", Task::Complete},
    {"alerts", Task::Alerts, true},
});

/// Options that say more of a task.
constexpr auto kCompanions = std::to_array<std::pair<const char*, TaskOption>>({
    {"plot", {"trend", Task::Trend}},
    {"feeds", {"alerts", Task::Alerts}},
    {"mails", {"alerts", Task::Alerts}},
    {"mail-to", {"alerts", Task::Alerts}},
});

bool is_given(const po::variables_map& values, const char* name) {
    return values.count(name) != 0 && !values[name].defaulted();
}

/// The one option of a task that is given, or null; --open opens what --show would show.
const TaskOption* task_option(const po::variables_map& values) {
    const TaskOption* asked = nullptr;
    for (const TaskOption& one : kTaskOptions) {
        if (!is_given(values, one.name)) {
            continue;
        }
        const bool opens_shown =
            asked != nullptr && asked->task == Task::ShowArticle && one.task == Task::Open;
        if (asked != nullptr && !opens_shown) {
            throw UsageError(tr("--%1 and --%2 do not go together", {asked->name, one.name}));
        }
        asked = &one;
    }
    return asked;
}

/// Options that say more of a task stand with it alone.
void check_companions(const po::variables_map& values, const TaskOption* asked, Task task) {
    if (is_given(values, "cursor") && (asked != nullptr || is_given(values, "offset"))) {
        const char* const other = asked == nullptr ? "offset" : asked->name;
        throw UsageError(tr("--%1 and --%2 do not go together", {"cursor", other}));
    }
    for (const auto& [one, other] : kCompanions) {
        if (is_given(values, one) && task != other.task) {
            throw UsageError(tr("--%1 goes with --%2", {one, other.name}));
        }
    }
}

Task choose_task(const po::variables_map& values) {
    if (is_on(values, "help")) {
        return Task::Help;
    }
    if (is_on(values, "version")) {
        return Task::Version;
    }
    const TaskOption* const asked = task_option(values);
    Task task = asked == nullptr ? Task::Answer : asked->task;
    if (is_given(values, "article")) {
        if (task != Task::Explain) {
            throw UsageError(
                tr("--article goes with --explain"),
                tr("to see why an article is found or not: gisa-search --explain --article ID QUERY"
                )
            );
        }
        task = Task::ExplainArticle;
    }
    check_companions(values, asked, task);
    const bool has_words = is_given(values, "QUERY");
    if (task == Task::Batch && has_words) {
        throw UsageError(tr("a query and --queries do not go together"));
    }
    const bool needs_words = task != Task::Batch && task != Task::Complete && task != Task::Alerts
                             && !is_given(values, "show");
    if (needs_words && !has_words) {
        throw UsageError(tr("no query is given"));
    }
    const bool is_printed = asked == nullptr || asked->is_printed_in_formats;
    if (is_given(values, "format") && !is_printed && task != Task::ExplainArticle) {
        throw UsageError(tr("--format does not go with --%1", {asked->name}));
    }
    return task;
}

void read_alerts(const po::variables_map& values, AlertOptions& alerts) {
    for (const char* const other : {"sort", "offset", "exact", "time-limit"}) {
        if (is_given(values, other)) {
            throw UsageError(tr("--%1 and --%2 do not go together", {other, "alerts"}));
        }
    }
    alerts.feeds = text_or(values, "feeds", "");
    alerts.mails = text_or(values, "mails", "");
    alerts.mail_to = text_or(values, "mail-to", "");
    if (alerts.mails.empty() != alerts.mail_to.empty()) {
        throw UsageError(tr("--mails and --mail-to go together"));
    }
    if (!alerts.mail_to.empty() && !is_mail_address(alerts.mail_to)) {
        throw UsageError(tr("--mail-to takes addresses in ASCII, not \"%1\"", {alerts.mail_to}));
    }
    const bool is_written = !alerts.feeds.empty() || !alerts.mails.empty();
    alerts.printed = !is_written || is_given(values, "format");
}

const char* default_limit(Task task) {
    switch (task) {
        case Task::Facet:
        case Task::Related:
            return "20";
        case Task::Alerts:
            return "50";
        default:
            return "10";
    }
}

/// A lone "-" asks what standard input asks.
void read_dash(po::variables_map& values) {
    if (is_given(values, "QUERY")
        && values["QUERY"].as<std::vector<std::string>>() == std::vector<std::string>{"-"}) {
        values.erase("QUERY");
        values.insert({"queries", po::variable_value(std::string("-"), false)});
    }
}

bool are_files(const std::vector<std::string>& words) {
    return words.size() > 1 && std::all_of(words.begin(), words.end(), [](const std::string& word) {
               std::error_code failure;
               return std::filesystem::exists(word, failure);
           });
}

/// What the task alone has a use for.
void read_task(const po::variables_map& values, SearchOptions& options) {
    if (options.task == Task::Save) {
        options.saved_name = as_utf8(values["save"].as<std::string>());
    }
    if (options.task == Task::ExplainArticle) {
        options.article = as_utf8(values["article"].as<std::string>());
        options.as_json = is_json("--explain --article", text_or(values, "format", "text"));
    } else if (options.task == Task::ShowArticle) {
        options.article = as_utf8(values["show"].as<std::string>());
        options.as_json = is_json("--show", text_or(values, "format", "text"));
    } else if (options.task == Task::Open) {
        options.article = as_utf8(text_or(values, "show", ""));
    } else if (options.task == Task::Execute) {
        options.command = HitCommand(values["exec"].as<std::string>());
    } else if (options.task == Task::Related) {
        options.counts = parse_counts_format(text_or(values, "format", "text"));
    } else if (options.task == Task::Facet || options.task == Task::Trend) {
        options.counts = parse_counts_format(text_or(values, "format", "text"));
        if (options.task == Task::Facet) {
            options.facet = parse_facet_field(values["facet"].as<std::string>());
        } else {
            options.trend = parse_trend_period(values["trend"].as<std::string>());
            if (values.count("plot") != 0) {
                options.plot = parse_plot(values["plot"].as<std::string>());
            }
        }
    } else {
        options.format = &parse_format(text_or(values, "format", "text"));
    }
    if (options.task == Task::Alerts) {
        read_alerts(values, options.alerts);
    }
}

std::string joined(const std::vector<std::string>& words) {
    std::string query;
    for (std::size_t i = 0; i < words.size(); ++i) {
        query += (i == 0 ? "" : " ") + words[i];
    }
    return query;
}

void read_query(const po::variables_map& values, SearchOptions& options) {
    if (values.count("QUERY") == 0) {
        return;
    }
    const auto& words = values["QUERY"].as<std::vector<std::string>>();
    if (options.task == Task::Alerts) {
        std::transform(
            words.begin(), words.end(), std::back_inserter(options.alerts.names), as_utf8
        );
        return;
    }
    options.words_are_files = are_files(words);
    // Offsets in the answer's notices count from here on in text that is UTF-8 for certain.
    options.request.query = as_utf8(joined(words));
}
}  // namespace

SearchOptions parse_search_options(
    const std::vector<std::string>& arguments, const Environment& environment
) {
    const Grammar grammar = search_grammar();
    po::variables_map values = parse_arguments(arguments, grammar);
    read_dash(values);
    SearchOptions options;
    options.format = &formats().front();
    options.task = choose_task(values);
    if (options.task == Task::Help || options.task == Task::Version) {
        return options;
    }
    add_configuration(values, grammar, environment);
    options.archive = archive_location(text_or(values, "archive", ""), environment);
    options.dictionary = dictionary_location(text_or(values, "dictionary", ""), environment);
    read_task(values, options);
    read_layout(values, options);
    options.queries_file = text_or(values, "queries", "");
    options.colour = parse_when("--color", text_or(values, "color", "auto"));
    options.hyperlinks = parse_when("--hyperlink", text_or(values, "hyperlink", "auto"));
    options.paged = !is_on(values, "no-pager");
    if (is_on(values, "no-color")) {
        options.colour = When::Never;
    }
    options.request.limit =
        parse_count("--limit", text_or(values, "limit", default_limit(options.task)));
    options.request.first = parse_count("--offset", text_or(values, "offset", "0"));
    options.request.sort_by = parse_sort(text_or(values, "sort", "relevance"));
    options.request.cursor = text_or(values, "cursor", "");
    options.request.exact_count = is_on(values, "exact");
    options.request.time_limit = parse_time_limit(text_or(values, "time-limit", "0"));
    options.all = is_on(values, "all");
    if (options.task == Task::Count) {
        options.request.limit = 0;
        options.request.exact_count = true;
    }
    read_query(values, options);
    return options;
}

std::vector<std::string> search_option_names() {
    std::vector<std::string> names;
    const Grammar grammar = search_grammar();
    for (const auto& option : grammar.options.options()) {
        if (option->long_name() != "QUERY") {
            names.push_back(option->long_name());
        }
    }
    return names;
}
}  // namespace gisa::cli
