// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/terminal.h"

#include <map>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "common/cli/arguments.h"

namespace gisa::cli {
namespace {
Environment with(const std::map<std::string, std::string>& variables) {
    return [variables](const char* name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

constexpr Terminal kScreen{.is_terminal = true, .width = 80};
constexpr Terminal kPipe{.is_terminal = false, .width = 80};

/// The width of a stream that is no terminal, with $COLUMNS set to a text.
std::size_t width_with_columns(const std::string& columns) {
    const int null_device = open("/dev/null", O_RDONLY);
    const Terminal terminal = look_at_terminal(null_device, with({{"COLUMNS", columns}}));
    close(null_device);
    EXPECT_FALSE(terminal.is_terminal);
    return terminal.width;
}

TEST(Terminal, IsEightyCellsWideWhenNobodyKnows) {
    EXPECT_EQ(width_with_columns(""), 80U);
    EXPECT_EQ(width_with_columns("wide"), 80U);
    EXPECT_EQ(width_with_columns("-5"), 80U);
}

TEST(Terminal, TakesTheExportedColumnsWithinReason) {
    EXPECT_EQ(width_with_columns("132"), 132U);
    EXPECT_EQ(width_with_columns("3"), 20U);
    EXPECT_EQ(width_with_columns("99999"), 500U);
}

TEST(Emphasis, PipesAndDumbTerminalsGetNone) {
    EXPECT_EQ(choose_emphasis(When::Auto, kPipe, with({{"TERM", "xterm"}})), Emphasis::None);
    EXPECT_EQ(choose_emphasis(When::Auto, kScreen, with({{"TERM", "dumb"}})), Emphasis::None);
    EXPECT_EQ(choose_emphasis(When::Auto, kScreen, with({})), Emphasis::None);
}

TEST(Emphasis, TerminalsGetColoursUnlessNoColorIsSet) {
    EXPECT_EQ(choose_emphasis(When::Auto, kScreen, with({{"TERM", "xterm"}})), Emphasis::Colour);
    EXPECT_EQ(
        choose_emphasis(When::Auto, kScreen, with({{"TERM", "xterm"}, {"NO_COLOR", "1"}})),
        Emphasis::Mono
    );
}

TEST(Emphasis, AnOptionBeatsStreamAndEnvironment) {
    EXPECT_EQ(choose_emphasis(When::Always, kPipe, with({{"NO_COLOR", "1"}})), Emphasis::Colour);
    EXPECT_EQ(choose_emphasis(When::Never, kScreen, with({{"TERM", "xterm"}})), Emphasis::None);
}

TEST(Emphasis, AnUnknownWishIsAUsageError) {
    EXPECT_EQ(parse_when("--color", "always"), When::Always);
    EXPECT_THROW(static_cast<void>(parse_when("--color", "maybe")), UsageError);
}

TEST(Terminal, OnlyRealTerminalsHaveLinesRewritten) {
    EXPECT_TRUE(can_rewrite_lines(kScreen, with({{"TERM", "xterm"}})));
    EXPECT_FALSE(can_rewrite_lines(kScreen, with({{"TERM", "dumb"}})));
    EXPECT_FALSE(can_rewrite_lines(kPipe, with({{"TERM", "xterm"}})));
}
}  // namespace
}  // namespace gisa::cli
