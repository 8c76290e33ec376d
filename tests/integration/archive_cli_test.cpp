// SPDX-License-Identifier: GPL-2.0-or-later
// An archive's care through the programs: merge, rebuild, verify, snapshot, takedown, log, retry.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "common/cli/characters.h"
#include "tests/integration/cli_fixture.h"

namespace gisa {
namespace {
using nlohmann::json;
using test::ProgramCall;
using test::ProgramResult;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Le;
using testing::MatchesRegex;
using testing::Not;
using testing::StartsWith;

std::string article(
    const std::string& id, const std::string& title, const std::string& body = "여야가 만났다."
) {
    json object;
    object["id"] = id;
    object["title"] = title;
    object["body"] = body;
    object["date"] = "2024-05-01T09:30:00";
    object["publisher"] = "도깨비일보";
    return object.dump() + "\n";
}

class ArchiveCli : public test::CliFixture {
  protected:
    /// Three nights, a segment each.
    void add_three_nights() const {
        for (const char* night : {"1", "2", "3"}) {
            const ProgramResult added = index(
                {"add", "--quiet", "--no-merge", "-"},
                article(std::string("a") + night, std::string("예산안 심의 ") + night)
                    + article(std::string("b") + night, std::string("워터마크 서약 ") + night)
            );
            ASSERT_EQ(added.status, 0) << added.errors;
        }
    }

    [[nodiscard]] json status() const { return json::parse(index({"status", "--json"}).output); }

    [[nodiscard]] std::string a_postings_file() const {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(archive() + "/segments")) {
            if (entry.is_regular_file() && entry.path().filename() != "lexicon") {
                return entry.path();
            }
        }
        return "";
    }

