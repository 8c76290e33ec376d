// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/table.h"

#include <gtest/gtest.h>

namespace gisa::cli {
namespace {
TEST(Table, ColumnsAreAsWideAsTheirWidestCellOnATerminal) {
    Table table({Align::Left, Align::Right, Align::Left}, {"word", "n", "parts"});
    table.add({"세종시청", "7", "세종"});
    table.add({"ai", "1,200", ""});

    EXPECT_EQ(
        table.text(),
        "  word          n  parts\n"
        "  세종시청      7  세종\n"
        "  ai        1,200\n"
    );
    EXPECT_EQ(table.rows(), 2U);
}
}  // namespace
}  // namespace gisa::cli
