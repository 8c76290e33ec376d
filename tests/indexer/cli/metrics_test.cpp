// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/metrics.h"

#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gisa::cli {
namespace {
using testing::HasSubstr;
using testing::Not;

RunOutcome an_outcome() {
    RunOutcome run;
    run.archive = "/srv/기사 \"a\\b\"";
    run.report.added = 3;
    run.report.cpu_seconds.analyze = 0.25;
    run.began = std::chrono::system_clock::time_point(std::chrono::seconds(1'000));
    run.ended = run.began + std::chrono::milliseconds(1'500);
    return run;
}

TEST(MetricsText, EscapesTheArchive) {
    const std::string text = metrics_text(an_outcome(), std::nullopt, std::nullopt);

    EXPECT_THAT(
        text,
        HasSubstr("gisa_last_run_timestamp_seconds{archive=\"/srv/기사 \\\"a\\\\b\\\"\"} 1001.500\n"
        )
    );
    EXPECT_THAT(text, HasSubstr("outcome=\"added\"} 3\n"));
    EXPECT_THAT(text, HasSubstr("stage=\"analyze\"} 0.250\n"));
}

TEST(MetricsText, LeavesOutWhatNobodyKnows) {
    const std::string text = metrics_text(an_outcome(), std::nullopt, std::nullopt);

    EXPECT_THAT(text, Not(HasSubstr("gisa_last_success")));
    EXPECT_THAT(text, Not(HasSubstr("gisa_articles")));
}

TEST(MetricsText, DescribesEachFamilyOnceBeforeItsValues) {
    std::istringstream lines(metrics_text(an_outcome(), ArchiveStatus(), 12.0));
    std::set<std::string> seen;
    std::string family;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("# HELP ")) {
            family = line.substr(7, line.find(' ', 7) - 7);
            EXPECT_TRUE(seen.insert(family).second) << family;
            std::getline(lines, line);
            EXPECT_EQ(line, "# TYPE " + family + " gauge");
        } else {
            EXPECT_TRUE(line.starts_with(family + "{archive=\"")) << line;
        }
    }
    EXPECT_EQ(seen.size(), 15U);
}

TEST(LastSuccess, IsReadFromAnEarlierText) {
    EXPECT_EQ(last_success_in(metrics_text(an_outcome(), std::nullopt, 1234.5)), 1234.5);
    EXPECT_EQ(
        last_success_in(std::string("gisa_last_success_timestamp_seconds{} soon\n")), std::nullopt
    );
    EXPECT_EQ(last_success_in(std::string()), std::nullopt);
}

TEST(LastSuccess, IsTheNewestGoodRunOfTheLog) {
    using std::chrono::seconds;
    using std::chrono::sys_seconds;
    ArchiveStatus status;
    status.runs.push_back({.run = 3, .finished = sys_seconds(seconds(30)), .problem = "full"});
    status.runs.push_back({.run = 2, .finished = std::nullopt});
    status.runs.push_back({.run = 1, .finished = sys_seconds(seconds(10))});

    EXPECT_EQ(last_success_in(status), 10.0);
    EXPECT_EQ(last_success_in(ArchiveStatus()), std::nullopt);
}
}  // namespace
}  // namespace gisa::cli