    void damage_a_segment() const {
        std::fstream file(a_postings_file(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(100);
        file << "not what was written";
    }
};

TEST_F(ArchiveCli, MergingMakesOneSegment) {
    add_three_nights();
    ASSERT_EQ(status().at("segments").size(), 3U);
    ASSERT_EQ(index({"remove", "-q", "--no-merge", "b2"}).status, 0);

    const ProgramResult merged = index({"merge", "--full"});

    EXPECT_EQ(merged.status, 0) << merged.errors;
    EXPECT_THAT(
        merged.output,
        MatchesRegex(
            "merged 3 segments, 1 left: wrote 5 articles, [0-9.]+ kB, purged 1 hidden version "
            "in [0-9.]+ s\n"
        )
    );
    EXPECT_EQ(status().at("segments").size(), 1U);
    EXPECT_EQ(search({"--count", "예산안"}).output, "3\n");
    EXPECT_THAT(index({"merge", "--full"}).output, StartsWith("nothing to merge, 1 segment in "));
}

TEST_F(ArchiveCli, MergingReportsInJsonToo) {
    add_three_nights();

    const json report = json::parse(index({"merge", "--report", "json"}).output);

    EXPECT_EQ(report.at("merge").at("segments"), status().at("segments").size());
    EXPECT_EQ(status().at("runs").at(0).at("command"), "merge");
}

TEST_F(ArchiveCli, RebuildingMendsADamagedSegment) {
    add_three_nights();
    damage_a_segment();
    ASSERT_EQ(index({"verify", "-q"}).status, 2);

    const ProgramResult rebuilt = index({"rebuild"});

    EXPECT_EQ(rebuilt.status, 0) << rebuilt.errors;
    EXPECT_THAT(
        rebuilt.output, MatchesRegex("rebuilt 1 segment: 6 articles, [0-9.]+ kB in [0-9.]+ s\n")
    );
    EXPECT_EQ(index({"verify", "-q"}).status, 0);
    EXPECT_EQ(search({"--count", "예산안"}).output, "3\n");
}

TEST_F(ArchiveCli, ASoundArchiveIsVerified) {
    add_three_nights();

    const ProgramResult text = index({"verify"});
    const json object = json::parse(index({"verify", "--json", "--sample", "1"}).output);

    EXPECT_EQ(text.status, 0);
    EXPECT_THAT(
        text.output,
        MatchesRegex("sound: 6 articles in 3 segments, 6 looked at word by word \\([0-9.]+ s\\)\n")
    );
    EXPECT_EQ(object.at("sound"), true);
    EXPECT_EQ(object.at("articles"), 6);
    EXPECT_THAT(object.at("problems"), IsEmpty());
}

TEST_F(ArchiveCli, DamageIsNamedWithItsRemedyAndStatus2) {
    add_three_nights();
    damage_a_segment();

    const ProgramResult text = index({"verify"});
    const ProgramResult quiet = index({"verify", "--quiet"});
    const ProgramResult object = index({"verify", "--json"});

    EXPECT_EQ(text.status, 2);
    EXPECT_THAT(text.output, StartsWith("damage: "));
    EXPECT_THAT(text.output, HasSubstr("has not the bytes that were written\n  make the segments"));
    EXPECT_THAT(text.output, HasSubstr("\ndamaged: 6 articles in 3 segments"));
    EXPECT_EQ(quiet.status, 2);
    EXPECT_THAT(quiet.output, HasSubstr("damage: "));
    EXPECT_EQ(object.status, 2);
    EXPECT_EQ(json::parse(object.output).at("sound"), false);
    EXPECT_EQ(json::parse(object.output).at("problems").at(0).at("is_damage"), true);
}

TEST_F(ArchiveCli, ASnapshotIsAnArchive) {
    add_three_nights();
    const std::string copy = path("copies/monday/");
    std::filesystem::create_directory(path("copies"));

    const ProgramResult taken = index({"snapshot", copy});

    EXPECT_EQ(taken.status, 0) << taken.errors;
    EXPECT_THAT(taken.output, MatchesRegex("copied [0-9.]+ kB to .*copies/monday/\n"));
    EXPECT_EQ(search({"--archive", copy, "--count", "예산안"}).output, "3\n");
    EXPECT_EQ(index({"--archive", copy, "verify", "-q"}).status, 0);
    EXPECT_EQ(index({"--archive", copy, "add", "-q", "-"}, article("c", "예산안")).status, 0);
    EXPECT_EQ(search({"--count", "예산안"}).output, "3\n") << "the original is another one";

    const ProgramResult again = index({"snapshot", copy});
    EXPECT_EQ(again.status, 2);
    EXPECT_THAT(again.errors, HasSubstr("is there already"));
}

TEST_F(ArchiveCli, WhatIsTakenDownStaysAwayUntilItIsLifted) {
    add_three_nights();

    const ProgramResult taken =
        index({"takedown", "--reason", "법원 결정 2024카합1", "a1", "nobody"});
    const ProgramResult added = index({"add", "-"}, article("a1", "예산안 심의 1"));
    const ProgramResult log = index({"log", "a1"});

    EXPECT_EQ(taken.status, 0);
    EXPECT_THAT(taken.output, StartsWith("taken down 1, purged 1 hidden version in "));
    EXPECT_EQ(taken.errors, "gisa-index: not in the archive, and may not come into it: nobody\n");
    EXPECT_THAT(added.output, HasSubstr("taken down before 1"));
    EXPECT_EQ(search({"--count", "예산안"}).output, "2\n");
    EXPECT_EQ(log.status, 0);
    EXPECT_THAT(log.output, MatchesRegex("taken down by run 4, .*: 법원 결정 2024카합1\n"));
    EXPECT_EQ(status().at("taken_down"), 2);

    const ProgramResult lifted = index({"takedown", "--lift", "a1", "b1"});
    EXPECT_EQ(lifted.status, 0);
    EXPECT_THAT(lifted.output, StartsWith("lifted 1 "));
    EXPECT_EQ(lifted.errors, "gisa-index: was not taken down: b1\n");
    EXPECT_EQ(index({"add", "-q", "-"}, article("a1", "예산안 심의 1")).status, 0);
    EXPECT_EQ(search({"--count", "예산안"}).output, "3\n");
}

TEST_F(ArchiveCli, ATakedownNeedsAReason) {
    add_three_nights();

    EXPECT_EQ(index({"takedown", "a1"}).status, 2);
    EXPECT_EQ(index({"takedown", "--lift", "--reason", "x", "a1"}).status, 2);
    EXPECT_EQ(search({"--count", "예산안"}).output, "3\n");
}

TEST_F(ArchiveCli, TheLogShowsVersionsAndWhatChanged) {
    add(article("a", "14개 기업 서약", "첫 문단이다.\n\n둘째 문단이다."));
    add(article("a", "16개 기업 서약", "첫 문단이다.\n\n둘째 문단이 바뀌었다."));
    ASSERT_EQ(index({"remove", "-q", "a"}).status, 0);

    const ProgramResult log = index({"log", "a"});
    const ProgramResult text = index({"log", "--text", "a"});
    const json object = json::parse(index({"log", "--json", "a"}).output);

    EXPECT_EQ(log.status, 0);
    EXPECT_THAT(log.output, HasSubstr("[-14개-] {+16개+} 기업 서약\n"));
    EXPECT_THAT(
        log.output, HasSubstr("첫 문단이다. ¶ ¶ 둘째 [-문단이다.-] {+문단이 바뀌었다.+}\n")
    );
    EXPECT_THAT(log.output, HasSubstr("replaced by run 2, "));
    EXPECT_THAT(log.output, HasSubstr("removed by run 3, "));
    EXPECT_THAT(text.output, HasSubstr("첫 문단이다.\n\n"));
    EXPECT_THAT(text.output, Not(HasSubstr("{+")));
    EXPECT_EQ(object.at("versions").size(), 2U);
    EXPECT_EQ(object.at("versions").at(0).at("state"), "replaced");
    EXPECT_EQ(object.at("versions").at(1).at("ended_run"), 3);
}

TEST_F(ArchiveCli, AnIdThatNeverWasIsStatus1) {
    add(article("a", "예산안"));

    const ProgramResult log = index({"log", "b"});

    EXPECT_EQ(log.status, 1);
    EXPECT_THAT(log.output, IsEmpty());
    EXPECT_EQ(log.errors, "gisa-index: there never was an article b\n");
    EXPECT_EQ(index({"log", "--json", "b"}).status, 1);
}

TEST_F(ArchiveCli, RejectedRecordsCanBeTriedAgain) {
    const ProgramResult added =
        index({"add", write("n.jsonl", "{\"nr\":\"a\",\"title\":\"예산안\"}\n[]\n")});
    ASSERT_EQ(added.status, 65);

    const ProgramResult retried = index({"retry", "--map", "nr=id"});

    EXPECT_EQ(retried.status, 65) << "one is still none";
    EXPECT_THAT(retried.output, StartsWith("added 1, replaced 0, unchanged 0, rejected 1 in "));
    EXPECT_THAT(retried.errors, HasSubstr("n.jsonl:2: "));
    EXPECT_EQ(status().at("rejected"), 1);
    EXPECT_EQ(search({"--count", "예산안"}).output, "1\n");
}

TEST_F(ArchiveCli, PruningRemovesWhatIsGoneFromAFolder) {
    std::filesystem::create_directory(path("news"));
    write("news/1.jsonl", article("a", "예산안") + article("b", "예산안"));
    write("news/2.jsonl", article("c", "예산안"));
    ASSERT_EQ(index({"add", "-q", path("news")}).status, 0);
    std::filesystem::remove(path("news/2.jsonl"));
    write("news/1.jsonl", article("a", "예산안"));

    EXPECT_THAT(index({"add", path("news")}).output, Not(HasSubstr("removed")));
    EXPECT_EQ(search({"--count", "예산안"}).output, "3\n");
    write("news/1.jsonl", article("a", "예산안 "));
    const ProgramResult pruned = index({"add", "--prune", path("news")});

    EXPECT_EQ(pruned.status, 0);
    EXPECT_THAT(pruned.output, HasSubstr("removed 2"));
    EXPECT_EQ(search({"--format", "ids", "예산안"}).output, "a\n");
}

TEST_F(ArchiveCli, UnchangedFilesAreNotReadAgainUnlessAskedFor) {
    const std::string file = write("n.jsonl", article("a", "예산안"));
    ASSERT_EQ(index({"add", "-q", file}).status, 0);

    const json again = json::parse(index({"add", "--report", "json", file}).output);
    const json reread = json::parse(index({"add", "--report", "json", "--reread", file}).output);

    EXPECT_EQ(again.at("unchanged_files"), 1);
    EXPECT_EQ(again.at("unchanged"), 1);
    EXPECT_EQ(reread.at("unchanged_files"), 0);
    EXPECT_EQ(reread.at("unchanged"), 1);
}

TEST_F(ArchiveCli, TooManyRejectedRecordsFailTheRun) {
    const std::string broken = article("a", "예산안") + "[]\n[]\n";

    const ProgramResult failed = index({"add", "--max-rejected", "1", "-"}, broken);
    EXPECT_EQ(failed.status, 65);
    EXPECT_THAT(failed.output, IsEmpty());
    EXPECT_THAT(failed.errors, HasSubstr("more than 1 record was rejected"));
    EXPECT_EQ(status().at("articles"), 0);
    EXPECT_EQ(status().at("pending"), 0);
    EXPECT_EQ(status().at("runs").at(0).at("problem"), "more than 1 record was rejected");

    EXPECT_EQ(index({"add", "--max-rejected", "2", "-"}, broken).status, 65);
    EXPECT_EQ(status().at("articles"), 1);
}

TEST_F(ArchiveCli, TheStatusHasAllFieldsInBothShapes) {
    add_three_nights();
    add(article("a1", "예산안 심의 다시"));
    ASSERT_EQ(index({"takedown", "-q", "--reason", "x", "b1"}).status, 0);

    const std::string text = index({"status"}).output;
    const json object = status();

    for (const char* part :
         {"archive     ",
          "articles    5\n",
          "published   2024-05-01",
          "text        ",
          "versions    1 ",
          "taken down  1 article\n",
          "on disk     ",
          "free ",
          "analysis    ",
          "rejected    0 records\n",
          "도깨비일보",
          "takedown"}) {
        EXPECT_THAT(text, HasSubstr(part));
    }
    for (const char* key :
         {"path",
          "articles",
          "pending",
          "versions",
          "taken_down",
          "text_bytes",
          "catalog_bytes",
          "segment_bytes",
          "free_bytes",
          "first",
          "last",
          "publishers",
          "segments",
          "runs",
          "rejected",
          "last_rejected",
          "fingerprint"}) {
        EXPECT_TRUE(object.contains(key)) << key;
    }
    EXPECT_EQ(object.at("runs").size(), 5U);
    EXPECT_TRUE(object.at("runs").at(0).contains("cpu_seconds"));
}

TEST_F(ArchiveCli, TheStatusFitsATerminalOfEightyColumns) {
    add_three_nights();
    ProgramCall asked = call({"status"});
    asked.environment.emplace_back("TERM=xterm");

    const ProgramResult shown = test::run_on_terminal(GISA_INDEX_PROGRAM, asked, 80);

    std::istringstream lines(shown.output);
    for (std::string line; std::getline(lines, line);) {
        std::erase(line, '\r');
        EXPECT_TRUE(line.starts_with("archive ") || cli::cell_width(line) <= 80U) << line;
    }
}

/// The lines of a help text's examples, by its heading.
std::vector<std::string> examples_of(const std::string& help) {
    std::vector<std::string> examples;
    std::istringstream lines(help);
    bool begun = false;
    for (std::string line; std::getline(lines, line);) {
        begun = begun ? line.starts_with("  ") : line == "Examples:";
        if (begun && line != "Examples:") {
            examples.push_back(line.substr(2));
        }
    }
    return examples;
}

TEST_F(ArchiveCli, TheExamplesOfEveryHelpRun) {
    const std::string overview = index({"help"}).output;
    std::vector<std::string> helps = {overview};
    std::istringstream lines(overview.substr(overview.find("Commands")));
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line) && line.starts_with("  ")) {
        std::istringstream words(line);
        std::string command;
        words >> command;
        const ProgramResult help = index({"help", command});
        EXPECT_EQ(help.status, 0) << command;
        EXPECT_EQ(help.output, index({command, "--help"}).output);
        helps.push_back(help.output);
        EXPECT_THAT(examples_of(help.output), Not(IsEmpty())) << command;
    }
    const std::string programs = path("bin");
    std::filesystem::create_directory(programs);
    std::filesystem::create_symlink(GISA_INDEX_PROGRAM, programs + "/gisa-index");
    std::filesystem::create_symlink(GISA_SEARCH_PROGRAM, programs + "/gisa-search");
    // What the examples name.
    std::filesystem::create_directories(path("news"));
    write(
        "news/2024-05-01.jsonl", article("20240501-17", "정상회의") + article("20240501-18", "오보")
    );
    std::filesystem::create_directories(path("기사"));
    write("기사/1.jsonl", "{\"id\":\"1\",\"headline\":\"정상회의\",\"본문\":\"워터마크\"}\n");
    write("words.txt", "윤슬빛나래\n");
    std::string script = "set -eux; cd " + path(".") + "; PATH=" + programs + ":$PATH\n";
    for (const std::string& help : helps) {
        for (const std::string& example : examples_of(help)) {
            script += example + "\n";
        }
    }

    const ProgramResult done = run_program("/bin/sh", call({"-c", script}));

    EXPECT_EQ(done.status, 0) << done.errors;
}
}  // namespace
}  // namespace gisa
