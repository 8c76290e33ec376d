// SPDX-License-Identifier: GPL-2.0-or-later
//
// A disk without room, one that is read-only, and readers who may not write. Most of it needs root,
// to mount a file system of its own and to become nobody; without, the tests are skipped and say so.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/vfs.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gisa/error.h>

#include "tests/crash/small_archive.h"

namespace gisa::crash {
namespace {
namespace fs = std::filesystem;

constexpr int kStorageFailed = 74;
constexpr uid_t kNobody = 65534;

/// A small file system in memory.
class SmallDisk {
  public:
    explicit SmallDisk(fs::path place) : place_(std::move(place)) {
        fs::create_directories(place_);
        is_mounted_ = mount("gisa-test", place_.c_str(), "tmpfs", 0, "size=64m,mode=755") == 0;
    }

    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    ~SmallDisk() {
        if (is_mounted_) {
            umount2(place_.c_str(), MNT_DETACH);
        }
    }

    [[nodiscard]] bool is_mounted() const { return is_mounted_; }

    [[nodiscard]] std::uint64_t used() const {
        struct statfs about {};

        statfs(place_.c_str(), &about);
        return (about.f_blocks - about.f_bfree) * static_cast<std::uint64_t>(about.f_bsize);
    }

    /// Makes the disk so large.
    [[nodiscard]] bool resize(std::uint64_t bytes) const {
        return remount(0, "size=" + std::to_string(bytes));
    }

    [[nodiscard]] bool make_read_only() const { return remount(MS_RDONLY, ""); }

    [[nodiscard]] bool make_writable() const { return remount(0, ""); }

  private:
    [[nodiscard]] bool remount(unsigned long flags, const std::string& options) const {
        return mount("gisa-test", place_.c_str(), "tmpfs", MS_REMOUNT | flags, options.c_str())
               == 0;
    }

    fs::path place_;
    bool is_mounted_ = false;
};

/// A folder shown in another place too, where it is read-only: whoever tidies up there, and be it
/// after a kill, must not be able to remove what is in it.
class ShownFolder {
  public:
    ShownFolder(const fs::path& folder, fs::path place) : place_(std::move(place)) {
        fs::create_directories(place_);
        if (mount(folder.c_str(), place_.c_str(), "", MS_BIND, nullptr) != 0) {
            return;
        }
        constexpr unsigned long kReadOnly = MS_BIND | MS_REMOUNT | MS_RDONLY;
        is_mounted_ = mount("", place_.c_str(), "", kReadOnly, nullptr) == 0;
        if (!is_mounted_) {
            umount2(place_.c_str(), MNT_DETACH);
        }
    }

    ShownFolder(const ShownFolder&) = delete;
    ShownFolder& operator=(const ShownFolder&) = delete;

    ~ShownFolder() {
        if (is_mounted_) {
            umount2(place_.c_str(), MNT_DETACH);
        }
    }

    [[nodiscard]] bool is_mounted() const { return is_mounted_; }

