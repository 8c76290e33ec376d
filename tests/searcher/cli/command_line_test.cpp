// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/command_line.h"

#include <csignal>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/cli/arguments.h"

namespace gisa::cli {
namespace {
using testing::ElementsAre;

std::string complaint(std::string_view command) {
    try {
        static_cast<void>(command_words("--exec", command));
    } catch (const UsageError& error) {
        return error.what();
    }
    return "no complaint";
}

TEST(CommandLine, WordsArePartedByWhiteSpace) {
    EXPECT_THAT(command_words("--exec", "  less\t-F  {} "), ElementsAre("less", "-F", "{}"));
}

TEST(CommandLine, QuotesKeepWordsTogetherAndHoldTheOtherQuote) {
    EXPECT_THAT(
        command_words("--exec", R"(say "it's here" -x'a b'c '')"),
        ElementsAre("say", "it's here", "-xa bc", "")
    );
}

TEST(CommandLine, NothingElseMeansAnything) {
    EXPECT_THAT(
        command_words("--exec", R"(echo $HOME `id`; \ | * > f)"),
        ElementsAre("echo", "$HOME", "`id`;", "\\", "|", "*", ">", "f")
    );
}

TEST(CommandLine, WhatIsNoCommandIsRefused) {
    EXPECT_EQ(complaint("say 'it"), "--exec has a quote without its end");
    EXPECT_EQ(complaint(" "), "--exec names no program");
    EXPECT_EQ(complaint("'' a"), "--exec names no program");
}

TEST(CommandLine, TellsHowAProgramEnded) {
    EXPECT_EQ(run_command({"sh", "-c", "exit 7"}), 7);
    EXPECT_EQ(run_command({"sh", "-c", "kill -TERM $$"}), 128 + SIGTERM);
    EXPECT_EQ(run_command({"true"}), 0);
}

TEST(CommandLine, WhatCannotBeStartedHasNoStatus) {
    EXPECT_EQ(run_command({"/there/is/no/such/program"}), std::nullopt);
    EXPECT_EQ(run_command({"true", std::string("a\0b", 3)}), std::nullopt);
}
}  // namespace
}  // namespace gisa::cli
