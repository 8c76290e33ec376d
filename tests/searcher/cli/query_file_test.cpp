// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/query_file.h"

#include <fstream>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <gisa/error.h>

#include "tests/support/temp_dir.h"

namespace gisa::cli {
namespace {
using testing::ElementsAre;

/// Each line of a file as "id=text" or "!line: reason".
std::vector<std::string> outcomes(const std::string& content) {
    const test::TempDir folder;
    const auto path = folder.path() / "queries.jsonl";
    std::ofstream(path) << content;
    QueryFile file(path.string());
    std::vector<std::string> result;
    for (;;) {
        const QueryOutcome outcome = file.next();
        if (const auto* query = std::get_if<BatchQuery>(&outcome)) {
            result.push_back(query->id + "=" + query->text);
        } else if (const auto* broken = std::get_if<BrokenLine>(&outcome)) {
            result.push_back("!" + std::to_string(broken->line) + ": " + broken->reason);
        } else {
            return result;
        }
    }
}

ErrorCode code_for(const std::string& path) {
    try {
        const QueryFile file(path);
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::InvalidArgument;
}

TEST(QueryFile, ReadsIdsAndTexts) {
    EXPECT_THAT(
        outcomes("{\"id\":\"q1\",\"text\":\"예산\",\"answer\":\"x\"}\n{\"id\": 7, \"text\": \"\"}"),
        ElementsAre("q1=예산", "7=")
    );
}

TEST(QueryFile, PassesOverEmptyLinesAndWindowsHabits) {
    EXPECT_THAT(
        outcomes(
            "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"b\"}\r\n\r\n  \n{\"id\":\"c\",\"text\":\"d\"}\r\n"
        ),
        ElementsAre("a=b", "c=d")
    );
}

TEST(QueryFile, APlainLineIsAQueryNamedByItsNumber) {
    EXPECT_THAT(
        outcomes("예산 OR 재정 \r\n\n\"대통령 선거\" -서약\n{\"id\":\"a\",\"text\":\"b\"}\n\xFF"),
        ElementsAre("1=예산 OR 재정", "3=\"대통령 선거\" -서약", "a=b", "5=\uFFFD")
    );
}

TEST(QueryFile, NamesEachBrokenLineAndGoesOn) {
    EXPECT_THAT(
        outcomes("{\"id\":\"a\"\n"
                 "\n"
                 "{1]\n"
                 "{\"text\":\"b\"}\n"
                 "{\"id\":1.5,\"text\":\"b\"}\n"
                 "{\"id\":\"\",\"text\":\"b\"}\n"
                 "{\"id\":\"a\",\"text\":3}\n"
                 "{\"id\":\"a\",\"text\":\"\xC7\x41\"}\n"
                 "{\"id\":\"z\",\"text\":\"last\"}\n"),
        ElementsAre(
            "!1: no valid JSON",
            "!3: no valid JSON",
            "!4: \"id\" is no text and no whole number",
            "!5: \"id\" is no text and no whole number",
            "!6: \"id\" is no text and no whole number",
            "!7: \"text\" is no text",
            "!8: no valid JSON",
            "z=last"
        )
    );
}

TEST(QueryFile, AMissingFileIsNoInput) {
    const test::TempDir folder;

    EXPECT_EQ(code_for((folder.path() / "absent").string()), ErrorCode::InputNotFound);
    EXPECT_EQ(code_for(folder.path().string()), ErrorCode::InputNotFound);
}
}  // namespace
}  // namespace gisa::cli
