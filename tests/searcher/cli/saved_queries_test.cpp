// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/saved_queries.h"

#include <fstream>

#include <gtest/gtest.h>

#include <gisa/error.h>

#include "common/cli/arguments.h"
#include "tests/support/temp_dir.h"

namespace gisa::cli {
namespace {
TEST(SavedQueries, AreFoundAgainByTheirNames) {
    const test::TempDir dir;
    const SavedQueryFolders queries({dir.path() / "own" / "queries", dir.path() / "all"});

    queries.save("예산", "예산 OR 재정");
    queries.save("예산", "예산안 -추경");

    EXPECT_EQ(queries.find("예산"), "예산안 -추경") << "the later one";
    EXPECT_EQ(queries.find("재정"), std::nullopt);
}

TEST(SavedQueries, OfOnesOwnComeBeforeTheMachines) {
    const test::TempDir dir;
    std::filesystem::create_directories(dir.path() / "all");
    std::ofstream(dir.path() / "all" / "tide") << "tide table\n";
    const SavedQueryFolders queries({dir.path() / "own", dir.path() / "all"});

    EXPECT_EQ(queries.find("tide"), "tide table");
    queries.save("tide", "조석");
    EXPECT_EQ(queries.find("tide"), "조석");
}

TEST(SavedQueries, AreListedByName) {
    const test::TempDir dir;
    const SavedQueryFolders queries({dir.path() / "own", dir.path() / "all", dir.path() / "none"});
    std::filesystem::create_directories(dir.path() / "all");
    for (const char* const name : {"tide", "b", ".new-tide"}) {
        std::ofstream(dir.path() / "all" / name) << "x\n";
    }
    queries.save("tide", "조석");
    queries.save("예산", "예산");

    EXPECT_EQ(queries.names(), (std::vector<std::string>{"b", "tide", "예산"}));
}

TEST(SavedQueries, HaveNamesThatStayInTheirFolder) {
    const test::TempDir dir;
    std::ofstream(dir.path() / "secret") << "x";
    const SavedQueryFolders queries({dir.path() / "own"});

    for (const char* const name : {"", "../secret", "a/b", ".hidden", "-n", "a b", "a\"b", "a:b"}) {
        EXPECT_THROW(queries.save(name, "x"), UsageError) << name;
        EXPECT_EQ(queries.find(name), std::nullopt) << name;
    }
}

TEST(SavedQueries, LieWhereTheConfigurationDoes) {
    const test::TempDir dir;
    const auto environment = [&dir](const char* name) {
        return std::string_view(name) == "HOME" ? std::optional(dir.path().string()) : std::nullopt;
    };
    SavedQueryFolders(environment).save("a", "예산");
    EXPECT_TRUE(std::filesystem::exists(dir.path() / ".config/gisa/queries/a"));
    const auto nowhere = [](const char*) { return std::optional<std::string>(); };
    EXPECT_THROW(SavedQueryFolders(nowhere).save("a", "예산"), UsageError);
}

TEST(SavedQueries, SayWhenTheyCannotBeWritten) {
    const test::TempDir dir;
    std::ofstream(dir.path() / "file") << "x";
    try {
        SavedQueryFolders({dir.path() / "file" / "queries"}).save("a", "예산");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::StorageFailed);
    }
}
}  // namespace
}  // namespace gisa::cli
