// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/word_diff.h"

#include <gtest/gtest.h>

namespace gisa::cli {
namespace {
struct Case {
    const char* before;
    const char* after;
    const char* diff;
};

TEST(WordDiff, ShowsWhatWentAndWhatCame) {
    const Case cases[] = {
        {"여야가 다시 만났다.", "여야가 다시 만났다.", ""},
        {"여야가  다시\t만났다.", "여야가 다시 만났다.", ""},
        {"여야가 다시 만났다.", "여야가 만났다.", "여야가 [-다시-] 만났다."},
        {"여야가 만났다.", "여야가 다시 만났다.", "여야가 {+다시+} 만났다."},
        // A changed particle or ending changes its word.
        {"국회가 의결했다", "국회는 의결했다", "[-국회가-] {+국회는+} 의결했다"},
        {"", "속보: 지진", "{+속보: 지진+}"},
        {"속보: 지진", "", "[-속보: 지진-]"},
        {"14곳이 서약했다", "16곳이 서약했다", "[-14곳이-] {+16곳이+} 서약했다"},
        {"Governor signs pledge", "Governor signs a pledge", "Governor signs {+a+} pledge"},
        {"둘째 문단이다.", "둘째 문단이 바뀌었다.", "둘째 [-문단이다.-] {+문단이 바뀌었다.+}"},
        {"하나 둘 셋", "넷 다섯 여섯", "[-하나 둘 셋-] {+넷 다섯 여섯+}"},
    };
    for (const Case& one : cases) {
        EXPECT_EQ(word_diff(one.before, one.after), one.diff) << one.before << " | " << one.after;
    }
}

TEST(WordDiff, ShowsParagraphEndsThatCameAndWent) {
    EXPECT_EQ(word_diff("첫 문단\n둘째 문단", "첫 문단 둘째 문단"), "첫 문단 [-¶-] 둘째 문단");
    EXPECT_EQ(word_diff("첫 문단 둘째 문단", "첫 문단\n\n둘째 문단"), "첫 문단 {+¶ ¶+} 둘째 문단");
    EXPECT_EQ(word_diff("끝", "끝\n"), "끝 {+¶+}");
}

TEST(WordDiff, LeavesOutLongStretchesThatStayed) {
    EXPECT_EQ(
        word_diff(
            "1 2 3 4 5 6 7 8 9 10 옛 11 12 13 14 15 16 17",
            "1 2 3 4 5 6 7 8 9 10 새 11 12 13 14 15 16 17"
        ),
        "… 7 8 9 10 [-옛-] {+새+} 11 12 13 14 …"
    );
    EXPECT_EQ(
        word_diff("a 1 2 3 4 5 6 7 8 9 10 11 b", "A 1 2 3 4 5 6 7 8 9 10 11 B"),
        "[-a-] {+A+} 1 2 3 4 … 8 9 10 11 [-b-] {+B+}"
    );
    EXPECT_EQ(
        word_diff("a 1 2 3 4 5 6 7 8 9 10 b", "A 1 2 3 4 5 6 7 8 9 10 B"),
        "[-a-] {+A+} 1 2 3 4 5 6 7 8 9 10 [-b-] {+B+}"
    );
}

TEST(WordDiff, CannotSendCommandsToATerminal) {
    EXPECT_EQ(word_diff("a", "a \x1b[2Jb"), "a {+[2Jb+}");
}
}  // namespace
}  // namespace gisa::cli
