// SPDX-License-Identifier: GPL-2.0-or-later
#include <fstream>
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gisa/error.h>

#include "common/catalog/catalog.h"
#include "common/catalog/database.h"
#include "tests/common/catalog/sample_articles.h"
#include "tests/support/temp_dir.h"

namespace gisa::catalog {
namespace {
using test::publish_pending;
using test::short_article;

constexpr uid_t kNobody = 65534;

class OpeningTest : public testing::Test {
  protected:
    OpeningTest() { allow(folder_.path(), 0755); }

    ~OpeningTest() override { allow(archive_, 0755); }

    static void allow(const std::filesystem::path& path, mode_t mode) { chmod(path.c_str(), mode); }

    /// An archive with one visible article, closed.
    void make_archive() {
        Catalog catalog(archive_, Access::ReadWrite);
        catalog.put(short_article("a", "본문"), catalog.begin_run("add", "x"));
        publish_pending(catalog);
    }

    void take_write_permission_away() {
        for (const auto& entry : std::filesystem::directory_iterator(archive_)) {
            allow(entry.path(), 0444);
        }
        allow(archive_, 0555);
    }

    /// What opening throws; the hint is there whenever it does.
    static std::optional<ErrorCode> failure(const std::filesystem::path& archive, Access access) {
        try {
            const Catalog catalog(archive, access);
            return std::nullopt;
        } catch (const Error& error) {
            EXPECT_FALSE(error.hint().empty()) << error.what();
            return error.code();
        }
    }

    void change(const char* statements) {
        Database(archive_ / "catalog.sqlite", Database::Mode::ReadWrite, std::chrono::seconds(1))
            .execute(statements);
    }

    gisa::test::TempDir folder_;
    std::filesystem::path archive_ = folder_.path() / "archive";
};

/// Runs `act` in another process, as a user who owns nothing here; whether it returned true.
bool as_stranger(const std::function<bool()>& act) {
    const pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && (setgid(kNobody) != 0 || setuid(kNobody) != 0)) {
            _exit(2);
        }
        try {
            _exit(act() ? 0 : 1);
        } catch (const std::exception& error) {
            std::fprintf(stderr, "%s\n", error.what());
            _exit(3);
        }
    }
    int status = -1;
    waitpid(child, &status, 0);
    return status == 0;
}

bool finds_the_article(const std::filesystem::path& archive) {
    const Catalog catalog(archive, Access::ReadOnly);
    const std::optional<Row> row = catalog.find("a");
    return row && catalog.article(*row)->body == "본문" && catalog.status().articles == 1;
}

TEST_F(OpeningTest, ReadingNeedsAnArchive) {
    EXPECT_EQ(failure(archive_, Access::ReadOnly), ErrorCode::ArchiveNotFound);
    std::filesystem::create_directory(archive_);
    EXPECT_EQ(failure(archive_, Access::ReadOnly), ErrorCode::ArchiveNotFound);
    EXPECT_TRUE(std::filesystem::is_empty(archive_)) << "reading makes no files";
}

TEST_F(OpeningTest, WritingMakesFolderAndCatalog) {
    EXPECT_EQ(failure(archive_ / "deep", Access::ReadWrite), std::nullopt);
    EXPECT_EQ(failure(archive_ / "deep", Access::ReadOnly), std::nullopt);
}

TEST_F(OpeningTest, AnEmptyFolderMayHoldALockAndAnEmptySegmentsFolder) {
    std::filesystem::create_directories(archive_ / "segments");
    std::ofstream(archive_ / "lock") << "1\n";

    EXPECT_EQ(failure(archive_, Access::ReadWrite), std::nullopt);
}

TEST_F(OpeningTest, AFolderOfOtherThingsIsLeftAlone) {
    std::filesystem::create_directory(archive_);
    std::ofstream(archive_ / "thesis.txt") << "important";

    EXPECT_EQ(failure(archive_, Access::ReadWrite), ErrorCode::ArchiveNotFound);
    EXPECT_FALSE(std::filesystem::exists(archive_ / "catalog.sqlite"));
}

TEST_F(OpeningTest, AnInterruptedCreationIsTakenUpAgain) {
    std::filesystem::create_directory(archive_);
    std::ofstream(archive_ / "catalog.sqlite").flush();

    EXPECT_EQ(failure(archive_, Access::ReadOnly), ErrorCode::ArchiveNotFound);
    EXPECT_EQ(failure(archive_, Access::ReadWrite), std::nullopt);
    EXPECT_EQ(failure(archive_, Access::ReadOnly), std::nullopt);
}

TEST_F(OpeningTest, AnOlderFormatIsIncompatible) {
    make_archive();
    change("PRAGMA user_version = 1");

    EXPECT_EQ(failure(archive_, Access::ReadOnly), ErrorCode::ArchiveIncompatible);
    EXPECT_EQ(failure(archive_, Access::ReadWrite), ErrorCode::ArchiveIncompatible);
}

TEST_F(OpeningTest, ANewerFormatIsIncompatible) {
    make_archive();
    change("PRAGMA user_version = 99");

    EXPECT_EQ(failure(archive_, Access::ReadOnly), ErrorCode::ArchiveIncompatible);
    EXPECT_EQ(failure(archive_, Access::ReadWrite), ErrorCode::ArchiveIncompatible);
}

TEST_F(OpeningTest, AnotherProgramsDatabaseIsNoArchive) {
    std::filesystem::create_directory(archive_);
    change("CREATE TABLE bookmarks (url)");

    EXPECT_EQ(failure(archive_, Access::ReadOnly), ErrorCode::ArchiveNotFound);
    EXPECT_EQ(failure(archive_, Access::ReadWrite), ErrorCode::ArchiveNotFound);
}

