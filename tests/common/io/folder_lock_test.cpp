// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/folder_lock.h"

#include <optional>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gisa/error.h>

#include "tests/support/temp_dir.h"

namespace gisa::io {
namespace {
std::optional<ErrorCode> try_lock(const std::filesystem::path& folder) {
    try {
        const FolderLock lock(folder);
        return std::nullopt;
    } catch (const Error& error) {
        return error.code();
    }
}

TEST(FolderLock, KeepsASecondOneOutUntilItGoes) {
    const gisa::test::TempDir folder;
    std::optional<FolderLock> first(folder.path());

    EXPECT_EQ(try_lock(folder.path()), ErrorCode::ArchiveLocked);
    first.reset();
    EXPECT_EQ(try_lock(folder.path()), std::nullopt);
}

TEST(FolderLock, SaysWhoHoldsItAndWhatToDo) {
    const gisa::test::TempDir folder;
    const FolderLock first(folder.path());

    try {
        const FolderLock second(folder.path());
        FAIL() << "two held it";
    } catch (const Error& error) {
        const std::string message = error.what();
        EXPECT_NE(message.find(std::to_string(getpid())), std::string::npos) << message;
        EXPECT_EQ(error.hint(), "wait for it (--wait SECONDS), or run this again later");
    }
}

TEST(FolderLock, KeepsOtherProcessesOutAndGoesWithItsOwn) {
    const gisa::test::TempDir folder;
    const pid_t child = fork();
    if (child == 0) {
        const FolderLock lock(folder.path());
        _exit(0);  // without unlocking
    }
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    ASSERT_EQ(status, 0);
    const FolderLock ours(folder.path());

    const pid_t other = fork();
    if (other == 0) {
        _exit(try_lock(folder.path()) == ErrorCode::ArchiveLocked ? 0 : 1);
    }
    ASSERT_EQ(waitpid(other, &status, 0), other);
    EXPECT_EQ(status, 0);
}

TEST(FolderLock, AMissingFolderIsAStorageFailure) {
    EXPECT_EQ(try_lock("/nonexistent/archive"), ErrorCode::StorageFailed);
}
}  // namespace
}  // namespace gisa::io
