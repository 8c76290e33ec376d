// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/catalog/database.h"

#include <gtest/gtest.h>

#include "tests/support/temp_dir.h"

namespace gisa::catalog {
namespace {
using std::chrono::milliseconds;

class DatabaseTest : public testing::Test {
  protected:
    template <typename Act>
    static ErrorCode failure(Act act) {
        try {
            act();
        } catch (const Error& error) {
            EXPECT_STRNE(error.what(), "");
            return error.code();
        }
        ADD_FAILURE() << "nothing was thrown";
        return ErrorCode::InvalidArgument;
    }

    gisa::test::TempDir folder_;
    std::filesystem::path file_ = folder_.path() / "x.sqlite";
    Database database_{file_, Database::Mode::ReadWrite, milliseconds(0)};
};

TEST_F(DatabaseTest, GivesBackWhatWasBound) {
    database_.execute("CREATE TABLE t (a, b, c, d, e)");
    Statement insert(database_, "INSERT INTO t VALUES (?1, ?2, ?3, ?4, ?5)");
    const std::string text("가\0나", 7);
    const std::optional<std::int64_t> absent;

    Use(insert, std::int64_t{-5}, text, absent, std::string_view(), Blob()).run();

    Statement select(database_, "SELECT a, b, c, d, e FROM t");
    Use use(select);
    ASSERT_TRUE(use.next());
    EXPECT_EQ(use.integer(0), -5);
    EXPECT_EQ(use.text(1), text);
    EXPECT_EQ(use.optional_integer(2), std::nullopt);
    EXPECT_EQ(use.text(3), "");
    EXPECT_TRUE(use.blob(4).empty());
    EXPECT_FALSE(use.next());
    EXPECT_EQ(database_.integer("SELECT d IS NULL OR e IS NULL FROM t"), 0);
}

TEST_F(DatabaseTest, AStatementForgetsTheBindingsOfItsLastUse) {
    Statement echo(database_, "SELECT ?1");
    {
        Use use(echo, std::int64_t{7});
        ASSERT_TRUE(use.next());
    }
    Use again(echo);
    ASSERT_TRUE(again.next());
    EXPECT_EQ(again.optional_integer(0), std::nullopt);
}

TEST_F(DatabaseTest, ATransactionWithoutCommitIsTakenBackWithThoseInsideIt) {
    database_.execute("CREATE TABLE t (a)");
    {
        const Transaction outer(database_);
        Transaction inner(database_);
        database_.execute("INSERT INTO t VALUES (1)");
        inner.commit();
    }
    EXPECT_EQ(database_.integer("SELECT count(*) FROM t"), 0);
    EXPECT_FALSE(database_.in_transaction());
}

TEST_F(DatabaseTest, AHeldDatabaseIsLocked) {
    database_.execute("CREATE TABLE t (a)");
    const Transaction holder(database_);
    Database other(file_, Database::Mode::ReadWrite, milliseconds(0));

    EXPECT_EQ(failure([&] { const Transaction wanted(other); }), ErrorCode::ArchiveLocked);
}

TEST_F(DatabaseTest, AFullDiskIsAStorageFailureWithAHint) {
    database_.execute("CREATE TABLE t (a); PRAGMA max_page_count = 4");

    EXPECT_EQ(
        failure([&] { database_.execute("INSERT INTO t VALUES (zeroblob(100000))"); }),
        ErrorCode::StorageFailed
    );
}

TEST_F(DatabaseTest, AReadOnlyConnectionDoesNotWrite) {
    database_.execute("CREATE TABLE t (a)");
    Database reader(file_, Database::Mode::ReadOnly, milliseconds(0));

    EXPECT_EQ(
        failure([&] { reader.execute("INSERT INTO t VALUES (1)"); }), ErrorCode::StorageFailed
    );
}

TEST_F(DatabaseTest, AMissingFolderIsAStorageFailure) {
    EXPECT_EQ(
        failure([&] {
            Database(folder_.path() / "no" / "x", Database::Mode::ReadWrite, milliseconds(0));
        }),
        ErrorCode::StorageFailed
    );
}
}  // namespace
}  // namespace gisa::catalog
