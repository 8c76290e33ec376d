// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/remarks.h"

#include <gtest/gtest.h>

namespace gisa::cli {
namespace {
using Seconds = std::chrono::duration<double>;

Answer answer_with(std::size_t hits, const HitCount& total) {
    Answer answer;
    answer.query = "예산 OR";
    answer.response.hits.resize(hits);
    answer.response.total = total;
    answer.response.understood = "예산";
    answer.response.archive_articles = 60;
    return answer;
}

constexpr HitCount kEstimated{.at_least = 900, .estimate = 1234, .at_most = 2000};
constexpr HitCount kExact{.at_least = 1, .estimate = 1, .at_most = 1};

TEST(Remarks, AnEstimateIsCalledOne) {
    EXPECT_EQ(
        count_remark(answer_with(10, kEstimated), Seconds(0.0123)),
        "about 1,234 articles (0.012 s)\n"
    );
    EXPECT_EQ(count_remark(answer_with(1, kExact), Seconds(2)), "1 article (2.000 s)\n");
}

TEST(Remarks, LaterPagesSayWhichRanksTheyShow) {
    Answer answer = answer_with(10, kEstimated);
    answer.response.first = 20;

    EXPECT_EQ(
        count_remark(answer, Seconds(0.001)), "hits 21 to 30; about 1,234 articles (0.001 s)\n"
    );
}

TEST(Remarks, AreBrokenAtSpacesForATerminal) {
    EXPECT_EQ(
        laid_out("note: 날짜가 거꾸로 되어 바꾸었습니다.\n1 article\n", 24),
        "note: 날짜가 거꾸로\n"
        "  되어 바꾸었습니다.\n"
        "1 article\n"
    );
}

TEST(Remarks, ANoticeQuotesThePieceOfTheQuery) {
    Answer answer = answer_with(1, kExact);
    answer.response.notices = {
        {.where = {.begin = 7, .end = 9}, .message = "Nothing follows here."},
        {.where = {.begin = 7, .end = 9}, .message = "OR needs something on both sides."},
        {.where = {}, .message = "The whole query\x1b[2J."},
        {.where = {.begin = 7, .end = 99}, .message = "Too far."},
    };

    EXPECT_EQ(
        notice_remarks(answer),
        "note: “OR” Nothing follows here.\nnote: OR needs something on both sides.\nnote: The "
        "whole query[2J.\n"
        "note: “OR” Too far.\n"
    );
}

TEST(Remarks, OnlyTheBeginningOfALongPieceIsQuoted) {
    Answer answer = answer_with(1, kExact);
    answer.query = std::string(1000, 'a');
    answer.response.notices = {{.where = {.begin = 0, .end = 1000}, .message = "Too long."}};

    EXPECT_EQ(notice_remarks(answer), "note: “" + std::string(39, 'a') + "…” Too long.\n");
}

TEST(Remarks, NothingFoundSaysHowTheQueryWasUnderstood) {
    Answer answer = answer_with(0, {});
    EXPECT_EQ(nothing_remark(answer), "nothing found for 예산 OR, understood as 예산\n");

    answer.query = "예산";
    EXPECT_EQ(nothing_remark(answer), "nothing found for 예산\n");

    answer.query.clear();
    EXPECT_EQ(nothing_remark(answer), "nothing found\n");
}

TEST(Remarks, APageBehindTheLastHitIsNotCalledNothingFound) {
    Answer answer = answer_with(0, kExact);
    answer.response.first = 10;

    EXPECT_EQ(nothing_remark(answer), "nothing on this page: 1 article found, 10 hits left out\n");
}

TEST(Remarks, AnEmptyArchiveIsToldApart) {
    Answer answer = answer_with(0, {});
    answer.response.archive_articles = 0;

    EXPECT_EQ(nothing_remark(answer), "nothing found: the archive holds no article\n");
}

TEST(Remarks, ABatchIsSummedUp) {
    EXPECT_EQ(batch_remark({.answered = 1}, Seconds(0.04)), "gisa-search: 1 query, 0.0 s\n");
    EXPECT_EQ(
        batch_remark(
            {.answered = 1083, .without_hits = 2, .with_notices = 3, .broken_lines = 1},
            Seconds(0.84)
        ),
        "gisa-search: 1,083 queries, 2 without a hit, 3 with notices (--format json has them), "
        "1 broken line, 0.8 s\n"
    );
}
}  // namespace
}  // namespace gisa::cli
