// SPDX-License-Identifier: GPL-2.0-or-later
// The two programs as scripts and people meet them: statuses, streams, formats.
#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <utility>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>
#include <unistd.h>

#include "common/cli/characters.h"
#include "tests/integration/cli_fixture.h"
#include "tests/integration/cli_test_program.h"
#include "tests/support/temp_dir.h"

namespace gisa {
namespace {
using nlohmann::json;
using test::ProgramCall;
using test::ProgramResult;
using testing::ContainsRegex;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::Gt;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Le;
using testing::MatchesRegex;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;
using Words = std::vector<std::string>;

constexpr int kSigpipeStatus = 128 + SIGPIPE;

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> result;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        result.push_back(line);
    }
    return result;
}

/// Fifteen articles about the budget, one of them about watermarks as well, and one in English that
/// tries to send commands to the terminal.
std::string sixteen_articles() {
    std::string text;
    for (int day = 1; day <= 15; ++day) {
        const std::string number = std::to_string(day);
        const std::string two_digits = (day < 10 ? "0" : "") + number;
        json article;
        article["id"] = "ko " + number;
        article["title"] = "국회, 내년 예산안 심의 " + number + "일째";
        article["body"] = day == 7 ? "인공지능 홍보물에 워터마크를 넣겠다는 서약도 나왔다."
                                   : "여야는 예산안을 두고 다시 만났다. 결론은 없었다.";
        article["date"] = "2024-05-" + two_digits + "T09:30:00";
        article["publisher"] = "도깨비일보";
        article["url"] = "https://example.org/" + number;
        text += article.dump() + "\n";
    }
    json english;
    english["id"] = "en-1";
    english["title"] = "Governor signs watermark pledge \x1b[2J";
    english["body"] = "The pledge binds every office of the province. Nobody objected.";
    english["date"] = "2024-06-01T00:00:00Z";
    return text + english.dump() + "\n";
}

class Cli : public test::CliFixture {
  protected:
    void add_sixteen_articles() {
        const ProgramResult added =
            index({"add", "--quiet", write("articles.jsonl", sixteen_articles())});
        ASSERT_EQ(added.status, 0) << added.errors;
    }
};

TEST_F(Cli, AddingReportsOnOneLine) {
    const ProgramResult added = index({"add", write("articles.jsonl", sixteen_articles())});

    EXPECT_EQ(added.status, 0);
    EXPECT_THAT(
        added.output, MatchesRegex("added 16, replaced 0, unchanged 0, rejected 0 in [0-9.]+ s.*\n")
    );
    EXPECT_THAT(added.errors, IsEmpty());
}

TEST_F(Cli, AddingTwiceChangesNothing) {
    add_sixteen_articles();

    const ProgramResult again = index({"add", "--report", "json", path("articles.jsonl")});

    EXPECT_EQ(again.status, 0);
    const json report = json::parse(again.output);
    EXPECT_EQ(report.at("added"), 0);
    EXPECT_EQ(report.at("unchanged"), 16);
    EXPECT_EQ(report.at("run"), 2);
}

TEST_F(Cli, QuietAddingPrintsNothing) {
    const ProgramResult added = index({"add", "-q", "-"}, sixteen_articles());

    EXPECT_EQ(added.status, 0);
    EXPECT_THAT(added.output + added.errors, IsEmpty());
}

TEST_F(Cli, ForeignFieldNamesAreMapped) {
    const std::string file = write(
        "foreign.jsonl",
        R"({"nr":"a","headline":"워터마크 서약","text":"본문","=":"x"})"
        "\n"
    );

    const ProgramResult added =
        index({"add", "--map", "nr=id", "--map=headline=title", "--map=text=body", file});

    EXPECT_EQ(added.status, 0) << added.errors;
    EXPECT_EQ(search({"--format", "ids", "워터마크"}).output, "a\n");
}

TEST_F(Cli, AnUnknownFieldOrFormatIsAnErrorAndMakesNoArchive) {
    const std::string file = write("articles.jsonl", sixteen_articles());

    EXPECT_EQ(index({"add", "--map", "headline=heading", file}).status, 2);
    EXPECT_EQ(index({"add", "--format", "clay tablets", file}).status, 2);
    EXPECT_FALSE(std::filesystem::exists(archive()));
}

