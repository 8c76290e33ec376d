// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <gisa/archive_care.h>
#include <gisa/searcher.h>

#include "tests/crash/feed.h"
#include "tests/integration/cli_test_program.h"
#include "tests/support/temp_dir.h"

namespace gisa::crash {
/// An archive of four nights in four segments, with a fifth to come, and the runs that may fail on it.
class SmallArchive : public testing::Test {
  protected:
    struct Run {
        std::vector<std::string> arguments;
        State after;
    };

    void SetUp() override {
        std::filesystem::create_directories(feed());
        for (int night = 0; night < 4; ++night) {
            for (int i = 0; i < 8; ++i) {
                before_[std::to_string(night) + "-" + std::to_string(i)] = 1;
            }
            write_feed(before_);
            const test::ProgramResult added =
                index(original(), {"add", "--quiet", "--no-merge", feed().string()});
            ASSERT_EQ(added.status, 0) << added.errors;
        }
        std::ofstream(folder_.path() / "words.txt") << "윤슬빛나래\n가온누리길 가온 누리길\n";
    }

    [[nodiscard]] std::filesystem::path feed() const { return folder_.path() / "feed"; }

    [[nodiscard]] std::filesystem::path original() const { return folder_.path() / "original"; }

    [[nodiscard]] std::filesystem::path archive() const { return folder_.path() / "archive"; }

    /// The runs by name; `feed` is made ready for the one.
    Run prepare(const std::string& name) {
        if (name == "add") {
            State after = before_;
            for (auto& [id, version] : after) {
                version += id.ends_with('3') ? 1 : 0;
            }
            for (int i = 0; i < 8; ++i) {
                after["4-" + std::to_string(i)] = 1;
            }
            after.erase("1-5");
            write_feed(after);
            return {{"add", "--quiet", "--prune", "--threads", "1", feed().string()}, after};
        }
        if (name == "takedown") {
            State after = before_;
            after.erase("2-2");
            return {{"takedown", "--quiet", "--threads", "1", "--reason", "x", "2-2"}, after};
        }
        if (name == "dictionary") {
            const std::string words = (folder_.path() / "words.txt").string();
            return {{"dictionary", "set", "--quiet", "--threads", "1", words}, before_};
        }
        if (name == "rebuild") {
            return {{"rebuild", "--quiet", "--threads", "1"}, before_};
        }
        return {{"merge", "--full", "--quiet", "--threads", "1"}, before_};
    }

    /// A copy of the archive as it was, in place of the last one.
    void copy_to(const std::filesystem::path& place) const {
        std::filesystem::remove_all(place);
        std::filesystem::copy(original(), place, std::filesystem::copy_options::recursive);
    }

    [[nodiscard]] static test::ProgramResult index(
        const std::filesystem::path& archive,
        const std::vector<std::string>& arguments,
        std::vector<std::string> environment = {}
    ) {
        environment.push_back("GISA_ARCHIVE=" + archive.string());
        return test::run_program(
            GISA_INDEX_PROGRAM,
            {.arguments = arguments, .input = {}, .environment = std::move(environment)}
        );
    }

    /// The archive can be read, shows the one state or the other, and verify finds no damage.
    void expect_whole(const std::filesystem::path& archive, const State& after, bool ended_well)
        const {
        Searcher searcher(archive);
        const State seen = state_seen(searcher);
        EXPECT_TRUE(seen == after || (!ended_well && seen == before_))
            << "from the state before it differs so: " << difference(seen, before_)
            << "\nfrom the one after so: " << difference(seen, after);
        for (const ArchiveProblem& problem : verify_archive(archive).problems) {
            EXPECT_FALSE(problem.is_damage || (ended_well && is_stray(problem))) << problem.what;
        }
    }

    /// The next run, undisturbed, ends what was begun and leaves nothing lying about.
    void expect_next_run_finishes(const std::filesystem::path& archive, const Run& run) const {
        const test::ProgramResult result = index(archive, run.arguments);
        EXPECT_EQ(result.status, 0) << result.errors;
        expect_whole(archive, run.after, true);
        EXPECT_FALSE(std::filesystem::exists(archive / "building"));
    }

    State before_;

  private:
    static bool is_stray(const ArchiveProblem& problem) {
        return problem.what.find("is no published segment") != std::string::npos;
    }

    /// One file a night, by the first character of the ids.
    void write_feed(const State& state) const {
        std::map<char, std::string> files;
        for (const auto& [id, version] : state) {
            files[id.front()] += R"({"id":")" + id + R"(","title":")" + title_of(id, version)
                                 + R"(","body":")" + body_of(id, version) + "\"}\n";
        }
        for (const auto& [night, lines] : files) {
            std::ofstream(feed() / (std::string("night") + night + ".jsonl")) << lines;
        }
    }

    test::TempDir folder_;
};
}  // namespace gisa::crash
