// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/query_completion.h"

#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gisa::cli {
namespace {
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> values(FacetField field) {
    switch (field) {
        case FacetField::Publisher:
            return {"별여울일보", "East Lantern Review", "eastern-post", "A \"B\" C", "(주)통신"};
        case FacetField::Section:
            return {"정치", "정치·외교"};
        case FacetField::Month:
            return {"2024-05", "2023-12"};
        default:
            return {};
    }
}

std::vector<std::string> completions(std::string_view query) {
    return query_completions(query, {values, [] {
                                         return std::vector<std::string>{"예산", "tide"};
                                     }});
}

TEST(QueryCompletion, OfAWordIsTheFieldsThatBeginSo) {
    EXPECT_THAT(completions("pub"), ElementsAre("publisher:", "published:"));
    EXPECT_THAT(completions("언"), ElementsAre("언론사:", "언어:"));
    EXPECT_THAT(completions("PUBLISHE"), ElementsAre("publisher:", "published:"));
    EXPECT_THAT(completions("워터마크"), IsEmpty());
    EXPECT_THAT(completions(""), SizeIs(26));
}

TEST(QueryCompletion, OfAFieldIsItsValues) {
    EXPECT_THAT(completions("언론사:별"), ElementsAre("언론사:별여울일보"));
    EXPECT_THAT(completions("date:"), ElementsAre("date:2024-05", "date:2023-12"));
    EXPECT_THAT(completions("질의:예"), ElementsAre("질의:예산"));
    EXPECT_THAT(completions("title:예"), IsEmpty());
    EXPECT_THAT(completions("foo:예"), IsEmpty());
}

TEST(QueryCompletion, QuotesAValueThatIsMoreThanAWord) {
    EXPECT_THAT(
        completions("publisher:east"),
        ElementsAre("publisher:\"East Lantern Review\"", "publisher:eastern-post")
    );
    EXPECT_THAT(
        completions("publisher:\"East L"), ElementsAre("publisher:\"East Lantern Review\"")
    );
    EXPECT_THAT(completions("언론사:\"별"), ElementsAre("언론사:\"별여울일보\""));
    EXPECT_THAT(completions("언론사:("), ElementsAre("언론사:\"(주)통신\""));
    EXPECT_THAT(completions("section:정"), ElementsAre("section:정치", "section:\"정치·외교\""));
}

TEST(QueryCompletion, LeavesOutAValueThatNoQueryCanHold) {
    EXPECT_THAT(completions("publisher:A"), IsEmpty());
}

TEST(QueryCompletion, GoesOnWithTheLastWordOfAQuery) {
    EXPECT_THAT(completions("예산 \"a b\" lea"), ElementsAre("예산 \"a b\" lead:"));
    EXPECT_THAT(completions("예산 -section:정치"), Contains("예산 -section:\"정치·외교\""));
    EXPECT_THAT(completions("-(tit"), ElementsAre("-(title:"));
    EXPECT_THAT(completions("--tit"), IsEmpty()) << "two dashes are part of a word";
    EXPECT_THAT(completions("title:query:t"), ElementsAre("title:query:tide"));
    EXPECT_THAT(completions("예산 \"lea"), IsEmpty()) << "inside a phrase";
}

TEST(QueryCompletion, AsksTheArchiveOnlyForValues) {
    const CompletionSources none{
        [](FacetField) -> std::vector<std::string> { throw std::runtime_error("asked"); },
        []() -> std::vector<std::string> { throw std::runtime_error("asked"); },
    };

    EXPECT_THAT(query_completions("title:예산 sec", none), ElementsAre("title:예산 section:"));
    EXPECT_THROW((void)query_completions("section:정", none), std::runtime_error);
}

TEST(QueryCompletion, IsNeverLongerThanAPersonReads) {
    const CompletionSources many{
        [](FacetField) { return std::vector<std::string>(500, "별여울일보"); }, {}};

    EXPECT_THAT(query_completions("언론사:", many), SizeIs(100));
}
}  // namespace
}  // namespace gisa::cli
