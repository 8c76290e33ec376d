// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/present/snippet.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/planned.h"

namespace gisa::searcher {
namespace {
/// Marks as square brackets.
std::string bracketed(const MarkedText& marked) {
    std::string out;
    std::size_t at = 0;
    for (const ByteRange& mark : marked.marks) {
        out.append(marked.text, at, mark.begin - at).append("[");
        out.append(marked.text, mark.begin, mark.end - mark.begin).append("]");
        at = mark.end;
    }
    return out.append(marked.text, at);
}

struct Shown {
    std::string title;
    std::string snippet;
};

Shown shown(
    std::string_view query,
    const std::string& title,
    const std::string& body,
    std::uint32_t cells = 80
) {
    test::Planned planned(query);
    QueryUnits units(planned.plan, test::equal_counts(), planned.analyzer);
    const std::string original = title + "\n\n" + body;
    text::NormalForm normal;
    normal.assign(original);
    ScannedText scanned;
    units.scan(normal.text(), scanned);
    const ShownText text{original, normal, scanned, title.size()};
    return {
        bracketed(marked_title(planned.plan, text)),
        bracketed(snippet(planned.plan, units, text, cells))};
}

TEST(Snippet, MarksTheWordsAndNotTheirParticles) {
    const Shown seen =
        shown("워터마크 서약", "워터마크 서약", "기업들이 워터마크를 넣겠다고 서약했다.");

    EXPECT_EQ(seen.title, "[워터마크] [서약]");
    EXPECT_EQ(seen.snippet, "기업들이 [워터마크]를 넣겠다고 [서약]했다.");
}

TEST(Snippet, MarksACompoundAsOne) {
    EXPECT_EQ(
        shown("가덕도신공항", "", "부산 가덕도신공항에서").snippet, "부산 [가덕도신공항]에서"
    );
}

TEST(Snippet, MarksTheBytesOfTheOriginal) {
    EXPECT_EQ(
        shown("AI 한글", "", "오늘 ＡＩ와 \u1112\u1161\u11AB\u1100\u1173\u11AF").snippet,
        "오늘 [ＡＩ]와 [\u1112\u1161\u11AB\u1100\u1173\u11AF]"
    );
}

TEST(Snippet, BeginsAtTheSentenceOfTheBestWindow) {
    std::string body;
    for (int i = 0; i < 20; ++i) {
        body += "앞의 문장은 다른 이야기다. ";
    }
    body += "기업들이 워터마크를 서약했다. ";
    for (int i = 0; i < 20; ++i) {
        body += "뒤의 문장도 다른 이야기다. ";
    }

    const std::string seen = shown("워터마크 서약", "", body).snippet;

    EXPECT_EQ(seen.rfind("기업들이 [워터마크]를 [서약]했다.", 0), 0U) << seen;
    EXPECT_EQ(seen.substr(seen.size() - 3), "…");
}

TEST(Snippet, WithoutAHitIsTheBeginningOfTheBody) {
    EXPECT_EQ(
        shown("없는말", "제목", "본문의 첫 문장.\n둘째 문장.").snippet, "본문의 첫 문장. 둘째 문장."
    );
}

TEST(Snippet, OfAnArticleWithoutBodyIsEmpty) {
    EXPECT_EQ(shown("제목", "제목", "").snippet, "");
    EXPECT_EQ(shown("제목", "제목", "").title, "[제목]");
}

TEST(Snippet, StaysWithinItsCells) {
    std::string body;
    for (int i = 0; i < 100; ++i) {
        body += "가나다라 마바사 ";
    }
    for (const std::uint32_t cells : {20U, 40U, 161U}) {
        const std::string seen = shown("마바사", "", body, cells).snippet;
        std::size_t wide = 0;
        for (const char c : seen) {
            wide += static_cast<unsigned char>(c) >= 0xE0
                        ? 2
                        : (static_cast<unsigned char>(c) < 0x80 && c != '[' && c != ']' ? 1 : 0);
        }
        EXPECT_LE(wide, cells + 2) << seen;
    }
}

TEST(Snippet, SurvivesIllFormedBytesAndControlCharacters) {
    EXPECT_EQ(shown("서약", "", "앞\x1B[31m 서약\xFF 뒤").snippet, "앞 [31m [서약]\uFFFD 뒤");
}
}  // namespace
}  // namespace gisa::searcher