TEST_F(Cli, RejectedRecordsAreNamedAndTheRestGoesOn) {
    const std::string file = write("night.jsonl", "{\"id\":\n" + sixteen_articles() + "[]\n");

    const ProgramResult added = index({"add", file});

    EXPECT_EQ(added.status, 65);
    EXPECT_THAT(added.output, HasSubstr("added 16, replaced 0, unchanged 0, rejected 2"));
    EXPECT_THAT(
        lines(added.errors),
        ElementsAre(HasSubstr("night.jsonl:1: "), HasSubstr("night.jsonl:18: "))
    );
    EXPECT_EQ(search({"--count", "예산안"}).output, "15\n");
}

TEST_F(Cli, MissingInputIsStatus66AndMakesNoArchive) {
    const ProgramResult added = index({"add", path("absent.jsonl")});

    EXPECT_EQ(added.status, 66);
    EXPECT_THAT(added.errors, HasSubstr("absent.jsonl"));
    EXPECT_THAT(added.output, IsEmpty());
    EXPECT_FALSE(std::filesystem::exists(archive()));
}

TEST_F(Cli, ALockedArchiveIsStatus75) {
    add_sixteen_articles();
    const int lock = open((archive() + "/lock").c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_GE(lock, 0);
    ASSERT_EQ(flock(lock, LOCK_EX), 0);

    const ProgramResult added = index({"add", path("articles.jsonl")});
    const ProgramResult removed = index({"remove", "en-1"});
    const ProgramResult found = search({"--count", "예산안"});
    const ProgramResult status = index({"status"});
    close(lock);

    EXPECT_EQ(added.status, 75);
    EXPECT_THAT(added.errors, HasSubstr(archive()));
    EXPECT_EQ(removed.status, 75);
    EXPECT_EQ(found.output, "15\n") << "readers do not wait for writers";
    EXPECT_EQ(status.status, 0);
}

TEST_F(Cli, AnArchiveThatCannotBeMadeIsAStorageError) {
    const std::string file = write("articles.jsonl", sixteen_articles());

    EXPECT_EQ(index({"--archive", "/proc/gisa", "add", file}).status, 74);
}

TEST_F(Cli, ADictionaryThatIsNoneIsStatus78) {
    const std::string file = write("articles.jsonl", sixteen_articles());

    const ProgramResult added = index({"--dictionary", path("nowhere"), "add", file});

    EXPECT_EQ(added.status, 78);
    EXPECT_THAT(added.errors, HasSubstr("nowhere"));
}

TEST_F(Cli, AMissingArchiveIsAnErrorWithAHint) {
    const std::vector<ProgramResult> results = {
        search({"예산"}), index({"status"}), index({"remove", "a"})};

    EXPECT_THAT(results, Each(Field(&ProgramResult::status, 2)));
    EXPECT_THAT(results, Each(Field(&ProgramResult::output, IsEmpty())));
    EXPECT_THAT(results, Each(Field(&ProgramResult::errors, HasSubstr(archive()))));
    EXPECT_THAT(results, Each(Field(&ProgramResult::errors, MatchesRegex(".+\n  .+\n"))));
    EXPECT_FALSE(std::filesystem::exists(archive())) << "looking must not make one";
}

TEST_F(Cli, AFolderThatIsNoArchiveIsAnError) {
    std::filesystem::create_directory(archive());
    const std::string letter = archive() + "/letter.txt";
    std::ofstream(letter) << "not an archive";

    EXPECT_EQ(search({"예산"}).status, 2);
    EXPECT_EQ(index({"status"}).status, 2);
    EXPECT_NE(index({"add", write("articles.jsonl", sixteen_articles())}).status, 0)
        << "somebody else's folder is left alone";
}

TEST_F(Cli, RemovedArticlesAreGoneAndRemovingTwiceIsNoError) {
    add_sixteen_articles();

    const ProgramResult first = index({"remove", "ko 7", "-"}, "ko 8\r\n\nnowhere\n");
    const ProgramResult second = index({"remove", "ko 7"});

    EXPECT_EQ(first.status, 0);
    EXPECT_THAT(first.output, HasSubstr("removed 2"));
    EXPECT_EQ(first.errors, "gisa-index: not in the archive: nowhere\n");
    EXPECT_EQ(second.status, 0);
    EXPECT_THAT(second.output, HasSubstr("removed 0"));
    EXPECT_EQ(search({"--count", "예산안"}).output, "13\n");
}

TEST_F(Cli, FoundIdsCanBeRemoved) {
    add_sixteen_articles();
    const ProgramResult found = search({"--format", "ids", "-n", "100", "예산안"});

    EXPECT_EQ(index({"remove", "--quiet", "-"}, found.output).status, 0);
    EXPECT_EQ(search({"예산안"}).status, 1);
}

TEST_F(Cli, TheStatusTellsWhatTheArchiveHolds) {
    add_sixteen_articles();

    const ProgramResult text = index({"status"});
    const json object = json::parse(index({"status", "--json"}).output);

    EXPECT_EQ(text.status, 0);
    EXPECT_THAT(text.output, HasSubstr("articles    16\n"));
    EXPECT_THAT(text.output, HasSubstr("도깨비일보"));
    EXPECT_EQ(object.at("articles"), 16);
    EXPECT_EQ(object.at("publishers").at(0).at("articles"), 15);
    EXPECT_EQ(object.at("runs").at(0).at("added"), 16);
}

TEST_F(Cli, JsonIsTheOnlyThingOnStandardOutput) {
    add_sixteen_articles();

    const ProgramResult found = search({"--format", "json", "워터마크", "서약"});

    EXPECT_EQ(found.status, 0);
    const json object = json::parse(found.output);
    EXPECT_EQ(object.at("query"), "워터마크 서약");
    const json& hit = object.at("hits").at(0);
    EXPECT_EQ(hit.at("id"), "ko 7");
    EXPECT_EQ(hit.at("published"), "2024-05-07T09:30:00+09:00");
    EXPECT_FALSE(hit.at("snippet_marks").empty());
}

TEST_F(Cli, PagesTogetherAreTheWholeList) {
    add_sixteen_articles();
    const auto page = [this](const char* sort, const char* limit, const char* offset) {
        const ProgramResult found =
            search({"--format", "ids", "--sort", sort, "-n", limit, "--offset", offset, "예산안"});
        return found.output;
    };

    for (const char* sort : {"relevance", "newest", "oldest"}) {
        std::string pages;
        for (const char* offset : {"0", "4", "8", "12"}) {
            pages += page(sort, "4", offset);
        }
        EXPECT_EQ(pages, page(sort, "100", "0")) << sort;
        EXPECT_THAT(lines(pages), SizeIs(15)) << sort;
    }
}

TEST_F(Cli, ResultsCanBeSortedByDate) {
    add_sixteen_articles();

    EXPECT_EQ(
        search({"--format", "ids", "--sort", "newest", "-n", "1", "예산안"}).output, "ko 15\n"
    );
    EXPECT_EQ(
        search({"--format", "ids", "--sort", "oldest", "-n", "1", "예산안"}).output, "ko 1\n"
    );
}

TEST_F(Cli, APageBehindTheLastHitIsEmptyAndStatus1) {
    add_sixteen_articles();

    const ProgramResult result = search({"--offset", "100", "예산안"});

    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.output, IsEmpty());
    EXPECT_THAT(result.errors, HasSubstr("nothing on this page"));
}