TEST_F(OpeningTest, AFileThatIsNoDatabaseIsCorrupt) {
    std::filesystem::create_directory(archive_);
    std::ofstream(archive_ / "catalog.sqlite") << std::string(20'000, 'x');

    EXPECT_EQ(failure(archive_, Access::ReadOnly), ErrorCode::ArchiveCorrupt);
    EXPECT_EQ(failure(archive_, Access::ReadWrite), ErrorCode::ArchiveCorrupt);
}

TEST_F(OpeningTest, DamagedTextIsTold) {
    make_archive();
    change("UPDATE texts SET body = x'28B52FFD00112233'");

    const Catalog catalog(archive_, Access::ReadOnly);
    try {
        const std::optional<Article> article = catalog.article(catalog.find("a").value());
        FAIL() << "it read " << article->body;
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::ArchiveCorrupt);
    }
}

TEST_F(OpeningTest, ReadersNeedNoWritePermission) {
    make_archive();
    take_write_permission_away();

    EXPECT_TRUE(as_stranger([this] { return finds_the_article(archive_); }));
}

TEST_F(OpeningTest, ReadersNeedNoWritePermissionWhileSomebodyWrites) {
    make_archive();
    Catalog writer(archive_, Access::ReadWrite);
    const std::uint64_t run = writer.begin_run("add", "y");
    writer.put(short_article("b", "다른 본문"), run);
    writer.begin();
    writer.remove("a", run);
    take_write_permission_away();

    EXPECT_TRUE(as_stranger([this] { return finds_the_article(archive_); }));
    writer.commit();
    EXPECT_TRUE(as_stranger([this] {
        return !Catalog(archive_, Access::ReadOnly).find("a").has_value();
    }));
}

TEST_F(OpeningTest, ReadersNeedNoWritePermissionAfterAKilledWriter) {
    make_archive();
    const pid_t child = fork();
    if (child == 0) {
        Catalog writer(archive_, Access::ReadWrite);
        const std::uint64_t run = writer.begin_run("add", "y");
        writer.remove("a", run);
        writer.put(short_article("a", "본문"), run);
        publish_pending(writer);
        _exit(0);
    }
    ASSERT_EQ(waitpid(child, nullptr, 0), child);
    take_write_permission_away();

    EXPECT_TRUE(as_stranger([this] { return finds_the_article(archive_); }));
}

TEST_F(OpeningTest, ACopyOfTheFileAloneIsReadableWithoutWritePermission) {
    make_archive();
    const std::filesystem::path copy = folder_.path() / "copy #1?";
    std::filesystem::create_directory(copy);
    std::filesystem::copy_file(archive_ / "catalog.sqlite", copy / "catalog.sqlite");
    allow(copy / "catalog.sqlite", 0444);
    allow(copy, 0555);

    EXPECT_TRUE(as_stranger([&copy] { return finds_the_article(copy); }));
    allow(copy, 0755);
}

TEST_F(OpeningTest, ALogThatCannotBeReadIsAnErrorAndNeverIgnored) {
    make_archive();
    const std::filesystem::path copy = folder_.path() / "copy";
    std::filesystem::create_directory(copy);
    {
        Catalog writer(archive_, Access::ReadWrite);
        writer.remove("a", writer.begin_run("remove", "a"));
        for (const char* name : {"catalog.sqlite", "catalog.sqlite-wal"}) {
            std::filesystem::copy_file(archive_ / name, copy / name);
            allow(copy / name, 0444);
        }
    }
    allow(copy, 0555);

    EXPECT_TRUE(as_stranger([&copy] {
        return failure(copy, Access::ReadOnly) == ErrorCode::StorageFailed;
    }));
    allow(copy, 0755);
}

TEST_F(OpeningTest, WritingWithoutPermissionIsTold) {
    make_archive();
    take_write_permission_away();

    EXPECT_TRUE(as_stranger([this] {
        return failure(archive_, Access::ReadWrite) == ErrorCode::StorageFailed;
    }));
}

TEST_F(OpeningTest, CloseLeavesAnEmptyLog) {
    make_archive();

    EXPECT_TRUE(std::filesystem::is_empty(archive_ / "catalog.sqlite-wal"));
}

TEST_F(OpeningTest, FinishingARunEmptiesTheLogAlsoWhileReadersAreOpen) {
    make_archive();
    const Catalog reader(archive_, Access::ReadOnly);
    EXPECT_TRUE(reader.find("a"));
    Catalog writer(archive_, Access::ReadWrite);
    RunReport report;
    report.run = writer.begin_run("add", "y");
    writer.put(short_article("b", "다른 본문"), report.run);

    writer.finish_run(report);

    EXPECT_TRUE(std::filesystem::is_empty(archive_ / "catalog.sqlite-wal"));
    EXPECT_TRUE(reader.find("a"));
}

TEST_F(OpeningTest, FinishingARunDoesNotWaitForAReadingSearcher) {
    make_archive();
    const Catalog reader(archive_, Access::ReadOnly);
    Catalog writer(archive_, Access::ReadWrite);
    RunReport report;
    report.run = writer.begin_run("add", "y");
    const Reading reading(reader);
    EXPECT_TRUE(reader.find("a"));
    const auto started = std::chrono::steady_clock::now();

    writer.finish_run(report);

    EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(5));
}
}  // namespace
}  // namespace gisa::catalog
