// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/index_program.h"

#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/cli/characters.h"
#include "indexer/cli/command.h"
#include "indexer/cli/writing.h"

namespace gisa::cli {
namespace {
using testing::ElementsAre;
using testing::HasSubstr;

std::string complaint(const std::vector<std::string>& arguments) {
    try {
        static_cast<void>(index_program(arguments));
    } catch (const UsageError& error) {
        return std::string(error.what()) + " | " + error.hint();
    }
    return "no complaint";
}

TEST(FindCommand, SharedOptionsMayStandBeforeIt) {
    const CommandLine line = find_command({"--archive", "add", "remove", "-", "--archive"});

    EXPECT_EQ(line.command, "remove");
    EXPECT_THAT(line.others, ElementsAre("--archive", "add", "-", "--archive"));
}

TEST(FindCommand, AnOptionWithItsValueInsideTakesNoWord) {
    const CommandLine line = find_command({"--archive=here", "add", "--map", "a=b", "news"});

    EXPECT_EQ(line.command, "add");
    EXPECT_THAT(line.others, ElementsAre("--archive=here", "--map", "a=b", "news"));
}

TEST(FindCommand, ThereMayBeNone) {
    EXPECT_EQ(find_command({"--help"}).command, "");
    EXPECT_EQ(find_command({"--archive", "add"}).command, "");
}

TEST(IndexProgram, WrongUsagePointsToTheRightHelp) {
    EXPECT_THAT(complaint({}), HasSubstr("no command is given"));
    EXPECT_EQ(complaint({"ad"}), "there is no command \"ad\" | try: gisa-index help");
    EXPECT_EQ(complaint({"help", "ad"}), "there is no command \"ad\" | try: gisa-index help");
    EXPECT_EQ(complaint({"add"}), "no PATH is given | try: gisa-index help add");
    EXPECT_EQ(complaint({"remove"}), "no ID is given | try: gisa-index help remove");
    EXPECT_EQ(
        complaint({"status", "x"}), "status takes no arguments | try: gisa-index help status"
    );
    EXPECT_THAT(complaint({"add", "--maps", "x"}), HasSubstr("gisa-index help add"));
}

TEST(IndexProgram, WrongValuesAreRefusedBeforeTheArchiveIsTouched) {
    const std::vector<std::string> add = {"--archive", "/nowhere/at/all", "add", "x"};
    const auto complaint_about = [&add](const std::string& option) {
        std::vector<std::string> arguments = add;
        arguments.push_back(option);
        return complaint(arguments);
    };

    EXPECT_THAT(complaint_about("--map=headline"), HasSubstr("FROM=TO"));
    EXPECT_THAT(complaint_about("--map==title"), HasSubstr("FROM=TO"));
    EXPECT_THAT(complaint_about("--map=headline="), HasSubstr("FROM=TO"));
    EXPECT_THAT(complaint_about("--threads=many"), HasSubstr("--threads"));
    EXPECT_THAT(complaint_about("--report=xml"), HasSubstr("text, json or none"));
}

TEST(IndexHelp, NamesEveryCommand) {
    for (const Command& command : commands()) {
        EXPECT_THAT(index_help(), HasSubstr(std::string(command.summary)));
        EXPECT_THAT(
            command.help,
            HasSubstr("Usage: gisa-index [--archive DIR] " + std::string(command.name))
        );
    }
}

TEST(IndexHelp, FitsATerminalOfEightyColumns) {
    std::string all = index_help();
    for (const Command& command : commands()) {
        all += command.help;
    }
    all += kWritingOptions;

    std::istringstream lines(all);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(cell_width(line), 80U) << line;
    }
}

TEST(IndexHelp, OfACommandNamesItsOptions) {
    for (const Command& command : commands()) {
        Grammar grammar;
        command.describe(grammar);
        for (const auto& option : grammar.options.options()) {
            const std::string help =
                std::string(command.help) + std::string(command.writes ? kWritingOptions : "");
            EXPECT_THAT(help, HasSubstr("--" + option->long_name()));
        }
    }
}
}  // namespace
}  // namespace gisa::cli
