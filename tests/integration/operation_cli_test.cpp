// SPDX-License-Identifier: GPL-2.0-or-later
// What an operator's night hangs on: configuration, hooks, metrics, quiet runs, locks, signals.
#include <csignal>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/integration/cli_fixture.h"

namespace gisa {
namespace {
using nlohmann::json;
using test::ProgramCall;
using test::ProgramResult;
using testing::AnyOf;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr int kSigtermStatus = 128 + SIGTERM;

const char* const kTwoArticles =
    "{\"id\":\"a\",\"title\":\"국회, 예산안 심의\",\"body\":\"여야가 만났다.\"}\n"
    "{\"id\":\"b\",\"title\":\"국회, 예산안 의결\",\"body\":\"여야가 다시 만났다.\"}\n";

std::string content_of(const std::string& file) {
    std::ostringstream content;
    content << std::ifstream(file).rdbuf();
    return content.str();
}

class Operation : public test::CliFixture {
  protected:
    /// Without GISA_ARCHIVE, as a unit or a cron line calls it.
    [[nodiscard]] ProgramCall configured(Words arguments, const std::string& config) const {
        return {
            .arguments = std::move(arguments),
            .input = kTwoArticles,
            .environment = {"GISA_CONFIG=" + config},
        };
    }

    [[nodiscard]] ProgramResult index_with(Words arguments, const std::string& config) const {
        return run_program(GISA_INDEX_PROGRAM, configured(std::move(arguments), config));
    }