TEST_F(Cli, CountingPrintsTheNumberAlone) {
    add_sixteen_articles();

    EXPECT_EQ(search({"--count", "예산안"}).output, "15\n");
    const ProgramResult none = search({"--count", "코끼리"});
    EXPECT_EQ(none.output, "0\n");
    EXPECT_EQ(none.status, 1);
}

TEST_F(Cli, AWordCanBeLeftOut) {
    add_sixteen_articles();

    EXPECT_EQ(search({"--count", "예산안", "-워터마크"}).output, "14\n");
    EXPECT_EQ(search({"--count", "예산안", "--", "-워터마크"}).output, "14\n");
    EXPECT_EQ(search({"--count", "watermark", "--", "-pledge"}).status, 1);
}

TEST_F(Cli, NothingFoundIsStatus1AndSaysSo) {
    add_sixteen_articles();

    const ProgramResult text = search({"코끼리"});
    const ProgramResult object = search({"--format", "json", "코끼리"});
    const ProgramResult trec = search({"--format", "trec", "코끼리"});

    EXPECT_EQ(text.status, 1);
    EXPECT_THAT(text.output, IsEmpty());
    EXPECT_THAT(text.errors, HasSubstr("nothing found for 코끼리"));
    EXPECT_EQ(object.status, 1);
    EXPECT_TRUE(json::parse(object.output).at("hits").empty());
    EXPECT_EQ(trec.status, 1);
    EXPECT_THAT(trec.output, IsEmpty());
}

