// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/present/snippet.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/present/asked_places.h"
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
    const CheckedText checked{normal.text(), normal.text().find("\n\n"), original, title.size()};
    const ShownText text{
        original,
        normal,
        scanned,
        title.size(),
        AskedPlaces(planned.plan, planned.analyzer).find(checked, normal)};
    const Marks marks = marks_in(planned.plan, text);
    return {bracketed(marked_title(text, marks)), bracketed(snippet(units, text, marks, cells))};
}

TEST(Snippet, MarksTheWordsAndNotTheirParticles) {
    const Shown seen =
        shown("워터마크 서약", "워터마크 서약", "기업들이 워터마크를 넣겠다고 서약했다.");

    EXPECT_EQ(seen.title, "[워터마크] [서약]");
    EXPECT_EQ(seen.snippet, "기업들이 [워터마크]를 넣겠다고 [서약]했다.");
}

TEST(Snippet, ShowsWhereAPhraseStandsRatherThanWhereItsWordsDo) {
    const std::string body =
        "많은 여행자가 왔고 사람들은 짐을 팔았다. 장이 서는 날이면 골목마다 좌판이 깔렸고 해가 "
        "지면 모두 "
        "떠났다. 서비스는 얼마나 많은 사람이 쓰느냐가 중요하다. 그 밖의 것은 나중 일이다.";

    EXPECT_EQ(
        shown("\"많은 사람\"", "", body, 44).snippet, "서비스는 얼마나 [많은 사람]이 쓰느냐가…"
    );
    EXPECT_EQ(
        shown("'골목마다 좌'", "", body, 44).snippet, "장이 서는 날이면 [골목마다 좌]판이 깔렸고…"
    );
    EXPECT_EQ(shown("~'그밖의것'", "", body, 44).snippet, "…중요하다. [그 밖의 것]은 나중 일이다.")
        << "white space passed over";
}

TEST(Snippet, MarksAsMuchOfALongPhraseAsItShows) {
    const std::string body =
        "그해 겨울 강가의 작은 마을에서 늙은 사공이 마지막 배를 띄웠다는 이야기는 오래 남았다.";

    EXPECT_EQ(
        shown("'마을에서 늙은 사공이 마지막 배를 띄웠다는 이야기'", "", body, 36).snippet,
        "…작은 [마을에서 늙은 사공이 마지막]…"
    );
    EXPECT_EQ(
        shown("\"마을에서 늙은 사공이 마지막 배를 띄웠다는 이야기\"", "", body, 36).snippet,
        "…작은 [마을에서 늙은 사공이 마지막]…"
    );
}

TEST(Snippet, MarksNoPhraseThatWasExcluded) {
    EXPECT_EQ(
        shown("서비스 -\"많은 사람\"", "", "서비스는 많은 사람이 쓴다.").snippet,
        "[서비스]는 많은 사람이 쓴다."
    );
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

/// Sentences that hold none of the words that are asked for.
std::string filler(std::string_view sentence, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) {
        text.append(sentence).append(" ");
    }
    return text;
}

const std::string kOther = filler("그날 다른 곳에서는 다른 이야기가 오갔다.", 12);
const std::string kElse = filler("Elsewhere people talked about something different.", 8);

struct Fragments {
    const char* why;
    std::string query;
    std::string body;
    std::uint32_t cells;
    std::string seen;
};

