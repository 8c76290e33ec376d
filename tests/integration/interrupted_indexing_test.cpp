// SPDX-License-Identifier: GPL-2.0-or-later
//
// A run is killed at every step it reports, in a child process; what it leaves must be the old
// state, and the next run must bring the archive where an undisturbed one would be.
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gisa/archive_status.h>
#include <gisa/error.h>
#include <gisa/indexer.h>
#include <gisa/searcher.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
using test::article;

std::vector<Article> first_night() {
    return {article("kept", "제목", "그대로 남는 서약"), article("changed", "제목", "처음의 서약")};
}

std::vector<Article> second_night() {
    std::vector<Article> articles = {article("changed", "제목", "나중의 서약")};
    for (int i = 0; i < 30; ++i) {
        articles.push_back(article("new-" + std::to_string(i), "새 기사", "둘째 밤의 서약"));
    }
    return articles;
}

/// What a reader sees: ids and snippets in order.
std::string seen(const std::filesystem::path& archive) {
    Searcher searcher(archive);
    std::string out;
    for (const Hit& hit : searcher.search({.query = "서약", .limit = 100}).hits) {
        out.append(hit.id).append(" ").append(hit.snippet.text).append("\n");
    }
    return out;
}

/// Runs the second night in a child that kills itself at its `step`-th progress report.
/// Whether it was killed.
bool run_killed_at(const std::filesystem::path& archive, int step) {
    const pid_t child = ::fork();
    if (child == 0) {
        int reports = 0;
        const IndexerOptions options{
            .dictionary = {},
            .threads = 2,
            .batch_bytes = 200,
            .on_progress =
                [&reports, step](const Progress&) {
                    if (++reports == step) {
                        ::kill(::getpid(), SIGKILL);
                    }
                },
        };
        test::index(archive, second_night(), options);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status);
}

TEST(InterruptedIndexing, LeavesTheOldStateAndIsFinishedByTheNextRun) {
    const test::TempDir undisturbed;
    test::index(undisturbed.path(), first_night());
    const std::string before = seen(undisturbed.path());
    test::index(undisturbed.path(), second_night());
    const std::string after = seen(undisturbed.path());
    ASSERT_NE(before, after);

    int kills = 0;
    for (int step = 1;; ++step) {
        const test::TempDir folder;
        test::index(folder.path(), first_night());
        if (!run_killed_at(folder.path(), step)) {
            break;
        }
        ++kills;
        const std::string left = seen(folder.path());
        EXPECT_TRUE(left == before || left == after) << "half a night at step " << step << ":\n"
                                                     << left;

        test::index(folder.path(), second_night());

        EXPECT_EQ(seen(folder.path()), after) << "step " << step;
        EXPECT_EQ(read_status(folder.path()).pending, 0U);
        EXPECT_FALSE(std::filesystem::exists(folder.path() / "building"));
    }
    EXPECT_GE(kills, 4) << "indexing, compacting, publishing and finishing report at least";
}

/// Runs the second night in a child that may write no file beyond `bytes`, as on a full disk.
/// The child's answer: the error's code, or -1 when it had enough room.
int run_with_room_for(const std::filesystem::path& archive, rlim_t bytes) {
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, bytes};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            test::index(archive, second_night());
        } catch (const Error& error) {
            ::_exit(static_cast<int>(error.code()));
        }
        ::_exit(100);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status));
    return WEXITSTATUS(status) == 100 ? -1 : WEXITSTATUS(status);
}

TEST(InterruptedIndexing, SaysThatTheDiskIsFullAndIsFinishedWhenThereIsRoom) {
    const test::TempDir undisturbed;
    test::index(undisturbed.path(), first_night());
    const std::string before = seen(undisturbed.path());
    test::index(undisturbed.path(), second_night());
    const std::string after = seen(undisturbed.path());

    int failures = 0;
    for (const rlim_t bytes :
         {rlim_t{1'000}, rlim_t{9'000}, rlim_t{40'000}, rlim_t{70'000}, rlim_t{100'000}}) {
        const test::TempDir folder;
        test::index(folder.path(), first_night());

        const int code = run_with_room_for(folder.path(), bytes);

        if (code != -1) {
            ++failures;
            EXPECT_EQ(code, static_cast<int>(ErrorCode::StorageFailed)) << bytes;
            EXPECT_EQ(seen(folder.path()), before) << bytes;
        }
        test::index(folder.path(), second_night());
        EXPECT_EQ(seen(folder.path()), after) << bytes;
    }
    EXPECT_GE(failures, 3) << "the limits must bite";
}

TEST(InterruptedIndexing, IsFinishedByARunThatBringsNothingNew) {
    const test::TempDir folder;
    test::index(folder.path(), first_night());
    ASSERT_TRUE(run_killed_at(folder.path(), 1));

    const RunReport report = test::index(folder.path(), {});

    EXPECT_EQ(report.resumed, 31U);
    EXPECT_NE(seen(folder.path()).find("나중의"), std::string::npos);
}

TEST(InterruptedIndexing, SweepsSegmentsThatWereNeverPublished) {
    const test::TempDir folder;
    test::index(folder.path(), first_night());
    std::filesystem::create_directories(folder.path() / "segments" / "000099");
    std::ofstream(folder.path() / "segments" / "000099" / "postings.glass") << "half";
    std::filesystem::create_directories(folder.path() / "building" / "batch-0");

    test::index(folder.path(), {});

    EXPECT_FALSE(std::filesystem::exists(folder.path() / "segments" / "000099"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "building"));
}
}  // namespace
}  // namespace gisa
