// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/search_program.h"

#include <chrono>
#include <iostream>
#include <optional>
#include <string_view>
#include <system_error>
#include <variant>

#include <unistd.h>

#include <gisa/error.h>

#include "common/cli/figures.h"
#include "common/cli/layout.h"
#include "common/cli/version.h"
#include "common/cli/whole_file.h"
#include "common/messages/tr.h"
#include "searcher/cli/alerts.h"
#include "searcher/cli/article_report.h"
#include "searcher/cli/explanation_report.h"
#include "searcher/cli/hit_actions.h"
#include "searcher/cli/pager.h"
#include "searcher/cli/query_completion.h"
#include "searcher/cli/query_file.h"
#include "searcher/cli/remarks.h"
#include "searcher/cli/saved_queries.h"
#include "searcher/cli/search_options.h"
#include "searcher/cli/trend_plot.h"

namespace gisa::cli {
namespace {
using Clock = std::chrono::steady_clock;

/// Whether links go out: like colours, so that --no-color asks for no escape sequence at all.
bool wants_hyperlinks(const SearchOptions& options, const Terminal& terminal) {
    if (options.hyperlinks != When::Auto) {
        return options.hyperlinks == When::Always;
    }
    return options.colour != When::Never && can_rewrite_lines(terminal, process_environment);
}

Page page_of_standard_output(const SearchOptions& options) {
    const Terminal terminal = look_at_terminal(STDOUT_FILENO, process_environment);
    return {
        .width = terminal.width,
        .emphasis = choose_emphasis(options.colour, terminal, process_environment),
        .hyperlinks = wants_hyperlinks(options, terminal),
        .fields = options.fields,
        .byte_order_mark = options.byte_order_mark,
        .accessed = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()),
    };
}

/// Whoever reads on a screen reads with a pager; empty for everybody else.
std::string wanted_pager(const SearchOptions& options) {
    const bool is_text = options.format == &formats().front();
    const Terminal terminal = look_at_terminal(STDOUT_FILENO, process_environment);
    return options.paged && is_text && can_rewrite_lines(terminal, process_environment)
               ? pager_command(process_environment)
               : "";
}

/// To standard error, which people read on a terminal and programs line by line.
void tell(const std::string& remarks) {
    const Terminal terminal = look_at_terminal(STDERR_FILENO, process_environment);
    std::cerr << (terminal.is_terminal ? laid_out(remarks, terminal.width) : remarks);
}

ExitStatus found_something(bool found) {
    return found ? ExitStatus::Ok : ExitStatus::NothingFound;
}

/// The request as the format wants it answered.
SearchRequest request_for(const SearchOptions& options, const Page& page) {
    const Format& format = *options.format;
    SearchRequest request = options.request;
    request.snippet_cells = format.snippet_cells(page);
    request.fold = !options.all && format.tells_copies != nullptr && format.tells_copies(page);
    return request;
}

Answer ask(Searcher& searcher, const SearchRequest& request, const std::string& query_id) {
    return {
        .query_id = query_id,
        .query = request.query,
        .response = searcher.search(request),
    };
}

ExitStatus print_count(Searcher& searcher, SearchRequest request) {
    request.suggest = false;
    const Answer answer = ask(searcher, request, "");
    tell(notice_remarks(answer));
    if (answer.response.partial) {
        // What is not the exact number must not get into anybody's table.
        std::cerr << counted_remark(answer.response.total.at_least, true);
        return ExitStatus::Failed;
    }
    std::cout << answer.response.total.estimate << '\n';
    return found_something(answer.response.total.estimate > 0);
}

/// A stage of the explanation, without the line ends it may come with.
std::string stage(std::string_view name, std::string_view text) {
    const std::string_view trimmed = text.substr(0, text.find_last_not_of('\n') + 1);
    return std::string(name) + "\n" + printable_lines(trimmed) + "\n";
}

/// The notices of what is no list of hits, for notice_remarks().
Answer remarks_on(const SearchRequest& request, std::vector<QueryNotice> notices) {
    Answer answer;
    answer.query = request.query;
    answer.response.notices = std::move(notices);
    return answer;
}

ExitStatus print_explanation(Searcher& searcher, const SearchRequest& request) {
    const Explanation explanation = searcher.explain(request);
    tell(notice_remarks(remarks_on(request, explanation.notices)));
    std::cout << stage("syntax", explanation.syntax) << '\n'
              << stage("plan", explanation.plan) << '\n'
              << stage("engine", explanation.engine);
    return ExitStatus::Ok;
}

ExitStatus print_article_explanation(Searcher& searcher, const SearchOptions& options) {
    const ArticleExplanation told = searcher.explain_article(options.request, options.article);
    tell(notice_remarks(remarks_on(options.request, searcher.explain(options.request).notices)));
    const std::size_t width = page_of_standard_output(options).width;
    std::cout << (options.as_json ? explanation_json(told) : explanation_text(told, width));
    return found_something(told.matches || told.rank > 0);
}

ExitStatus print_facet(Searcher& searcher, const SearchOptions& options) {
    FacetCounts facet = searcher.facet(options.request, options.facet, options.request.limit);
    tell(notice_remarks(remarks_on(options.request, std::move(facet.notices))));
    if (options.counts == CountsFormat::Text) {
        std::cerr << counted_remark(facet.articles, facet.partial);
    }
    const Page page = page_of_standard_output(options);
    std::cout << facet_report(facet, options.counts, page.width);
    if (facet.more_values > 0) {
        std::cerr << tr_n(
            "and %1 more value (--limit)",
            "and %1 more values (--limit)",
            facet.more_values,
            {grouped(facet.more_values)}
        ) << '\n';
    }
    return found_something(facet.articles > 0);
}

ExitStatus print_related(Searcher& searcher, const SearchOptions& options) {
    RelatedWords related = searcher.related_words(options.request, options.request.limit);
    tell(notice_remarks(remarks_on(options.request, std::move(related.notices))));
    if (options.counts == CountsFormat::Text) {
        std::cerr << tr_n(
            "of the best %1 story",
            "of the best %1 stories",
            related.stories,
            {grouped(related.stories)}
        ) << '\n';
    }
    const Page page = page_of_standard_output(options);
    std::cout << related_report(related, options.counts, page.width);
    return found_something(related.stories > 0);
}

/// The archive is opened only when a value of it is wanted.
ExitStatus print_completions(const SearchOptions& options, const SavedQueryFolders& saved) {
    const auto values = [&options](FacetField field) {
        constexpr std::size_t kMost = 10'000;
        Searcher searcher(options.archive, {.dictionary = options.dictionary});
        FacetCounts counts = searcher.facet({.query = "*"}, field, kMost);
        std::vector<std::string> listed;
        for (FacetValue& one : counts.values) {
            listed.push_back(std::move(one.value));
        }
        return listed;
    };
    const auto completions =
        query_completions(options.request.query, {values, [&saved] { return saved.names(); }});
    for (const std::string& completion : completions) {
        std::cout << completion << '\n';
    }
    return found_something(!completions.empty());
}

/// Only a file is replaced, never a device or what a link leads to.
void write_plot(const std::filesystem::path& file, std::string_view picture) {
    std::error_code failure;
    const auto there = std::filesystem::symlink_status(file, failure);
    if (std::filesystem::exists(there) && !std::filesystem::is_regular_file(there)) {
        throw Error(
            ErrorCode::StorageFailed,
            tr("cannot write %1: it is there, and is no file", {file.string()}),
            tr("name another file")
        );
    }
    replace_file(file, picture);
}

/// The picture is there before a pager waits for its reader.
ExitStatus print_trend(Searcher& searcher, const SearchOptions& options) {
    Trend trend = searcher.trend(options.request, options.trend);
    tell(notice_remarks(remarks_on(options.request, std::move(trend.notices))));
    if (!options.plot.empty()) {
        write_plot(options.plot, trend_plot(trend, options.trend, options.request.query));
    }
    if (options.counts == CountsFormat::Text) {
        std::cerr << counted_remark(trend.articles, trend.partial);
    }
    const Page page = page_of_standard_output(options);
    const Pager pager(options.counts == CountsFormat::Text ? wanted_pager(options) : "");
    std::cout << trend_report(trend, options.counts, page.width);
    return found_something(trend.articles > 0);
}

/// Another query is answered only where that can be told: a list of ids may be what somebody removes.
bool can_tell_suggestions(const SearchOptions& options) {
    return options.format == &formats().front() || options.format->name == "json";
}

/// The answer that something else is done with than printing it.
Answer ask_quietly(Searcher& searcher, SearchRequest request) {
    request.suggest = false;
    Answer answer = ask(searcher, request, "");
    tell((answer.response.hits.empty() ? nothing_remark(answer) : "") + notice_remarks(answer));
    return answer;
}

ExitStatus execute(Searcher& searcher, const SearchOptions& options) {
    SearchRequest request = options.request;
    request.snippet_cells = options.command.needs_snippet() ? request.snippet_cells : 0;
    return run_for_hits(options.command, ask_quietly(searcher, request));
}

ExitStatus open_first(Searcher& searcher, const SearchOptions& options) {
    SearchRequest request = options.request;
    request.limit = 1;
    request.snippet_cells = 0;
    const Answer answer = ask_quietly(searcher, request);
    if (answer.response.hits.empty()) {
        return ExitStatus::NothingFound;
    }
    const Hit& first = answer.response.hits.front();
    open_article(first.id, first.url, process_environment);
    return ExitStatus::Ok;
}

ExitStatus tell_missing(const std::string& article) {
    std::cerr << tr("there is no article %1", {printable(article)}) << '\n';
    return ExitStatus::NothingFound;
}

ExitStatus open_named(Searcher& searcher, const std::string& id) {
    const std::optional<Article> found = searcher.article(id);
    if (!found) {
        return tell_missing(id);
    }
    open_article(found->id, found->url, process_environment);
    return ExitStatus::Ok;
}

ExitStatus print_article(Searcher& searcher, const SearchOptions& options) {
    const auto found = searcher.marked_article(options.request, options.article);
    if (!found) {
        return tell_missing(options.article);
    }
    const Page page = page_of_standard_output(options);
    const Pager pager(options.as_json ? "" : wanted_pager(options));
    std::cout << (options.as_json ? article_json(*found) : article_text(*found, page));
    return ExitStatus::Ok;
}

ExitStatus print_answer(Searcher& searcher, const SearchOptions& options) {
    const Page page = page_of_standard_output(options);
    SearchRequest request = request_for(options, page);
    request.suggest = can_tell_suggestions(options);
    const auto begin = Clock::now();
    const Answer answer = ask(searcher, request, "");
    const auto search_time = Clock::now() - begin;

    const bool only_counts = request.limit == 0;
    const bool found =
        !answer.response.hits.empty() || (only_counts && answer.response.total.estimate > 0);
    const Pager pager(found ? wanted_pager(options) : "");
    if (!found) {
        tell(nothing_remark(answer));
    } else if (only_counts || options.format == &formats().front()) {
        tell(count_remark(answer, search_time));
    }
    tell(
        (options.words_are_files ? files_remark() : "") + notice_remarks(answer)
        + suggestion_remarks(answer)
    );
    options.format->make_printer(std::cout, page)->print(answer);
    return found_something(found);
}

/// Answers query by query, so that memory does not grow with the file and a program that writes to
/// our standard input can wait for each answer.
ExitStatus print_batch(Searcher& searcher, const SearchOptions& options) {
    const auto begin = Clock::now();
    const Page page = page_of_standard_output(options);
    const auto printer = options.format->make_printer(std::cout, page);
    SearchRequest request = request_for(options, page);
    request.suggest = false;
    QueryFile file(options.queries_file);
    BatchTally tally;
    for (;;) {
        const QueryOutcome outcome = file.next();
        if (const auto* query = std::get_if<BatchQuery>(&outcome)) {
            request.query = query->text;
            const Answer answer = ask(searcher, request, query->id);
            printer->print(answer);
            std::cout.flush();
            ++tally.answered;
            tally.without_hits += answer.response.hits.empty() ? 1 : 0;
            tally.with_notices += answer.response.notices.empty() ? 0 : 1;
        } else if (const auto* broken = std::get_if<BrokenLine>(&outcome)) {
            ++tally.broken_lines;
            tell(broken_line_remark(file.path(), *broken));
        } else {
            break;
        }
    }
    tell(batch_remark(tally, Clock::now() - begin));
    if (tally.broken_lines > 0) {
        return ExitStatus::InputRejected;
    }
    return found_something(tally.without_hits < tally.answered);
}
}  // namespace