TEST_F(Cli, AnEmptyQueryFindsNothingAndNoQueryIsWrongUsage) {
    add_sixteen_articles();

    const ProgramResult empty = search({""});
    const ProgramResult none = search({});

    EXPECT_EQ(empty.status, 1);
    EXPECT_THAT(empty.errors, HasSubstr("nothing"));
    EXPECT_EQ(none.status, 2);
    EXPECT_THAT(none.errors, HasSubstr("no query is given"));
}

TEST_F(Cli, WhatIsOddInAQueryIsToldOnStandardError) {
    add_sixteen_articles();

    const ProgramResult result = search({"--format", "ids", "워터마크 AND"});

    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.output, "ko 7\n");
    EXPECT_THAT(result.errors, HasSubstr("note: AND "));
}

TEST_F(Cli, FileNamesInThePlaceOfAStarAreTold) {
    add_sixteen_articles();
    const std::string one = write("one", "");
    const std::string two = write("two", "");

    EXPECT_THAT(search({one, two}).errors, HasSubstr("'*' in quotes finds every article"));
    EXPECT_THAT(search({one, "서약"}).errors, Not(HasSubstr("'*'")));
    EXPECT_THAT(search({one}).errors, Not(HasSubstr("'*'"))) << "one may well be meant";
}

TEST_F(Cli, ABatchBecomesATrecRun) {
    add_sixteen_articles();
    const std::string queries = write(
        "queries.jsonl",
        "{\"id\":\"q1\",\"text\":\"예산안\"}\n"
        "{\"id\":\"q2\",\"text\":\"코끼리\"}\n"
        "{\"id\":3,\"text\":\"watermark pledge\"}\n"
    );

    const ProgramResult run = search({"--queries", queries, "--format", "trec", "-n", "3"});

    EXPECT_EQ(run.status, 0);
    EXPECT_THAT(
        lines(run.output),
        ElementsAre(
            MatchesRegex("q1 Q0 ko%20[0-9]+ 1 [0-9.]+ gisa"),
            MatchesRegex("q1 Q0 ko%20[0-9]+ 2 [0-9.]+ gisa"),
            MatchesRegex("q1 Q0 ko%20[0-9]+ 3 [0-9.]+ gisa"),
            MatchesRegex("3 Q0 en-1 1 [0-9.]+ gisa")
        )
    );
    EXPECT_THAT(run.errors, HasSubstr("3 queries, 1 without a hit"));
}

TEST_F(Cli, SortingATrecRunByItsScoresKeepsTheOrder) {
    add_sixteen_articles();

    const auto run = lines(search({"--format", "trec", "-n", "100", "예산안"}).output);

    std::vector<double> scores;
    for (const std::string& row : run) {
        const std::size_t tag = row.rfind(' ');
        scores.push_back(std::stod(row.substr(row.rfind(' ', tag - 1))));
    }
    EXPECT_THAT(scores, SizeIs(15));
    EXPECT_EQ(std::adjacent_find(scores.begin(), scores.end(), std::less_equal<>()), scores.end());
}

TEST_F(Cli, BrokenLinesOfABatchAreNamedAndTheRestGoesOn) {
    add_sixteen_articles();

    const ProgramResult run = search(
        {"--queries", "-", "--format", "ndjson", "-n", "1"},
        "{\"id\":\"a\",\"text\":\"워터마크\"}\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"예산안\"}\n"
    );

    EXPECT_EQ(run.status, 65);
    ASSERT_THAT(lines(run.output), SizeIs(2));
    EXPECT_EQ(json::parse(lines(run.output)[0]).at("query_id"), "a");
    EXPECT_EQ(json::parse(lines(run.output)[1]).at("query_id"), "c");
    EXPECT_THAT(run.errors, HasSubstr("-:2: \"text\" is no text\n"));
}

