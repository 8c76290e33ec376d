// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/segment/xapian_guard.h"

#include <cerrno>

#include <gtest/gtest.h>

namespace gisa::segment {
namespace {
ErrorCode code_of(const Xapian::Error& error) {
    return translated(error, "testing").code();
}

TEST(XapianGuard, TellsDamageFromADiskThatFails) {
    const auto damaged = ErrorCode::ArchiveCorrupt;
    const auto failed = ErrorCode::StorageFailed;
    EXPECT_EQ(code_of(Xapian::DatabaseCorruptError("a block is broken")), damaged);
    EXPECT_EQ(code_of(Xapian::DatabaseVersionError("of another format")), damaged);
    EXPECT_EQ(code_of(Xapian::DatabaseNotFoundError("no type to be seen")), damaged);
    EXPECT_EQ(code_of(Xapian::DatabaseNotFoundError("is not there", ENOENT)), damaged);
    EXPECT_EQ(code_of(Xapian::DatabaseOpeningError("is no database")), damaged);
    EXPECT_EQ(code_of(Xapian::DatabaseOpeningError("may not be read", EACCES)), failed);
    EXPECT_EQ(code_of(Xapian::DatabaseOpeningError("cannot be made", ENOSPC)), failed);
    EXPECT_EQ(code_of(Xapian::DatabaseError("cannot be written", EIO)), failed);
}
}  // namespace
}  // namespace gisa::segment
