// SPDX-License-Identifier: GPL-2.0-or-later
// gisa-index dictionary as scripts and people meet it.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/integration/cli_fixture.h"

namespace gisa {
namespace {
using test::ProgramResult;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kArticles =
    R"({"id": "a", "title": "윤슬빛나래 공연", "body": "저녁에 열린다."})"
    "\n"
    R"({"id": "b", "title": "예산 심의", "body": "여야가 만났다."})"
    "\n";

class DictionaryCli : public test::CliFixture {};

TEST_F(DictionaryCli, CheckNamesBadLinesAndCounts) {
    const std::string file = write("words.txt", "윤슬빛나래\nKF-21\n세종시 세종 청\n");

    const ProgramResult checked = index({"dictionary", "check", file});

    EXPECT_EQ(checked.status, 65);
    EXPECT_EQ(
        checked.output,
        file + ":2: only Korean words, written in Hangul, can be listed: KF-21\n" + file
            + ":3: the parts 세종 청 do not join to 세종시: 세종시 세종 청\n1 word, 2 bad lines\n"
    );
    EXPECT_FALSE(std::filesystem::exists(archive()));
}

TEST_F(DictionaryCli, CheckIsContentWithACleanFileAndShowsItWhenAsked) {
    const ProgramResult checked =
        index({"dictionary", "check", "--verbose", "-"}, "세종시 세종 시\n");

    EXPECT_EQ(checked.status, 0);
    EXPECT_EQ(checked.output, "  word    parts\n  세종시  세종 시\n1 word, 0 bad lines\n");
}

TEST_F(DictionaryCli, SetShowAndClear) {
    add(kArticles);
    const std::string file = write("words.txt", "# 이름\n윤슬빛나래\nKF-21\n");

    const ProgramResult set = index({"dictionary", "set", file});
    const ProgramResult shown = index({"dictionary", "show"});
    const ProgramResult cleared = index({"dictionary", "clear", "--report", "json"});
    const ProgramResult gone = index({"dictionary", "show"});

    EXPECT_EQ(set.status, 65);
    EXPECT_THAT(set.errors, HasSubstr(file + ":3: only Korean words"));
    EXPECT_THAT(
        set.output,
        HasSubstr("1 word in the dictionary (added 1, removed 0, changed 0), 1 article analysed")
    );
    EXPECT_EQ(shown.output, "# 이름\n윤슬빛나래\n");
    const auto report = nlohmann::json::parse(cleared.output);
    EXPECT_EQ(report["words"], 0);
    EXPECT_EQ(report["removed"], 1);
    EXPECT_EQ(report["reanalyzed"], 1);
    EXPECT_EQ(gone.status, 0);
    EXPECT_THAT(gone.output, IsEmpty());
}

TEST_F(DictionaryCli, TheWrongFileDoesNotEmptyTheDictionary) {
    add(kArticles);
    ASSERT_EQ(index({"dictionary", "set", write("words.txt", "윤슬빛나래\n")}).status, 0);

    const ProgramResult wrong = index({"dictionary", "set", write("articles.jsonl", kArticles)});
    const ProgramResult empty = index({"dictionary", "set", write("empty.txt", "")});

    EXPECT_EQ(wrong.status, 65);
    EXPECT_THAT(wrong.errors, HasSubstr("the archive keeps its dictionary"));
    EXPECT_EQ(empty.status, 65);
    EXPECT_EQ(index({"dictionary", "show"}).output, "윤슬빛나래\n");
}

TEST_F(DictionaryCli, WrongUsageSaysWhatToDo) {
    EXPECT_EQ(index({"dictionary"}).status, 2);
    EXPECT_THAT(index({"dictionary", "sett"}).errors, HasSubstr("check, set, show or clear"));
    EXPECT_THAT(index({"dictionary", "set"}).errors, HasSubstr("takes one FILE"));
    EXPECT_EQ(index({"dictionary", "check", path("nowhere")}).status, 66);
    EXPECT_THAT(index({"dictionary", "check", path("")}).errors, HasSubstr("Is a directory"));
    const ProgramResult nowhere = index({"dictionary", "clear"});
    EXPECT_EQ(nowhere.status, 2);
    EXPECT_FALSE(std::filesystem::exists(archive()));
}
}  // namespace
}  // namespace gisa