  private:
    fs::path place_;
    bool is_mounted_ = false;
};

constexpr const char* kNoMount = "no permission to mount a file system: run the tests as root";

class FullDisk : public SmallArchive, public testing::WithParamInterface<const char*> {
  protected:
    [[nodiscard]] fs::path on_disk() const { return archive() / "archive"; }
};

TEST_P(FullDisk, LosesNothingAndIsToldAtEveryStage) {
    const SmallDisk disk(archive());
    if (!disk.is_mounted()) {
        GTEST_SKIP() << kNoMount;
    }
    const Run run = prepare(GetParam());
    int failures = 0;
    constexpr std::uint64_t kStep = 48U << 10U;
    for (std::uint64_t room = 0; room < (8U << 20U); room += kStep) {
        SCOPED_TRACE("room for " + std::to_string(room) + " bytes");
        ASSERT_TRUE(disk.resize(64U << 20U));
        copy_to(on_disk());
        ASSERT_TRUE(disk.resize(disk.used() + room));

        const test::ProgramResult result = index(on_disk(), run.arguments);

        const bool merged =
            result.errors.find("not enough free space to merge") == std::string::npos;
        ASSERT_TRUE(disk.resize(64U << 20U));
        expect_whole(on_disk(), run.after, result.status == 0);
        expect_next_run_finishes(on_disk(), run);
        if (result.status == 0 && merged) {
            break;
        }
        if (result.status != 0) {
            ++failures;
            EXPECT_EQ(result.status, kStorageFailed) << result.errors;
            EXPECT_EQ(result.errors.rfind("gisa-index: ", 0), 0U) << result.errors;
        }
    }
    EXPECT_GE(failures, 2) << "the disk must have been full now and then";
}

INSTANTIATE_TEST_SUITE_P(
    EveryRun,
    FullDisk,
    testing::Values("add", "takedown", "dictionary", "merge", "rebuild"),
    [](const testing::TestParamInfo<const char*>& one) { return std::string(one.param); }
);

class ReadOnlyDisk : public SmallArchive {
  protected:
    void SetUp() override {
        SmallArchive::SetUp();
        disk_.emplace(archive());
        if (!disk_->is_mounted()) {
            GTEST_SKIP() << kNoMount;
        }
        copy_to(on_disk());
    }

    [[nodiscard]] fs::path on_disk() const { return archive() / "archive"; }

    std::optional<SmallDisk> disk_;
};

TEST_F(ReadOnlyDisk, IsReadAndVerifiedButNotWrittenTo) {
    ASSERT_TRUE(disk_->make_read_only());
    expect_whole(on_disk(), before_, true);
    for (const char* name : {"add", "takedown", "dictionary", "merge", "rebuild"}) {
        const Run run = prepare(name);
        const test::ProgramResult result = index(on_disk(), run.arguments);
        EXPECT_EQ(result.status, kStorageFailed) << name << ": " << result.errors;
        EXPECT_NE(result.errors.find("ead-only"), std::string::npos) << name << result.errors;
        expect_whole(on_disk(), before_, true);
    }
    ASSERT_TRUE(disk_->make_writable());
    expect_next_run_finishes(on_disk(), prepare("add"));
}

TEST_F(ReadOnlyDisk, IsReadAfterAKillThoughTheLogIsFull) {
    const Run run = prepare("add");
    // Killed after more and more time, so that the log holds something at some of them.
    for (int milliseconds = 4; milliseconds < 80; milliseconds += 4) {
        SCOPED_TRACE(std::to_string(milliseconds) + " ms");
        copy_to(on_disk());
        const test::ProgramResult result = test::run_program_killed_after(
            GISA_INDEX_PROGRAM,
            {.arguments = run.arguments,
             .input = {},
             .environment = {"GISA_ARCHIVE=" + on_disk().string()}},
            std::chrono::milliseconds(milliseconds)
        );
        ASSERT_TRUE(disk_->make_read_only());
        expect_whole(on_disk(), run.after, result.status == 0);
        ASSERT_TRUE(disk_->make_writable());
    }
}

TEST_F(ReadOnlyDisk, IsReadWhereAKillLeftTheLogNothingButItsHeader) {
    constexpr std::size_t kHeaderBytes = 32;
    for (const bool has_index : {true, false}) {
        copy_to(on_disk());
        std::ofstream(on_disk() / "catalog.sqlite-wal", std::ios::binary)
            << std::string(kHeaderBytes, 'x');
        std::ofstream(on_disk() / "catalog.sqlite-shm", std::ios::binary);
        if (!has_index) {
            fs::remove(on_disk() / "catalog.sqlite-shm");
        }
        ASSERT_TRUE(disk_->make_read_only());
        expect_whole(on_disk(), before_, true);
        ASSERT_TRUE(disk_->make_writable());
        expect_next_run_finishes(on_disk(), prepare("add"));
    }
}

/// Several threads of a process of nobody's search until a pipe is closed; what went wrong, or "".
class Nobodies : public SmallArchive {
  protected:
    static constexpr int kProcesses = 2;
    static constexpr int kThreads = 2;

