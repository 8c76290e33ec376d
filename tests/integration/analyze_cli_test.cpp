// SPDX-License-Identifier: GPL-2.0-or-later
// gisa-index analyze as scripts and people meet it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/integration/cli_fixture.h"

namespace gisa {
namespace {
using test::ProgramResult;
using testing::HasSubstr;
using testing::IsEmpty;

class AnalyzeCli : public test::CliFixture {};

TEST_F(AnalyzeCli, ShowsWhatWordsBecomeWithoutAnArchive) {
    const ProgramResult shown = index({"analyze", "AI서울", "정상회의에서는"});

    EXPECT_EQ(shown.status, 0);
    EXPECT_EQ(
        shown.output,
        "  typed           script  normal          whole     parts\n"
        "  AI              latin   ai              ai\n"
        "  서울            korean  서울            서울      서울\n"
        "  정상회의에서는  korean  정상회의에서는  정상회의  정상 회의\n"
    );
    EXPECT_THAT(shown.errors, IsEmpty());
}

TEST_F(AnalyzeCli, UsesTheDictionaryOfTheArchive) {
    ASSERT_EQ(index({"dictionary", "set", "-"}, "윤슬빛나래\n").status, 0);

    const ProgramResult shown = index({"analyze", "--format", "tsv", "윤슬빛나래가"});

    EXPECT_EQ(shown.output, "윤슬빛나래가\tkorean\t윤슬빛나래가\t윤슬빛나래\t윤슬빛나래\n");
}

TEST_F(AnalyzeCli, ReadsStandardInputLineByLine) {
    const ProgramResult shown = index({"analyze", "--format", "json"}, "한 줄\r\n\xFF 둘\n");

    EXPECT_EQ(shown.status, 0);
    const std::size_t end = shown.output.find('\n');
    EXPECT_EQ(nlohmann::json::parse(shown.output.substr(0, end))["text"], "한 줄");
    const auto second = nlohmann::json::parse(shown.output.substr(end + 1));
    EXPECT_EQ(second["words"][0]["typed"], "둘");
    EXPECT_EQ(second["words"][0]["begin"], 4) << "in the text as it is printed, U+FFFD first";
}

TEST_F(AnalyzeCli, SaysWhenThereIsNothingToAnalyseOrNoArchive) {
    EXPECT_THAT(index({"analyze", "!!!"}).errors, HasSubstr("no letter or digit"));
    EXPECT_THAT(
        index({"analyze", "--archive", path("nowhere"), "말"}).errors,
        HasSubstr("there is no archive in")
    );
    EXPECT_EQ(index({"analyze", "--format", "xml", "말"}).status, 2);
    EXPECT_EQ(index({"analyze", "--articles", "3", "말"}).status, 2);
    EXPECT_EQ(index({"analyze", "--verify", path("nowhere")}).status, 66);
}

TEST_F(AnalyzeCli, VerifyCountsFormsAndItsStatusTellsOfDisagreements) {
    add(R"({"id": "a", "title": "pledge", "body": "Pledges, pledged."})"
        "\n");
    const ProgramResult fine = index({"analyze", "--verify", "-"}, "pledge\n\n");

    EXPECT_THAT(fine.output, HasSubstr("1 word, "));
    EXPECT_THAT(fine.output, HasSubstr("; 1 article read"));

    const ProgramResult json = index({"analyze", "--verify", "-", "--format", "json"}, "한강\n");
    const auto report = nlohmann::json::parse(json.output);
    EXPECT_EQ(json.status, report["disagreements"] == 0 ? 0 : 65);
    EXPECT_EQ(report["first"].size(), report["disagreements"]);
}
}  // namespace
}  // namespace gisa