TEST_F(Cli, ABatchThatIsNotThereIsStatus66) {
    add_sixteen_articles();

    EXPECT_EQ(search({"--queries", path("absent.jsonl")}).status, 66);
}

TEST_F(Cli, AnExplanationHasThreeStages) {
    add_sixteen_articles();

    const ProgramResult result = search({"--explain", "워터마크 -서약"});

    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(
        result.output, ContainsRegex("^syntax\n[^\n]+\n\nplan\n(.|\n)+[^\n]\n\nengine\n[^\n]+")
    );
    EXPECT_THAT(result.output, HasSubstr("(words 워터마크 (not 서약))"));
}

TEST_F(Cli, WrongUsageIsStatus2AndPointsToTheHelp) {
    const std::vector<ProgramResult> results = {
        search({"--colour", "a"}),
        search({"-n", "many", "a"}),
        search({"-pledge"}),
        search({"--format", "xml", "a"}),
        index({}),
        index({"add"})};

    EXPECT_THAT(results, Each(Field(&ProgramResult::status, 2)));
    EXPECT_THAT(results, Each(Field(&ProgramResult::output, IsEmpty())));
    EXPECT_THAT(
        results, Each(Field(&ProgramResult::errors, MatchesRegex("gisa-[a-z]+: .+\n  .+gisa-.+\n")))
    );
    EXPECT_THAT(results.back().errors, HasSubstr("gisa-index help add"));
}

TEST_F(Cli, HelpAndVersionGoToStandardOutput) {
    const std::vector<ProgramResult> helps = {
        search({"--help"}), index({"--help"}), index({"help", "add"}), index({"add", "-h"})};

    EXPECT_THAT(helps, Each(Field(&ProgramResult::status, 0)));
    EXPECT_THAT(helps, Each(Field(&ProgramResult::output, StartsWith("Usage: gisa-"))));
    EXPECT_THAT(helps, Each(Field(&ProgramResult::errors, IsEmpty())));
    EXPECT_THAT(search({"--version"}).output, MatchesRegex("gisa-search [0-9.]+\n"));
    EXPECT_THAT(index({"-V"}).output, MatchesRegex("gisa-index [0-9.]+\n"));
}

TEST_F(Cli, AFullDiskIsAnOutputError) {
    add_sixteen_articles();

    const ProgramResult found =
        test::run_into(GISA_SEARCH_PROGRAM, call({"--format", "json", "예산안"}), "/dev/full");

    EXPECT_EQ(found.status, 74);
    EXPECT_THAT(found.errors, HasSubstr("cannot write to standard output"));
}

TEST_F(Cli, AReaderThatGoesAwayEndsTheSearchWithoutAWord) {
    add_sixteen_articles();

    const ProgramResult found =
        test::run_into_closed_pipe(GISA_SEARCH_PROGRAM, call({"--format", "json", "예산안"}));

    EXPECT_EQ(found.status, kSigpipeStatus);
    EXPECT_THAT(found.errors, IsEmpty());
}

TEST_F(Cli, ArticlesCannotSendCommandsToATerminal) {
    add_sixteen_articles();
    ProgramCall asked = call({"--color", "never", "watermark"});
    asked.environment.emplace_back("TERM=xterm");

    const ProgramResult found = test::run_on_terminal(GISA_SEARCH_PROGRAM, asked, 80);

    EXPECT_THAT(found.output, HasSubstr("Governor signs watermark pledge [2J"));
    EXPECT_THAT(found.output, Not(HasSubstr("\x1b")));
}

