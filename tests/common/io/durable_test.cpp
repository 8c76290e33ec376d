// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/durable.h"

#include <fstream>

#include <gtest/gtest.h>

#include <gisa/error.h>

#include "tests/support/temp_dir.h"

namespace gisa::io {
namespace {
template <typename Act>
void expect_storage_failure(Act act) {
    try {
        act();
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::StorageFailed);
    }
}

TEST(RenameDurably, MovesAFolderWithItsFilesIntoAnother) {
    const gisa::test::TempDir folder;
    std::filesystem::create_directories(folder.path() / "building");
    std::filesystem::create_directories(folder.path() / "segments");
    std::ofstream(folder.path() / "building" / "x") << "1";

    rename_durably(folder.path() / "building", folder.path() / "segments" / "000001");

    EXPECT_FALSE(std::filesystem::exists(folder.path() / "building"));
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "segments" / "000001" / "x"));
}

TEST(RenameDurably, ReplacesAFile) {
    const gisa::test::TempDir folder;
    std::ofstream(folder.path() / "new") << "new";
    std::ofstream(folder.path() / "old") << "old";

    rename_durably(folder.path() / "new", folder.path() / "old");

    std::string content;
    std::ifstream(folder.path() / "old") >> content;
    EXPECT_EQ(content, "new");
}

TEST(Durable, WhatIsNotThereIsAStorageFailure) {
    const gisa::test::TempDir folder;
    const std::filesystem::path absent = folder.path() / "absent";

    expect_storage_failure([&] { fsync_file(absent); });
    expect_storage_failure([&] { fsync_folder(absent); });
    expect_storage_failure([&] { rename_durably(absent, folder.path() / "x"); });
}

TEST(Durable, AFileIsNoFolder) {
    const gisa::test::TempDir folder;
    std::ofstream(folder.path() / "x") << "1";

    fsync_file(folder.path() / "x");
    fsync_folder(folder.path());
    expect_storage_failure([&] { fsync_folder(folder.path() / "x"); });
}
}  // namespace
}  // namespace gisa::io
