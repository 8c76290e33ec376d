// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/progress_line.h"

#include <sstream>

#include <gtest/gtest.h>

#include "common/cli/characters.h"

namespace gisa::cli {
namespace {
using Seconds = std::chrono::duration<double>;
using Stage = Progress::Stage;

TEST(ProgressText, TellsShareArticlesRateAndTimeLeft) {
    EXPECT_EQ(
        progress_text(
            {.stage = Stage::Indexing, .done = 5000, .total = 20'000, .articles = 5000}, Seconds(10)
        ),
        "indexing    25 %   5,000 articles   500/s   0:30 left"
    );
}

TEST(ProgressText, LeavesOutWhatCannotBeKnownYet) {
    EXPECT_EQ(
        progress_text(
            {.stage = Stage::Indexing, .done = 50, .total = 1000, .articles = 50}, Seconds(0.2)
        ),
        "indexing     5 %   50 articles"
    );
    EXPECT_EQ(
        progress_text({.stage = Stage::Reading, .done = 0, .total = 1000}, Seconds(5)),
        "reading      0 %"
    );
}

TEST(ProgressText, StandardInputHasNoShareAndNoEnd) {
    EXPECT_EQ(
        progress_text(
            {.stage = Stage::Reading, .done = 1'500'000, .total = 0, .articles = 600}, Seconds(2)
        ),
        "reading      1.5 MB   600 articles   300/s"
    );
}

TEST(ProgressText, MoreThanAllIsAll) {
    EXPECT_EQ(
        progress_text({.stage = Stage::Compacting, .done = 12, .total = 10}, Seconds(2)),
        "compacting 100 %   0:00 left"
    );
}

TEST(ProgressLine, IsRewrittenAndGoneAtTheEnd) {
    std::ostringstream terminal;
    {
        ProgressLine line(terminal, 80);
        line.show({.stage = Stage::Reading, .done = 1, .total = 2}, {});
        line.show({.stage = Stage::Reading, .done = 2, .total = 2}, {});
    }

    EXPECT_EQ(terminal.str(), "reading     50 %\r\x1b[Kreading    100 %\r\x1b[K");
}

TEST(ProgressLine, FinishingErasesItOnce) {
    std::ostringstream terminal;
    {
        ProgressLine line(terminal, 80);
        line.show({.stage = Stage::Publishing, .done = 1, .total = 2}, {});
        line.show({.stage = Stage::Finished}, {});
    }

    EXPECT_EQ(terminal.str(), "publishing  50 %\r\x1b[K");
}

TEST(ProgressLine, CountsTheTimeFromTheBeginningOfEachStage) {
    std::ostringstream terminal;
    const ProgressLine::Clock::time_point begin;
    {
        ProgressLine line(terminal, 80);
        line.show({.stage = Stage::Reading, .done = 1, .total = 2}, begin);
        line.show(
            {.stage = Stage::Compacting, .done = 0, .total = 2}, begin + std::chrono::hours(1)
        );
        line.show(
            {.stage = Stage::Compacting, .done = 1, .total = 2}, begin + std::chrono::minutes(61)
        );
    }

    EXPECT_TRUE(terminal.str().ends_with("compacting  50 %   1:00 left\r\x1b[K")) << terminal.str();
}

TEST(ProgressLine, NeverFillsTheTerminalsLastColumn) {
    std::ostringstream terminal;
    {
        ProgressLine line(terminal, 20);
        line.show({.stage = Stage::Indexing, .done = 1, .total = 2, .articles = 1'000'000}, {});
    }

    const std::string shown = terminal.str().substr(0, terminal.str().find('\r'));
    EXPECT_LE(cell_width(shown), 19U) << shown;
}
}  // namespace
}  // namespace gisa::cli