TEST_F(Cli, LinesFitTheTerminal) {
    add_sixteen_articles();
    ProgramCall asked = call({"--no-color", "예산안"});
    asked.environment.emplace_back("TERM=xterm");

    const ProgramResult found = test::run_on_terminal(GISA_SEARCH_PROGRAM, asked, 40);

    std::vector<std::size_t> widths;
    for (std::string line : lines(found.output)) {
        std::erase(line, '\r');
        if (line.find("--cursor") == std::string::npos) {
            widths.push_back(cli::cell_width(line));
        }
    }
    EXPECT_THAT(widths, SizeIs(Gt(30U)));
    EXPECT_THAT(widths, Each(Le(40U)));
}

TEST_F(Cli, NoticesAreBrokenAtSpacesOnATerminalAlone) {
    add_sixteen_articles();
    const Words words = {"date:2024-06..2024-05"};
    const std::string told =
        "note: “2024-06..2024-05” The dates run backwards, so they were swapped.";

    EXPECT_THAT(search(words).errors, HasSubstr(told + "\n"));
    const ProgramResult shown = test::run_on_terminal(GISA_SEARCH_PROGRAM, call(words), 40);
    EXPECT_THAT(
        shown.output,
        HasSubstr("note: “2024-06..2024-05” The dates run\r\n  backwards, so they were swapped.\r\n"
        )
    );
}

TEST_F(Cli, AnArticleIsShownWholeWithTheQueryMarked) {
    add(R"({"id":"a","title":"예산안 심의","body":"여야는 예산안을 두고 다퉜다.\n\n결론은 없었다.","url":"https://example.org/a"})"
    );

    const ProgramResult text = search({"--show", "a"});
    const ProgramResult marked = search({"--show", "a", "--format", "json", "예산안"});

    EXPECT_EQ(
        text.output,
        "예산안 심의\n\n여야는 예산안을 두고 다퉜다.\n\n결론은 없었다.\n\nhttps://example.org/a\n"
    );
    const json object = json::parse(marked.output);
    EXPECT_EQ(object.at("title_marks"), json::parse("[[0,9]]"));
    EXPECT_EQ(object.at("body_marks"), json::parse("[[10,19]]"));
}

TEST_F(Cli, AShownArticleIsSafeForATerminalAndFitsIt) {
    add(R"({"id":"a","title":"제목\u001b[2J","body":"아주 긴 문장이 여러 줄로 나뉘어야 하므로 낱말을 여러 개 늘어놓는다.\u0007"})"
    );
    ProgramCall asked = call({"--show", "a", "낱말"});
    asked.environment.emplace_back("TERM=xterm");

    const ProgramResult shown = test::run_on_terminal(GISA_SEARCH_PROGRAM, asked, 30);

    EXPECT_THAT(shown.output, HasSubstr("\x1b[1;31m낱말\x1b[0m을"));
    EXPECT_THAT(shown.output, Not(HasSubstr("\x1b[2J")));
    EXPECT_THAT(lines(shown.output), SizeIs(Gt(5U)));
}

TEST_F(Cli, AnArticleThatIsNotThereIsStatus1) {
    add(R"({"id":"a","title":"제목"})");

    const ProgramResult result = search({"--show", "b"});

    EXPECT_EQ(result.status, 1);
    EXPECT_THAT(result.output, IsEmpty());
    EXPECT_THAT(result.errors, HasSubstr("there is no article b"));
}

TEST_F(Cli, ACommandRunsForEachHitInItsOrder) {
    add_sixteen_articles();

    const ProgramResult result =
        search({"--sort", "oldest", "-n", "2", "--exec", "echo '{rank}: {}' {url}", "예산"});

    EXPECT_EQ(result.status, 0) << result.errors;
    EXPECT_EQ(result.output, "1: ko 1 https://example.org/1\n2: ko 2 https://example.org/2\n");
}

TEST_F(Cli, ACommandThatFailsIsNamedAndTheOthersFollow) {
    add_sixteen_articles();
    const std::string command = "sh -c 'echo $0; test \"$0\" != \"ko 1\"' {}";

    const ProgramResult result = search({"--sort", "oldest", "-n2", "--exec", command, "예산"});

    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.output, "ko 1\nko 2\n");
    EXPECT_EQ(result.errors, "gisa-search: sh ended with status 1 for article ko 1\n");
    EXPECT_EQ(search({"--exec", "echo", "없는말임"}).status, 1);
    EXPECT_THAT(
        search({"--exec", "/no/such/program", "예산"}).errors,
        HasSubstr("cannot start /no/such/program")
    );
}