    /// The values of a metrics file by their names and labels, the archive's left out.
    [[nodiscard]] std::map<std::string, std::string> metrics(const std::string& file) const {
        std::map<std::string, std::string> values;
        std::istringstream lines(content_of(file));
        const std::string label = "archive=\"" + archive() + "\"";
        for (std::string line; std::getline(lines, line);) {
            if (!line.starts_with('#')) {
                const std::size_t space = line.rfind(' ');
                std::string name = line.substr(0, space);
                EXPECT_THAT(name, HasSubstr(label));
                name.erase(name.find(label), label.size());
                values[name] = line.substr(space + 1);
            }
        }
        return values;
    }
};

TEST_F(Operation, BothProgramsReadTheConfiguration) {
    const std::string config = write(
        "config", "archive = " + archive() + "\nreport = none\nwait = 5\nlimit = 1\ncolor = never\n"
    );

    const ProgramResult added = index_with({"add", "-"}, config);
    const ProgramResult found =
        run_program(GISA_SEARCH_PROGRAM, configured({"--format", "ids", "예산안"}, config));

    EXPECT_EQ(added.status, 0) << added.errors;
    EXPECT_THAT(added.output, IsEmpty());
    EXPECT_EQ(found.status, 0) << found.errors;
    EXPECT_EQ(found.output.size(), 2U) << "one hit: " << found.output;
}

TEST_F(Operation, AnOptionNamesTheConfigurationToo) {
    const std::string config = write("gisa.conf", "archive = " + archive() + "\n");

    EXPECT_EQ(index_with({"--config", config, "add", "-q", "-"}, "/no/where").status, 0);
    EXPECT_EQ(index_with({"status", "--config=" + config}, "/no/where").status, 0);
}

TEST_F(Operation, OnesOwnConfigurationIsFoundAndTheEnvironmentBeatsIt) {
    std::filesystem::create_directories(path("home/gisa"));
    write("home/gisa/config", "archive = " + path("other") + "\n");
    ProgramCall call = configured({"add", "-q", "-"}, "");
    call.environment = {"XDG_CONFIG_HOME=" + path("home")};
    EXPECT_EQ(run_program(GISA_INDEX_PROGRAM, call).status, 0);
    EXPECT_TRUE(std::filesystem::exists(path("other/catalog.sqlite")));

    call.environment.push_back("GISA_ARCHIVE=" + archive());
    EXPECT_EQ(run_program(GISA_INDEX_PROGRAM, call).status, 0);
    EXPECT_TRUE(std::filesystem::exists(archive() + "/catalog.sqlite"));
}

TEST_F(Operation, AWrongConfigurationIsStatus78AndNamesTheLine) {
    const std::string config = write("config", "# night\narchiv = /srv/news\n");

    const ProgramResult added = index_with({"add", "-"}, config);
    const ProgramResult found = run_program(GISA_SEARCH_PROGRAM, configured({"예산"}, config));
    const ProgramResult absent = index_with({"--config", path("none"), "status"}, config);

    EXPECT_EQ(added.status, 78);
    EXPECT_THAT(
        added.errors, HasSubstr("config:2: there is no key \"archiv\"\n  keys are archive")
    );
    EXPECT_EQ(found.status, 78);
    EXPECT_EQ(absent.status, 78);
    EXPECT_THAT(absent.errors, HasSubstr("cannot read the configuration " + path("none")));
}

TEST_F(Operation, HooksRunAroundARunAndKeepOutOfItsOutput) {
    const std::string told = path("told");

    const ProgramResult added = index(
        {"add",
         "--report",
         "json",
         "--pre-run",
         "echo before; cat; echo \"$GISA_COMMAND $GISA_ARCHIVE\" >" + told,
         "--post-run",
         "echo after; echo \"$GISA_RUN $GISA_STATUS\" >>" + told + "; echo \"$GISA_REPORT\" >>"
             + told,
         "-"},
        kTwoArticles
    );

    EXPECT_EQ(added.status, 0);
    EXPECT_EQ(json::parse(added.output).at("added"), 2) << "the hook did not eat the input";
    EXPECT_EQ(added.errors, "before\nafter\n");
    std::istringstream lines(content_of(told));
    std::string line;
    std::getline(lines, line);
    EXPECT_EQ(line, "add " + archive());
    std::getline(lines, line);
    EXPECT_EQ(line, "1 ok");
    std::getline(lines, line);
    EXPECT_EQ(json::parse(line).at("added"), 2);
    EXPECT_EQ(json::parse(line).at("status"), "ok");
}

TEST_F(Operation, AFailingPreRunKeepsTheRunFromBeginning) {
    const ProgramResult added = index(
        {"add", "--pre-run", "exit 7", "--post-run", "echo \"[$GISA_RUN] $GISA_STATUS\"", "-"},
        kTwoArticles
    );

    EXPECT_EQ(added.status, 2);
    EXPECT_THAT(added.output, IsEmpty());
    EXPECT_THAT(
        added.errors,
        HasSubstr("the pre-run command ended with status 7, so the run did not begin: exit 7")
    );
    EXPECT_THAT(added.errors, HasSubstr("[] failed\n"));
    EXPECT_FALSE(std::filesystem::exists(archive()));
}

TEST_F(Operation, APostRunIsToldOfFailures) {
    add(kTwoArticles);

    const ProgramResult added = index(
        {"add",
         "--max-rejected",
         "0",
         "--post-run",
         "echo \"$GISA_RUN $GISA_STATUS\"; echo \"$GISA_REPORT\" | grep -o 'more than 0 records'",
         "-"},
        "[]\n"
    );

    EXPECT_EQ(added.status, 65);
    EXPECT_THAT(added.errors, HasSubstr("2 failed\nmore than 0 records\n"));
}

TEST_F(Operation, AFailingPostRunIsAWarning) {
    const ProgramResult added = index({"add", "--post-run", "kill -9 $$", "-"}, kTwoArticles);

    EXPECT_EQ(added.status, 0);
    EXPECT_EQ(
        added.errors,
        "gisa-index: warning: the post-run command was ended by signal 9: kill -9 $$\n"
    );
}

TEST_F(Operation, AReportLongerThanAVariableIsShortened) {
    std::string broken;
    for (int i = 0; i < 20; ++i) {
        broken += "{\"id\": \"" + std::string(8'000, '\x01') + "\n";
    }

    const ProgramResult added = index(
        {"add", "--post-run", "echo \"$GISA_REPORT\" | grep -o 'rejected\":20'", "-"}, broken
    );

    EXPECT_EQ(added.status, 65);
    EXPECT_THAT(added.errors, HasSubstr("rejected\":20\n"));
    EXPECT_THAT(added.errors, Not(HasSubstr("warning")));
}

TEST_F(Operation, MetricsTellTheRunAndTheArchive) {
    const std::string file = path("gisa.prom");

    ASSERT_EQ(index({"add", "-q", "--metrics", file, "-"}, kTwoArticles).status, 0);

    const auto values = metrics(file);
    EXPECT_EQ(values.at("gisa_last_run_status{,status=\"ok\"}"), "1");
    EXPECT_EQ(values.at("gisa_last_run_records{,outcome=\"added\"}"), "2");
    EXPECT_EQ(values.at("gisa_articles{}"), "2");
    EXPECT_EQ(values.at("gisa_segments{}"), "1");
    EXPECT_EQ(
        values.at("gisa_last_run_timestamp_seconds{}"),
        values.at("gisa_last_success_timestamp_seconds{}")
    );
    EXPECT_THAT(
        content_of(file),
        HasSubstr("# HELP gisa_articles Articles that searchers see.\n# TYPE gisa_articles gauge\n")
    );
}

TEST_F(Operation, TheLastSuccessOutlivesFailures) {
    const std::string file = path("gisa.prom");
    ASSERT_EQ(index({"add", "-q", "--metrics", file, "-"}, kTwoArticles).status, 0);
    const auto good = metrics(file);

    EXPECT_EQ(index({"add", "--metrics", file, path("absent")}).status, 66);
    EXPECT_EQ(index({"add", "--metrics", file, path("absent")}).status, 66);

    const auto bad = metrics(file);
    EXPECT_EQ(bad.at("gisa_last_run_status{,status=\"failed\"}"), "1");
    EXPECT_EQ(bad.at("gisa_articles{}"), "2");
    EXPECT_EQ(
        bad.at("gisa_last_success_timestamp_seconds{}"),
        good.at("gisa_last_success_timestamp_seconds{}")
    );
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(path("."))) {
        files += entry.path().filename().string().starts_with("gisa.prom") ? 1 : 0;
    }
    EXPECT_EQ(files, 1U) << "no temporary file is left";
}

TEST_F(Operation, TheLastSuccessIsReadFromTheLogWhereThereIsNoFile) {
    add(kTwoArticles);
    const std::string file = path("gisa.prom");

    EXPECT_EQ(index({"add", "--metrics", file, path("absent")}).status, 66);

    EXPECT_EQ(metrics(file).count("gisa_last_success_timestamp_seconds{}"), 1U);
}

TEST_F(Operation, MetricsOfAnArchiveThatIsGoneTellTheRun) {
    const std::string file = path("gisa.prom");

    EXPECT_EQ(index({"merge", "--metrics", file}).status, 2);

    const auto values = metrics(file);
    EXPECT_EQ(values.at("gisa_last_run_status{,status=\"failed\"}"), "1");
    EXPECT_EQ(values.count("gisa_articles{}"), 0U);
}

TEST_F(Operation, MetricsThatCannotBeWrittenAreAWarning) {
    const ProgramResult added =
        index({"add", "-q", "--metrics", "/no/where/gisa.prom", "-"}, kTwoArticles);

    EXPECT_EQ(added.status, 0);
    EXPECT_THAT(added.errors, ContainsRegex("^gisa-index: warning: cannot write the metrics to"));
}

TEST_F(Operation, EveryWritingCommandCanBeQuiet) {
    const std::string words = write("words.txt", "윤슬빛나래\n");
    const std::vector<Words> commands = {
        {"add", "-q", write("news.jsonl", kTwoArticles)},
        {"add", "-q", path("news.jsonl")},
        {"retry", "-q"},
        {"dictionary", "set", "-q", words},
        {"dictionary", "clear", "-q"},
        {"merge", "-q"},
        {"merge", "--full", "-q"},
        {"rebuild", "-q"},
        {"remove", "-q", "a", "nobody"},
        {"takedown", "-q", "--reason", "court", "b", "nobody"},
        {"takedown", "-q", "--lift", "b", "somebody"},
        {"verify", "-q"},
        {"snapshot", "-q", path("copy")},
    };
    for (const Words& command : commands) {
        const ProgramResult done = index(command);
        EXPECT_EQ(done.status, 0) << command.front() << done.errors;
        EXPECT_EQ(done.output + done.errors, "") << command.front();
    }
}

TEST_F(Operation, QuietRunsTellErrorsAndRejectedRecords) {
    const ProgramResult rejected = index({"add", "-q", "-"}, "[]\n");
    const ProgramResult failed = index({"add", "-q", path("absent")});

    EXPECT_EQ(rejected.status, 65);
    EXPECT_THAT(rejected.errors, HasSubstr("-:1: "));
    EXPECT_EQ(failed.status, 66);
    EXPECT_THAT(failed.errors, HasSubstr("absent"));
}

TEST_F(Operation, ARunWaitsForAnother) {
    add(kTwoArticles);
    test::RunningProgram first(GISA_INDEX_PROGRAM, call({"add", "--report", "none", "-"}));
    std::string long_article = R"({"id":"c","title":"c","body":")" + std::string(300'000, 'x');
    ASSERT_TRUE(first.write(long_article));