ExitStatus search_program(const std::vector<std::string>& arguments) {
    SearchOptions options = parse_search_options(arguments, process_environment);
    if (options.task == SearchOptions::Task::Help) {
        std::cout << search_help();
        return ExitStatus::Ok;
    }
    if (options.task == SearchOptions::Task::Version) {
        std::cout << version_line("gisa-search");
        return ExitStatus::Ok;
    }
    const SavedQueryFolders saved(process_environment);
    if (options.task == SearchOptions::Task::Save) {
        const std::optional<std::string> former = saved.find(options.saved_name);
        saved.save(options.saved_name, options.request.query);
        if (former && *former != options.request.query) {
            std::cerr << tr("it takes the place of: %1", {printable(*former)}) << '\n';
        }
        return ExitStatus::Ok;
    }
    if (options.task == SearchOptions::Task::Complete) {
        return print_completions(options, saved);
    }
    options.request.saved_query = [&saved](std::string_view name) { return saved.find(name); };
    Searcher searcher(options.archive, {.dictionary = options.dictionary});
    switch (options.task) {
        case SearchOptions::Task::Count:
            return print_count(searcher, options.request);
        case SearchOptions::Task::Facet:
            return print_facet(searcher, options);
        case SearchOptions::Task::Related:
            return print_related(searcher, options);
        case SearchOptions::Task::Trend:
            return print_trend(searcher, options);
        case SearchOptions::Task::Explain:
            return print_explanation(searcher, options.request);
        case SearchOptions::Task::ExplainArticle:
            return print_article_explanation(searcher, options);
        case SearchOptions::Task::ShowArticle:
            return print_article(searcher, options);
        case SearchOptions::Task::Open:
            return options.article.empty() ? open_first(searcher, options)
                                           : open_named(searcher, options.article);
        case SearchOptions::Task::Execute:
            return execute(searcher, options);
        case SearchOptions::Task::Batch:
            return print_batch(searcher, options);
        case SearchOptions::Task::Alerts:
            return tell_alerts(
                searcher, options, page_of_standard_output(options), saved, process_environment
            );
        default:
            return print_answer(searcher, options);
    }
}
}  // namespace gisa::cli