TEST_F(Cli, TheFirstHitOpensInTheBrowser) {
    add_sixteen_articles();
    ProgramCall opening = call({"--open", "--sort", "oldest", "--offset", "2", "예산"});
    opening.environment.emplace_back("BROWSER=echo opened");

    const ProgramResult result = test::run_program(GISA_SEARCH_PROGRAM, opening);

    EXPECT_EQ(result.status, 0);
    EXPECT_EQ(result.output, "opened https://example.org/3\n");
    EXPECT_EQ(result.errors, "opening https://example.org/3\n");
}

TEST_F(Cli, AnArticleWithoutAWebAddressIsNotOpened) {
    add(R"({"id": "a", "title": "주소 없는 글", "body": "본문"})"
        "\n"
        R"({"id": "b", "title": "다른 주소", "body": "본문", "url": "file:///etc/passwd"})"
        "\n");

    EXPECT_EQ(search({"--open", "--show", "a"}).status, 2);
    EXPECT_THAT(search({"--open", "--show", "a"}).errors, HasSubstr("article a has no URL"));
    EXPECT_THAT(search({"--open", "다른"}).errors, HasSubstr("neither http nor https: file:"));
    EXPECT_EQ(search({"--open", "--show", "nobody"}).status, 1);
}

TEST_F(Cli, ALoneDashReadsQueriesFromStandardInput) {
    add_sixteen_articles();

    const ProgramResult result = search({"-n1", "--format", "ids", "-"}, "워터마크 서약\n");

    EXPECT_EQ(result.output, "ko 7\n");
}

TEST_F(Cli, ATerminalGetsAPagerUnlessItWantsNone) {
    add_sixteen_articles();
    ProgramCall asked = call({"--format", "text", "예산안"});
    asked.environment = {
        "GISA_ARCHIVE=" + archive(),
        "GISA_CONFIG=/dev/null",
        "TERM=xterm",
        "GISA_PAGER=sed 's/^/> /'",
    };
    const ProgramResult paged = test::run_on_terminal(GISA_SEARCH_PROGRAM, asked, 40);
    const ProgramResult piped = test::run_program(GISA_SEARCH_PROGRAM, asked);
    asked.arguments.emplace_back("--no-pager");
    const ProgramResult plain = test::run_on_terminal(GISA_SEARCH_PROGRAM, asked, 40);

    EXPECT_EQ(paged.status, 0);
    EXPECT_THAT(lines(paged.output), Each(testing::StartsWith("> ")));
    EXPECT_THAT(paged.output, HasSubstr("15 articles"));
    EXPECT_THAT(piped.output, Not(HasSubstr("> ")));
    EXPECT_THAT(plain.output, Not(HasSubstr("> ")));
}

TEST_F(Cli, ATerminalGetsColoursUnlessItWantsNone) {
    add_sixteen_articles();
    ProgramCall asked = call({"예산안"});
    asked.environment.emplace_back("TERM=xterm");
    const ProgramResult colour = test::run_on_terminal(GISA_SEARCH_PROGRAM, asked, 40);
    asked.environment.emplace_back("NO_COLOR=1");
    const ProgramResult mono = test::run_on_terminal(GISA_SEARCH_PROGRAM, asked, 40);

    EXPECT_THAT(colour.output, HasSubstr("\x1b[1;31m"));
    EXPECT_THAT(mono.output, HasSubstr("\x1b[1;4m"));
    EXPECT_THAT(mono.output, Not(HasSubstr("31m")));
}

TEST_F(Cli, ProgressIsShownOnATerminalAndErased) {
    ProgramCall asked = call({"add", write("articles.jsonl", sixteen_articles())});
    asked.environment.emplace_back("TERM=xterm");

    const ProgramResult added = test::run_on_terminal(GISA_INDEX_PROGRAM, asked, 80);

    EXPECT_EQ(added.status, 0);
    EXPECT_THAT(added.output, HasSubstr("reading"));
    EXPECT_THAT(added.output, ContainsRegex("\r\x1b\\[Kadded 16, "));
}
}  // namespace
}  // namespace gisa
