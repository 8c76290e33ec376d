// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/search_options.h"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/cli/arguments.h"
#include "common/cli/characters.h"

namespace gisa::cli {
namespace {
using testing::HasSubstr;
using Task = SearchOptions::Task;

std::optional<std::string> home_only(const char* name) {
    return std::string_view(name) == "HOME" ? std::optional<std::string>("/home/moran")
                                            : std::nullopt;
}

SearchOptions parse(const std::vector<std::string>& arguments) {
    return parse_search_options(arguments, home_only);
}

std::string complaint(const std::vector<std::string>& arguments) {
    try {
        static_cast<void>(parse(arguments));
    } catch (const UsageError& error) {
        return error.what();
    }
    return "no complaint";
}

TEST(SearchOptions, JoinsTheWordsOfTheQuery) {
    const SearchOptions options = parse({"워터마크", "서약"});

    EXPECT_EQ(options.task, Task::Answer);
    EXPECT_EQ(options.request.query, "워터마크 서약");
    EXPECT_EQ(options.request.limit, 10U);
    EXPECT_EQ(options.request.first, 0U);
    EXPECT_EQ(options.request.sort_by, SortBy::Relevance);
    EXPECT_EQ(options.format->name, "text");
    EXPECT_EQ(options.archive, "/home/moran/.local/share/gisa/archive");
}

TEST(SearchOptions, ReadsEveryOption) {
    const SearchOptions options = parse(
        {"--archive",
         "a",
         "--dictionary=d",
         "-n5",
         "--offset",
         "20",
         "--sort",
         "oldest",
         "--format",
         "trec",
         "--color",
         "always",
         "예산"}
    );

    EXPECT_EQ(options.archive, "a");
    EXPECT_EQ(options.dictionary, "d");
    EXPECT_EQ(options.request.limit, 5U);
    EXPECT_EQ(options.request.first, 20U);
    EXPECT_EQ(options.request.sort_by, SortBy::Oldest);
    EXPECT_EQ(options.format->name, "trec");
    EXPECT_EQ(options.colour, When::Always);
}

TEST(SearchOptions, StoriesAreFoldedUnlessAllIsAskedFor) {
    EXPECT_FALSE(parse({"예산"}).all);
    EXPECT_TRUE(parse({"--all", "예산"}).all);
}

TEST(SearchOptions, NoColorMeansNever) {
    EXPECT_EQ(parse({"--no-color", "예산"}).colour, When::Never);
}

TEST(SearchOptions, ChoosesFieldsInTheirOrder) {
    const SearchOptions options = parse({"--format", "csv", "--bom", "--fields", "url,id", "예산"});

    ASSERT_EQ(options.fields.size(), 2U);
    EXPECT_EQ(options.fields[0].name, "url");
    EXPECT_EQ(options.fields[1].name, "id");
    EXPECT_TRUE(options.byte_order_mark);
}

TEST(SearchOptions, CountsExactlyOnRequest) {
    EXPECT_FALSE(parse({"예산"}).request.exact_count);
    EXPECT_TRUE(parse({"--exact", "예산"}).request.exact_count);
}

TEST(SearchOptions, LayoutThatAFormatHasNoUseForIsRefused) {
    EXPECT_THAT(
        complaint({"--format", "ids", "--fields", "id", "예산"}),
        HasSubstr("json, ndjson, csv and tsv")
    );
    EXPECT_THAT(complaint({"--format", "json", "--bom", "예산"}), HasSubstr("csv and tsv"));
    EXPECT_THAT(
        complaint({"--format", "csv", "--fields", "id,titel", "예산"}), HasSubstr("\"titel\"")
    );
    EXPECT_THAT(
        complaint({"--format", "csv", "--fields", "id,", "예산"}), HasSubstr("knows no \"\"")
    );
}

TEST(SearchOptions, AnArticleCanBeShownWithAndWithoutAQuery) {
    EXPECT_EQ(parse({"--show", "ko-1"}).task, Task::ShowArticle);
    EXPECT_EQ(parse({"--show", "ko-1", "예산"}).request.query, "예산");
    EXPECT_THAT(complaint({"--show", "a", "--format", "csv"}), HasSubstr("text or json"));
    EXPECT_THAT(
        complaint({"--show", "a", "--count", "예산"}),
        HasSubstr("--count and --show do not go together")
    );
}

TEST(SearchOptions, TheFirstHitOrANamedArticleIsOpened) {
    EXPECT_EQ(parse({"--open", "예산"}).task, Task::Open);
    EXPECT_EQ(parse({"--open", "예산"}).article, "");
    EXPECT_EQ(parse({"--show", "ko-1", "--open"}).task, Task::Open);
    EXPECT_EQ(parse({"--open", "--show", "ko-1"}).article, "ko-1");
    EXPECT_EQ(complaint({"--open"}), "no query is given");
}

TEST(SearchOptions, AlertsAreOfNamedQueriesAndGoWhereTheyAreWanted) {
    const SearchOptions all = parse({"--alerts"});
    EXPECT_EQ(all.task, Task::Alerts);
    EXPECT_TRUE(all.alerts.names.empty());
    EXPECT_TRUE(all.alerts.printed);
    EXPECT_EQ(all.request.limit, 50U);
    EXPECT_EQ(parse({"--alerts", "예산", "tide"}).alerts.names.size(), 2U);
    EXPECT_EQ(parse({"--alerts", "예산", "tide"}).request.query, "");
    EXPECT_FALSE(parse({"--alerts", "--feeds", "f"}).alerts.printed);
    EXPECT_TRUE(parse({"--alerts", "--feeds", "f", "--format", "ids"}).alerts.printed);
    EXPECT_FALSE(parse({"--alerts", "--mails", "m", "--mail-to", "a@b.example"}).alerts.printed);
    EXPECT_THAT(complaint({"--alerts", "--mails", "m"}), HasSubstr("go together"));
    EXPECT_THAT(complaint({"--alerts", "--offset", "3"}), HasSubstr("--offset"));
    EXPECT_THAT(complaint({"--mails", "m", "예산"}), HasSubstr("goes with --alerts"));
    EXPECT_THAT(complaint({"--alerts", "--format", "atom"}), HasSubstr("--alerts"));
}

TEST(SearchOptions, APictureIsOneOfATrendAndAFile) {
    EXPECT_EQ(parse({"--trend", "month", "--plot", "t.svg", "예산"}).plot, "t.svg");
    EXPECT_EQ(parse({"--trend", "month", "예산"}).plot, "");
    EXPECT_EQ(complaint({"--plot", "t.svg", "예산"}), "--plot goes with --trend");
    EXPECT_EQ(complaint({"--facet", "year", "--plot", "f", "예산"}), "--plot goes with --trend");
    EXPECT_EQ(complaint({"--queries", "q", "--plot", "t.svg"}), "--plot goes with --trend");
    EXPECT_EQ(
        complaint({"--queries", "q", "--trend", "month", "--plot", "t.svg"}),
        "--trend and --queries do not go together"
    );
    for (const char* const none : {"-", "", "folder/"}) {
        EXPECT_THAT(
            complaint({"--trend", "month", "--plot", none, "예산"}), HasSubstr("name of a file")
        );
    }
}

TEST(SearchOptions, ACommandIsReadBeforeTheArchive) {
    EXPECT_EQ(parse({"--exec", "echo {url}", "예산"}).task, Task::Execute);
    EXPECT_THAT(complaint({"--exec", "echo {titel}", "예산"}), HasSubstr("{titel}"));
    EXPECT_THAT(complaint({"--exec", "echo", "--format", "csv", "예산"}), HasSubstr("--format"));
}

TEST(SearchOptions, ACursorGoesWithAnAnswerAndNoOffset) {
    EXPECT_EQ(parse({"--cursor", "AAcG", "예산"}).request.cursor, "AAcG");
    for (const char* const other : {"--offset=1", "--count", "--facet=year", "--queries=f"}) {
        EXPECT_THAT(complaint({"--cursor", "AAcG", other, "예산"}), HasSubstr("--cursor and"))
            << other;
    }
}

TEST(SearchOptions, ALoneDashAsksWhatStandardInputAsks) {
    EXPECT_EQ(parse({"-"}).task, Task::Batch);
    EXPECT_EQ(parse({"-"}).queries_file, "-");
    EXPECT_EQ(parse({"--format", "trec", "--", "-"}).queries_file, "-");
    EXPECT_EQ(parse({"서울", "-"}).request.query, "서울 -");
    EXPECT_THAT(complaint({"--count", "-"}), HasSubstr("--count and --queries"));
}

TEST(SearchOptions, ABatchCannotBeOneDocument) {
    EXPECT_THAT(
        complaint({"--format", "rss", "--queries", "f"}), HasSubstr("one document per query")
    );
}

TEST(SearchOptions, OnlyAVersionThatExistsCanBeAskedFor) {
    EXPECT_EQ(parse({"--format", "json", "--format-version", "1", "예산"}).format->name, "json");
    EXPECT_THAT(
        complaint({"--format", "json", "--format-version", "2", "예산"}), HasSubstr("no version 2")
    );
    EXPECT_THAT(
        complaint({"--format", "trec", "--format-version", "1", "예산"}),
        HasSubstr("json and ndjson")
    );
}

TEST(SearchOptions, KeepsWordsToLeaveOut) {
    EXPECT_EQ(parse({"워터마크", "-서약"}).request.query, "워터마크 -서약");
    EXPECT_EQ(parse({"korea", "--", "-north"}).request.query, "korea -north");
}

TEST(SearchOptions, AnEmptyQueryIsAQueryAndNoneIsNot) {
    EXPECT_EQ(parse({""}).task, Task::Answer);
    EXPECT_EQ(complaint({}), "no query is given");
}

TEST(SearchOptions, TheQueryBecomesUtf8) {
    EXPECT_EQ(parse({"\xC7\xD1"}).request.query, "\uFFFD\uFFFD");
}

TEST(SearchOptions, CountingNeedsNoHits) {
    const SearchOptions options = parse({"--count", "예산"});

    EXPECT_EQ(options.task, Task::Count);
    EXPECT_EQ(options.request.limit, 0U);
    EXPECT_TRUE(options.request.exact_count);
}

TEST(SearchOptions, HelpAndVersionNeedNeitherQueryNorArchive) {
    const Environment nothing = [](const char*) { return std::nullopt; };

    EXPECT_EQ(parse_search_options({"--help"}, nothing).task, Task::Help);
    EXPECT_EQ(parse_search_options({"-V"}, nothing).task, Task::Version);
}

TEST(SearchOptions, WhatDoesNotGoTogetherIsRefused) {
    EXPECT_THAT(complaint({"--queries", "f", "예산"}), HasSubstr("--queries"));
    EXPECT_THAT(complaint({"--queries", "f", "--count"}), HasSubstr("--count and --queries"));
    EXPECT_THAT(complaint({"--explain", "--count", "예산"}), HasSubstr("--count and --explain"));
    EXPECT_THAT(complaint({"--count", "--format", "json", "예산"}), HasSubstr("--format"));
}

TEST(SearchOptions, WrongValuesAreNamedWithTheRightOnes) {
    EXPECT_EQ(
        complaint({"--format", "xml", "예산"}),
        "--format takes one of text, json, ndjson, csv, tsv, trec, ids, text0, citation, bibtex, "
        "ris, csl-json, rss, atom, not \"xml\""
    );
    EXPECT_THAT(complaint({"--sort", "best", "예산"}), HasSubstr("relevance, newest or oldest"));
    EXPECT_THAT(complaint({"-n", "many", "예산"}), HasSubstr("--limit"));
    EXPECT_THAT(complaint({"--offset=-1", "예산"}), HasSubstr("--offset"));
}

TEST(SearchOptions, TheHelpFitsATerminalOfEightyColumns) {
    std::istringstream lines{std::string(search_help())};
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(cell_width(line), 80U) << line;
    }
}

TEST(SearchOptions, TheHelpKnowsEveryOption) {
    for (const std::string& name : search_option_names()) {
        EXPECT_THAT(search_help(), HasSubstr("--" + name));
    }
    for (const Format& format : formats()) {
        EXPECT_THAT(search_help(), HasSubstr(std::string(format.name)));
    }
}

TEST(SearchOptions, RelatedWordsAreTwentyUnlessAskedOtherwise) {
    const SearchOptions options = parse({"--related", "예산"});
    EXPECT_EQ(options.task, SearchOptions::Task::Related);
    EXPECT_EQ(options.request.limit, 20U);
    EXPECT_EQ(parse({"--related", "-n", "3", "예산"}).request.limit, 3U);
    EXPECT_EQ(
        complaint({"--related", "--count", "예산"}), "--count and --related do not go together"
    );
}

}  // namespace
}  // namespace gisa::cli
