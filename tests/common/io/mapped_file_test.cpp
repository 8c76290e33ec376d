// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/io/mapped_file.h"

#include <fstream>

#include <gtest/gtest.h>

#include <gisa/error.h>

#include "tests/support/temp_dir.h"

namespace gisa::io {
namespace {
TEST(MappedFile, HoldsTheBytesOfTheFile) {
    const test::TempDir folder;
    std::ofstream(folder.path() / "file") << "gisa";

    const MappedFile file(folder.path() / "file");

    ASSERT_EQ(file.bytes().size(), 4U);
    EXPECT_EQ(file.bytes()[3], std::byte{'a'});
}

TEST(MappedFile, IsEmptyForAnEmptyFile) {
    const test::TempDir folder;
    std::ofstream(folder.path() / "file").flush();

    EXPECT_TRUE(MappedFile(folder.path() / "file").bytes().empty());
}

TEST(MappedFile, NamesTheFileThatIsMissing) {
    const test::TempDir folder;

    try {
        const MappedFile file(folder.path() / "missing");
        FAIL() << "there is no such file";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::StorageFailed);
        EXPECT_NE(std::string(error.what()).find("missing"), std::string::npos);
    }
}
}  // namespace
}  // namespace gisa::io
