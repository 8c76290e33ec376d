// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/run_report.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace gisa::cli {
namespace {
using nlohmann::json;

RunReport night() {
    RunReport report;
    report.run = 3;
    report.added = 1200;
    report.replaced = 34;
    report.unchanged = 5;
    report.rejected = 2;
    report.text_bytes = 3'000'000;
    report.wall_seconds = 2.0;
    report.cpu_seconds.analyze = 1.25;
    report.first_rejected = {
        {.source = "밤.jsonl", .line = 7, .reason = "no title and no body", .text = "{}"},
        {.source = "-", .line = 0, .reason = "no JSON\x1b[2J", .text = "\x1b"},
    };
    report.fingerprint = "chain-1";
    return report;
}

TEST(RunReport, IsOneLineForPeople) {
    EXPECT_EQ(
        report_text(night(), ReportShape::Text, RunKind::Add),
        "added 1,200, replaced 34, unchanged 5, rejected 2 in 2.0 s (617 articles/s)\n"
    );
}

TEST(RunReport, TellsWhatAnInterruptedRunLeft) {
    RunReport report;
    report.resumed = 10;

    EXPECT_EQ(
        report_text(report, ReportShape::Text, RunKind::Add),
        "added 0, replaced 0, unchanged 0, rejected 0, taken up from an interrupted run 10 in 0.0 "
        "s\n"
    );
}

TEST(RunReport, OfARemovalTellsOnlyThat) {
    RunReport report;
    report.removed = 2;
    report.wall_seconds = 0.06;

    EXPECT_EQ(report_text(report, ReportShape::Text, RunKind::Remove), "removed 2 in 0.1 s\n");
}

TEST(RunReport, IsOneObjectForPrograms) {
    const json object = json::parse(report_text(night(), ReportShape::Json, RunKind::Add));

    EXPECT_EQ(object.at("run"), 3);
    EXPECT_EQ(object.at("added"), 1200);
    EXPECT_EQ(object.at("removed"), 0);
    EXPECT_EQ(object.at("resumed"), 0);
    EXPECT_EQ(object.at("text_bytes"), 3'000'000);
    EXPECT_EQ(object.at("cpu_seconds").at("analyze"), 1.25);
    EXPECT_EQ(object.at("first_rejected").at(0).at("source"), "밤.jsonl");
    EXPECT_EQ(object.at("first_rejected").at(0).at("line"), 7);
    EXPECT_EQ(object.at("fingerprint"), "chain-1");
}

TEST(RunReport, CanBeLeftOut) {
    EXPECT_EQ(report_text(night(), ReportShape::None, RunKind::Add), "");
}

TEST(RejectedLines, NameSourceLineAndReason) {
    EXPECT_EQ(rejected_lines(night()), "밤.jsonl:7: no title and no body\n-: no JSON[2J\n");
}

TEST(RejectedLines, TellHowManyMoreThereAre) {
    RunReport report = night();
    report.first_rejected.resize(1);
    report.rejected = 1001;

    EXPECT_EQ(
        rejected_lines(report),
        "밤.jsonl:7: no title and no body\n1,000 more rejected: gisa-index status\n"
    );
}

TEST(RejectedLines, AreEmptyWhenNothingWas) {
    EXPECT_EQ(rejected_lines({}), "");
}
}  // namespace
}  // namespace gisa::cli
