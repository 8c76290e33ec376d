// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/cli/characters.h"

namespace gisa::cli {
namespace {
using testing::ElementsAre;

std::vector<std::string> lines_of(std::string_view text, std::size_t cells, std::size_t most) {
    const Lines laid_out = break_lines(text, cells, most);
    std::vector<std::string> lines;
    for (const ByteRange& line : laid_out.lines) {
        lines.emplace_back(text.substr(line.begin, line.end - line.begin));
    }
    if (laid_out.cut) {
        lines.back() += "…";
    }
    return lines;
}

std::string marked_piece(const MarkedText& text, std::size_t mark) {
    const ByteRange range = text.marks.at(mark);
    return text.text.substr(range.begin, range.end - range.begin);
}

TEST(Printable, ArticlesCannotSendCommandsToATerminal) {
    const struct {
        std::string_view text;
        std::string_view expected;
        const char* why;
    } cases[] = {
        {"\x1b[31m빨강\x1b[0m", "[31m빨강[0m", "colours"},
        {"a\x1b]0;title\x07z", "a]0;titlez", "the window's title"},
        {"a\u009B31mz", "a31mz", "the one-character form of ESC ["},
        {"a\bz\x7F", "az", "going back"},
        {"a\u202Ez\u2066", "az", "turning the direction"},
        {"a\u200Bz\uFEFF\u00AD", "az", "invisible"},
        {"a\uFFFE\uFDD0z\U0001FFFF", "az", "no characters at all"},
    };

    for (const auto& dirty : cases) {
        EXPECT_EQ(printable(dirty.text), dirty.expected) << dirty.why;
    }
}

TEST(Printable, ParagraphsAndTabsBecomeOneSpace) {
    EXPECT_EQ(printable("\n 첫 문단.\r\n\r\n둘째\t문단.\u2028 "), "첫 문단. 둘째 문단.");
}

TEST(Printable, BrokenBytesStayVisible) {
    EXPECT_EQ(printable("a\xFFz"), "a\uFFFDz");
}

TEST(Printable, MarksMoveWithTheirWords) {
    MarkedText text{.text = "\n\x1b[1m첫\n\n문단 끝", .marks = {}};
    const std::size_t word = text.text.find("문단");
    text.marks = {{.begin = 5, .end = 8}, {.begin = word, .end = word + 6}};

    const MarkedText clean = printable(text);

    EXPECT_EQ(clean.text, "[1m첫 문단 끝");
    EXPECT_EQ(marked_piece(clean, 0), "첫");
    EXPECT_EQ(marked_piece(clean, 1), "문단");
}

TEST(Printable, MarksThatHoldNothingPrintableGo) {
    const MarkedText clean = printable({.text = "a\x1bz  ", .marks = {{1, 2}, {3, 5}, {4, 99}}});

    EXPECT_THAT(clean.marks, ElementsAre());
}

TEST(Printable, LinesKeepTheirEndsAndIndentation) {
    EXPECT_EQ(printable_lines("a\n  b\x1b[1m\n"), "a\n  b[1m\n");
}

TEST(BreakLines, BreaksAtSpacesByCells) {
    EXPECT_THAT(
        lines_of("삼성전자가 새 공장을 짓는다", 14, 9),
        ElementsAre("삼성전자가 새", "공장을 짓는다")
    );
}

TEST(BreakLines, NeverSplitsACharacter) {
    EXPECT_THAT(lines_of("대한민국", 5, 9), ElementsAre("대한", "민국"));
    EXPECT_THAT(
        lines_of("\u1112\u1161\u11AB\u1100\u1173\u11AF", 3, 9),
        ElementsAre("\u1112\u1161\u11AB", "\u1100\u1173\u11AF")
    );
}

TEST(BreakLines, LeavesRoomForTheEllipsis) {
    for (std::size_t cells = 4; cells < 30; ++cells) {
        for (const std::string& line : lines_of("정부가 내년 예산안을 a b 국회에 냈다", cells, 2)) {
            EXPECT_LE(cell_width(line), cells) << line;
        }
    }
}

TEST(BreakLines, ATextThatFitsIsNotCut) {
    EXPECT_THAT(lines_of("예산안", 6, 1), ElementsAre("예산안"));
    EXPECT_THAT(lines_of("예산안 통과", 6, 2), ElementsAre("예산안", "통과"));
    EXPECT_THAT(lines_of("", 6, 2), ElementsAre());
}

TEST(CutTo, SaysThatSomethingIsMissing) {
    EXPECT_EQ(cut_to("예산안 통과", 10), "예산안…");
    EXPECT_EQ(cut_to("예산안 통과", 11), "예산안 통과");
    EXPECT_EQ(cut_to("", 10), "");
}

TEST(Padded, CountsCells) {
    EXPECT_EQ(padded("title", 7), "title  ");
    EXPECT_EQ(padded("제목", 7), "제목   ");
    EXPECT_EQ(padded("대통령", 5), "대통령");
}

TEST(Painted, WithoutEmphasisNoEscapeSequenceIsPrinted) {
    const MarkedText text{.text = "예산안 통과", .marks = {{.begin = 0, .end = 6}}};

    EXPECT_EQ(painted_line(text, {.begin = 0, .end = 16}, {}, Emphasis::None), "예산안 통과");
}

TEST(Painted, MarksThatReachOverALineAreShownInBoth) {
    const MarkedText text{.text = "ab cd", .marks = {{.begin = 1, .end = 4}}};

    EXPECT_EQ(painted_line(text, {.begin = 0, .end = 2}, {}, Emphasis::Mono), "a\x1b[4mb\x1b[0m");
    EXPECT_EQ(painted_line(text, {.begin = 3, .end = 5}, {}, Emphasis::Mono), "\x1b[4mc\x1b[0md");
}

TEST(Painted, OnlyColourTerminalsGetColours) {
    EXPECT_EQ(painted("예산", Tone::Mark, Emphasis::Colour), "\x1b[1;31m예산\x1b[0m");
    EXPECT_EQ(painted("예산", Tone::Faint, Emphasis::Mono), "예산");
    EXPECT_EQ(painted("", Tone::Heading, Emphasis::Colour), "");
}
}  // namespace
}  // namespace gisa::cli
