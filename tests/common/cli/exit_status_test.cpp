// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/exit_status.h"

#include <gtest/gtest.h>

namespace gisa::cli {
namespace {
TEST(ExitStatus, EachErrorHasTheNumberScriptsRelyOn) {
    const struct {
        ErrorCode code;
        int number;
    } cases[] = {
        {ErrorCode::ArchiveNotFound, 2},
        {ErrorCode::ArchiveCorrupt, 2},
        {ErrorCode::InvalidArgument, 2},
        {ErrorCode::InputNotFound, 66},
        {ErrorCode::StorageFailed, 74},
        {ErrorCode::ArchiveLocked, 75},
        {ErrorCode::Configuration, 78},
        {ErrorCode::ArchiveIncompatible, 78},
    };

    for (const auto& expected : cases) {
        EXPECT_EQ(static_cast<int>(exit_status(expected.code)), expected.number)
            << "error code " << static_cast<int>(expected.code);
    }
}
}  // namespace
}  // namespace gisa::cli