TEST(Snippet, ShowsAsManyFragmentsAsTheWordsNeed) {
    const std::vector<Fragments> cases = {
        {"two words far apart: the sentence of each",
         "워터마크 벌금",
         "시의회가 조례를 고쳤다. 그림에는 워터마크를 넣는다. " + kOther
             + "어기면 벌금을 문다. 시행은 7월이다.",
         160,
         "그림에는 [워터마크]를 넣는다. … 어기면 [벌금]을 문다. 시행은 7월이다."},
        {"in the order of the text, not of the query; the last one runs on",
         "벌금 워터마크",
         "그림에는 워터마크를 넣는다. " + kOther + "어기면 벌금을 문다. " + kOther,
         160,
         "그림에는 [워터마크]를 넣는다. … 어기면 [벌금]을 문다. 그날 다른 곳에서는 다른 이야기가 "
         "오갔다. 그날 다른 곳에서는 다른 이야기가 오갔다. 그날 다른 곳에서는 다른…"},
        {"one window that has both: one fragment",
         "워터마크 벌금",
         "워터마크가 없으면 벌금을 문다. " + kOther + "벌금은 열 배로 올랐다.",
         80,
         "[워터마크]가 없으면 [벌금]을 문다. 그날 다른 곳에서는 다른 이야기가 오갔다. 그날…"},
        {"sentences that follow one another: one fragment",
         "워터마크 벌금",
         kOther + "그림에는 워터마크를 넣는다. 어기면 벌금을 문다. " + kOther,
         160,
         "그림에는 [워터마크]를 넣는다. 어기면 [벌금]을 문다. 그날 다른 곳에서는 다른 이야기가 "
         "오갔다. 그날 다른 곳에서는 다른 이야기가 오갔다. 그날 다른 곳에서는 다른…"},
        {"the same word once more earns none",
         "벌금",
         "어기면 벌금을 문다. " + kOther + "벌금은 열 배로 올랐다.",
         160,
         "어기면 [벌금]을 문다. 그날 다른 곳에서는 다른 이야기가 오갔다. 그날 다른 곳에서는 다른 "
         "이야기가 오갔다. 그날 다른 곳에서는 다른 이야기가 오갔다. 그날 다른…"},
        {"a word that only asks earns none",
         "벌금은 누구",
         "누구나 걷는 길이 있다. " + kOther + "어기면 벌금을 문다. 시행은 7월이다. " + kOther,
         80,
         "어기면 [벌금]을 문다. 시행은 7월이다. 그날 다른 곳에서는 다른 이야기가 오갔다.…"},
        {"a narrow line has room for one",
         "워터마크 벌금",
         "그림에는 워터마크를 넣는다. " + kOther + "어기면 벌금을 문다. " + kOther,
         80,
         "그림에는 [워터마크]를 넣는다. 그날 다른 곳에서는 다른 이야기가 오갔다. 그날 다른…"},
        {"a wide one for three, and never for more",
         "워터마크 벌금 유예 공청회",
         "그림에는 워터마크를 넣는다. " + kOther + "어기면 벌금을 문다. " + kOther
             + "반년의 유예를 둔다. " + kOther + "공청회는 없었다.",
         240,
         "그림에는 [워터마크]를 넣는다. … 어기면 [벌금]을 문다. … 반년의 [유예]를 둔다. 그날 다른 "
         "곳에서는 다른 이야기가 오갔다. 그날 다른 곳에서는 다른 이야기가 오갔다. 그날 다른 "
         "곳에서는 다른 이야기가 오갔다. 그날 다른 곳에서는 다른 이야기가…"},
        {"English sentences, the dots of U.S. and Dr. inside them",
         "watermark fined",
         kElse + "In the U.S. Dr. Hill asked for a watermark. " + kElse
             + "Those who refuse are fined. " + kElse,
         160,
         "In the U.S. Dr. Hill asked for a [watermark]. … Those who refuse are [fined]. Elsewhere "
         "people talked about something different. Elsewhere people talked about…"},
        {"a sentence longer than what is left is cut before the word",
         "watermark fined",
         "After a long night of talks about the pictures that fill the city's walls and screens "
         "the council asked for a watermark. "
             + kElse + "Those who refuse are fined. " + kElse,
         140,
         "…of talks about the pictures that fill the city's walls and screens the council asked "
         "for a [watermark]. … Those who refuse are [fined].…"},
        {"a line of its own is a sentence",
         "워터마크 벌금",
         "워터마크 의무\n" + kOther + "\n벌금 열 배\n" + kOther,
         140,
         "[워터마크] 의무 … [벌금] 열 배 그날 다른 곳에서는 다른 이야기가 오갔다. 그날 다른 "
         "곳에서는 다른 이야기가 오갔다. 그날 다른 곳에서는 다른…"},
    };
    for (const Fragments& one : cases) {
        EXPECT_EQ(shown(one.query, "", one.body, one.cells).snippet, one.seen) << one.why;
    }
}

/// Hangul and … take two cells; the brackets of marks none.
std::size_t cells_without_brackets(std::string_view text) {
    std::size_t cells = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        cells += byte >= 0xE0 ? 2 : byte < 0x80 && c != '[' && c != ']' ? 1 : 0;
    }
    return cells;
}

TEST(Snippet, StaysWithinItsCells) {
    const std::string body =
        filler("가나다라 마바사", 100) + kOther + filler("사아자차 타파하", 100);
    for (const std::uint32_t cells : {1U, 2U, 3U, 20U, 40U, 161U, 240U}) {
        for (const char* query : {"마바사", "마바사 타파하", "다라 이야기 타파하"}) {
            const std::string seen = shown(query, "", body, cells).snippet;
            // The sign before a beginning inside a sentence comes on top.
            EXPECT_LE(cells_without_brackets(seen), cells + 2) << seen;
        }
    }
}

TEST(Snippet, SurvivesIllFormedBytesAndControlCharacters) {
    EXPECT_EQ(shown("서약", "", "앞\x1B[31m 서약\xFF 뒤").snippet, "앞 [31m [서약]\uFFFD 뒤");
}
}  // namespace
}  // namespace gisa::searcher