    /// In a process of its own: 0 when every state seen was one of those, one after the other.
    int search_as_nobody(const fs::path& archive, const std::vector<State>& states, int until) {
        const pid_t child = fork();
        if (child != 0) {
            return child;
        }
        if (setgid(kNobody) != 0 || setuid(kNobody) != 0 || access(archive.c_str(), W_OK) == 0) {
            _exit(3);
        }
        std::atomic<bool> ended = false;
        std::atomic<int> problems = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < kThreads; ++i) {
            threads.emplace_back([&, i] { problems += search(archive, states, i == 0, ended); });
        }
        char nothing = 0;
        [[maybe_unused]] const ssize_t end = read(until, &nothing, 1);
        ended = true;
        for (std::thread& thread : threads) {
            thread.join();
        }
        _exit(problems == 0 ? 0 : 1);
    }

  private:
    static int search(
        const fs::path& archive,
        const std::vector<State>& states,
        bool stays,
        const std::atomic<bool>& ended
    ) {
        int problems = 0;
        std::size_t searches = 0;
        std::optional<Searcher> searcher;
        auto at = states.begin();
        while (!ended || at + 1 != states.end()) {
            try {
                if (!searcher || !stays) {
                    searcher.emplace(
                        archive, SearcherOptions{.dictionary = archive.parent_path() / "dictionary"}
                    );
                }
                searcher->refresh();
                const State seen = state_seen(*searcher);
                const auto found = std::find(at, states.end(), seen);
                if (found == states.end()) {
                    ++problems;
                    std::cerr << "half a state: " << difference(seen, *at) << '\n';
                    return problems;
                }
                at = found;
                ++searches;
            } catch (const std::exception& error) {
                ++problems;
                std::cerr << "nobody cannot search: " << error.what() << '\n';
                return problems;
            }
            if (ended && at + 1 != states.end() && searches > 10'000) {
                std::cerr << "the last state was never seen\n";
                return 1;
            }
        }
        return searches > 0 ? problems : 1;
    }
};

TEST_F(Nobodies, SearchWhileRunsMergesAndRebuildsGoOn) {
    if (geteuid() != 0) {
        GTEST_SKIP() << "only root can become nobody";
    }
    copy_to(archive());
    fs::permissions(archive().parent_path(), fs::perms(0755));
    // The dictionary may lie in root's home, where nobody cannot look.
    const fs::path dictionary = archive().parent_path() / "dictionary";
    const ShownFolder shown(GISA_TEST_DICTIONARY, dictionary);
    if (!shown.is_mounted()) {
        GTEST_SKIP() << kNoMount;
    }
    const Run night = prepare("add");
    State without_one = night.after;
    without_one.erase("2-2");
    const std::vector<State> states = {before_, night.after, without_one};
    int until[2];
    ASSERT_EQ(pipe2(until, O_CLOEXEC), 0);
    std::vector<pid_t> readers;
    for (int i = 0; i < kProcesses; ++i) {
        readers.push_back(search_as_nobody(archive(), states, until[0]));
    }
    // (the writing end is open in the readers too, so they are told byte by byte)
    const std::vector<std::vector<std::string>> runs = {
        {"rebuild", "--quiet"},
        night.arguments,
        {"merge", "--quiet"},
        prepare("dictionary").arguments,
        {"merge", "--full", "--quiet"},
        {"takedown", "--quiet", "--reason", "x", "2-2"},
        {"rebuild", "--quiet"},
        {"dictionary", "clear", "--quiet"},
        {"merge", "--full", "--quiet"},
    };
    for (const auto& arguments : runs) {
        const test::ProgramResult result = index(archive(), arguments);
        EXPECT_EQ(result.status, 0) << arguments.front() << ": " << result.errors;
    }
    for (int i = 0; i < kProcesses; ++i) {
        ASSERT_EQ(write(until[1], "x", 1), 1);
    }
    for (const pid_t reader : readers) {
        int status = 0;
        waitpid(reader, &status, 0);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "status " << status;
    }
    close(until[0]);
    close(until[1]);
}
}  // namespace
}  // namespace gisa::crash