    const ProgramResult impatient = index({"add", "-"}, kTwoArticles);
    const ProgramResult patient = index({"add", "--wait", "1", "-"}, kTwoArticles);
    test::RunningProgram second(
        GISA_INDEX_PROGRAM, call({"add", "--wait", "600", "--report", "none", "-"})
    );
    ASSERT_TRUE(second.write(kTwoArticles));
    ASSERT_TRUE(first.write("\"}\n"));

    EXPECT_EQ(impatient.status, 75);
    EXPECT_THAT(impatient.errors, HasSubstr("another run (process "));
    EXPECT_EQ(patient.status, 75);
    EXPECT_EQ(first.end().status, 0);
    EXPECT_EQ(second.end().status, 0);
}

/// An article of 20 kB.
std::string long_article(int number) {
    std::string body;
    for (int i = 0; i < 1'000; ++i) {
        body += "word" + std::to_string(number % 50) + " 예산안 ";
    }
    return R"({"id":")" + std::to_string(number) + R"(","title":"예산안","body":")" + body
           + "\"}\n";
}

TEST_F(Operation, ASignalEndsARunAndTheNextOneFinishesIt) {
    test::RunningProgram run(
        GISA_INDEX_PROGRAM,
        call({"add", "--post-run", "echo $GISA_RUN $GISA_STATUS", "--metrics", path("m.prom"), "-"})
    );
    int number = 0;
    while (number < 20) {
        ASSERT_TRUE(run.write(long_article(number++)));
    }
    run.signal(SIGTERM);
    // It stops at a record, so it gets some until it has.
    while (run.write(long_article(number++))) {
    }
    const ProgramResult stopped = run.end();

    EXPECT_EQ(stopped.status, kSigtermStatus);
    EXPECT_THAT(stopped.output, IsEmpty());
    EXPECT_THAT(stopped.errors, HasSubstr("1 interrupted\n"));
    EXPECT_EQ(metrics(path("m.prom")).at("gisa_last_run_status{,status=\"interrupted\"}"), "1");
    const json status = json::parse(index({"status", "--json"}).output);
    EXPECT_GT(status.at("pending"), 0) << "what was stored stays";
    EXPECT_EQ(status.at("articles"), 0);

    const ProgramResult next = index({"add", "--report", "json", "-"}, kTwoArticles);

    EXPECT_EQ(next.status, 0);
    EXPECT_EQ(json::parse(next.output).at("resumed"), status.at("pending"));
    EXPECT_EQ(search({"--count", "title:예산안"}).status, 0);
}

TEST_F(Operation, ASecondSignalEndsARunAtOnce) {
    test::RunningProgram run(GISA_INDEX_PROGRAM, call({"add", "-"}));
    for (int number = 0; number < 20; ++number) {
        ASSERT_TRUE(run.write(long_article(number)));
    }

    // It waits for a record that does not come. Two of one kind might be taken for one.
    run.signal(SIGTERM);
    run.signal(SIGINT);

    EXPECT_THAT(run.wait().status, AnyOf(128 + SIGINT, kSigtermStatus));
    EXPECT_EQ(index({"add", "-q", "-"}, kTwoArticles).status, 0) << "the next run goes on";
}
}  // namespace
}  // namespace gisa
