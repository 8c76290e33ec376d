// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/status_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace gisa::cli {
namespace {
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

const std::chrono::sys_seconds kMayDay =
    std::chrono::sys_days(std::chrono::year(2024) / 4 / 30) + std::chrono::hours(15);

constexpr std::chrono::year_month_day kFirstOfMay = std::chrono::year(2024) / 5 / 1;

ArchiveStatus archive_of_two_papers() {
    ArchiveStatus status;
    status.path = "/srv/news";
    status.articles = 1234;
    status.pending = 3;
    status.text_bytes = 34'000'000;
    status.catalog_bytes = 12'000'000;
    status.segment_bytes = 3'500'000;
    status.free_bytes = 50'000'000'000;
    status.versions = 6;
    status.taken_down = 1;
    status.first = kFirstOfMay;
    status.last = std::chrono::year(2024) / 5 / 2;
    status.publishers = {
        {.publisher = "도깨비일보",
         .articles = 1200,
         .empty_days = 3,
         .gaps = {{std::chrono::year(2024) / 4 / 5, std::chrono::year(2024) / 4 / 6}},
         .first = kFirstOfMay,
         .last = kFirstOfMay},
        {.publisher = "", .articles = 34, .empty_days = 0, .gaps = {}, .first = {}, .last = {}},
    };
    status.segments = {
        {.number = 7, .articles = 1240, .hidden = 6, .bytes = 3'500'000, .fingerprint = "chain-1"},
    };
    RunStatus finished;
    finished.run = 1;
    finished.command = "add";
    finished.started = kMayDay + std::chrono::hours(2);
    finished.finished = finished.started + std::chrono::seconds(75);
    finished.added = 1240;
    finished.rejected = 1;
    RunStatus interrupted;
    interrupted.run = 2;
    interrupted.command = "add";
    interrupted.started = kMayDay + std::chrono::hours(26);
    interrupted.problem = "no room is left";
    status.runs = {interrupted, finished};
    status.rejected = 1;
    status.last_rejected = {
        {.source = "a\x1b[2J.jsonl", .line = 3, .reason = "no id", .text = "", .record = ""}};
    status.fingerprint = "chain-1";
    return status;
}

TEST(StatusText, HoldsTotalsAndTables) {
    EXPECT_EQ(
        status_text(archive_of_two_papers()),
        "archive     /srv/news\n"
        "articles    1,234\n"
        "pending     3, stored but not published; the next gisa-index add publishes them\n"
        "published   2024-05-01 to 2024-05-02\n"
        "text        34.0 MB\n"
        "versions    6 former ones (gisa-index log ID shows an article's)\n"
        "taken down  1 article\n"
        "on disk     15.5 MB: catalog 12.0 MB, segments 3.5 MB; free 50.0 GB\n"
        "analysis    chain-1\n"
        "rejected    1 record\n"
        "\n"
        "  publisher   articles  first       last        empty days  longest gap\n"
        "  도깨비일보     1,200  2024-05-01  2024-05-01           3  2024-04-05 to "
        "2024-04-06\n"
        "  (none)            34                                   0\n"
        "\n"
        "  segment  articles  hidden    size\n"
        "        7     1,240       6  3.5 MB\n"
        "\n"
        "  run  command  started                 took  articles\n"
        "    2  add      2024-05-02 02:00  unfinished  failed\n"
        "    1  add      2024-05-01 02:00        1:15  added 1,240, rejected 1\n"
        "  run 2 failed: no room is left\n"
        "\n"
        "  last rejected\n"
        "  a[2J.jsonl:3: no id\n"
    );
}

TEST(StatusText, OfAnEmptyArchiveHasNoEmptyTables) {
    const std::string text = status_text({});

    EXPECT_THAT(text, HasSubstr("articles    0\n"));
    EXPECT_THAT(text, Not(HasSubstr("publisher")));
    EXPECT_THAT(text, Not(HasSubstr("pending")));
    EXPECT_THAT(text, Not(HasSubstr("analysis")));
}

TEST(StatusJson, HoldsEveryMember) {
    const json object = json::parse(status_json(archive_of_two_papers()));

    EXPECT_EQ(object.at("path"), "/srv/news");
    EXPECT_EQ(object.at("articles"), 1234);
    EXPECT_EQ(object.at("pending"), 3);
    EXPECT_EQ(object.at("first"), "2024-05-01");
    EXPECT_EQ(object.at("publishers").at(0).at("publisher"), "도깨비일보");
    EXPECT_TRUE(object.at("publishers").at(1).at("first").is_null());
    EXPECT_EQ(object.at("segments").at(0).at("hidden"), 6);
    EXPECT_TRUE(object.at("runs").at(0).at("finished").is_null());
    EXPECT_EQ(object.at("runs").at(1).at("finished"), "2024-05-01T02:01:15+09:00");
    EXPECT_EQ(object.at("last_rejected").at(0).at("line"), 3);
    EXPECT_EQ(object.at("fingerprint"), "chain-1");
}

TEST(StatusJson, OfAnEmptyArchiveHasTheSameKeys) {
    const json full = json::parse(status_json(archive_of_two_papers()));
    const json empty = json::parse(status_json({}));

    for (const auto& [key, value] : full.items()) {
        EXPECT_TRUE(empty.contains(key)) << key;
    }
}
}  // namespace
}  // namespace gisa::cli
