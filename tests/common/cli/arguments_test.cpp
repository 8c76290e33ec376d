// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/arguments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gisa::cli {
namespace {
namespace po = boost::program_options;
using testing::ElementsAre;
using testing::HasSubstr;
using Words = std::vector<std::string>;

Grammar query_grammar() {
    Grammar grammar;
    auto add = grammar.options.add_options();
    add("limit,n", po::value<std::string>());
    add("count", po::bool_switch());
    add("QUERY", po::value<Words>());
    grammar.positions.add("QUERY", -1);
    grammar.minus_words = true;
    return grammar;
}

Words query_words(const Words& arguments) {
    return parse_arguments(arguments, query_grammar())["QUERY"].as<Words>();
}

UsageError refusal(const Words& arguments) {
    try {
        static_cast<void>(parse_arguments(arguments, query_grammar()));
    } catch (const UsageError& error) {
        return error;
    }
    return UsageError("no complaint");
}

std::string complaint(const Words& arguments) {
    return refusal(arguments).what();
}

std::string hint(const Words& arguments) {
    return refusal(arguments).hint();
}

TEST(Arguments, OptionsAndWordsMayBeMixed) {
    const auto values = parse_arguments({"워터마크", "-n", "3", "서약"}, query_grammar());

    EXPECT_EQ(values["limit"].as<std::string>(), "3");
    EXPECT_THAT(values["QUERY"].as<Words>(), ElementsAre("워터마크", "서약"));
}

TEST(Arguments, WordsThatBeginWithAMinusAndNoAsciiLetterAreNoOptions) {
    EXPECT_THAT(query_words({"워터마크", "-서약"}), ElementsAre("워터마크", "-서약"));
    EXPECT_THAT(query_words({"-\"대통령 선거\"", "예산"}), ElementsAre("-\"대통령 선거\"", "예산"));
    EXPECT_THAT(query_words({"-(예산 OR 재정)"}), ElementsAre("-(예산 OR 재정)"));
}

TEST(Arguments, AfterTwoMinusesEverythingIsAWord) {
    EXPECT_THAT(
        query_words({"korea", "--", "-north", "--count"}), ElementsAre("korea", "-north", "--count")
    );
}

TEST(Arguments, AnEmptyWordIsKept) {
    EXPECT_THAT(query_words({""}), ElementsAre(""));
}

TEST(Arguments, AnUnknownOptionIsNamed) {
    EXPECT_THAT(complaint({"--colour"}), HasSubstr("--colour"));
    EXPECT_THAT(complaint({"-p"}), HasSubstr("-p"));
}

TEST(Arguments, AWordToLeaveOutIsNotReadAsLetterOptions) {
    EXPECT_EQ(complaint({"korea", "-pledge"}), "there is no option -pledge");
    EXPECT_EQ(complaint({"korea", "-north"}), "there is no option -north");
    EXPECT_THAT(hint({"korea", "-north"}), HasSubstr("korea -- -north"));
}

TEST(Arguments, AValueMayFollowItsLetterAtOnce) {
    EXPECT_EQ(parse_arguments({"-n3", "예산"}, query_grammar())["limit"].as<std::string>(), "3");
}

TEST(Arguments, OptionsCannotBeAbbreviated) {
    EXPECT_THAT(complaint({"--lim", "3"}), HasSubstr("--lim"));
}

TEST(Arguments, AMissingValueIsAUsageError) {
    EXPECT_THAT(complaint({"--limit"}), HasSubstr("--limit"));
}

TEST(Arguments, CountsAreWholeNumbersInRange) {
    EXPECT_EQ(parse_count("--limit", "0"), 0U);
    EXPECT_EQ(parse_count("--limit", "4294967295"), 4'294'967'295U);
    for (const char* text : {"-1", "4294967296", "", "3.5", "ten", " 3", "3 "}) {
        EXPECT_THROW(static_cast<void>(parse_count("--limit", text)), UsageError) << text;
    }
}

TEST(Arguments, TheProgramsNameIsNoArgument) {
    constexpr std::array<const char*, 3> kValues = {"gisa-search", "예산", "-n3"};

    EXPECT_THAT(program_arguments(3, kValues.data()), ElementsAre("예산", "-n3"));
    EXPECT_THAT(program_arguments(1, kValues.data()), ElementsAre());
    EXPECT_THAT(program_arguments(0, kValues.data()), ElementsAre());
}
}  // namespace
}  // namespace gisa::cli
