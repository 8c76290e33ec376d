// SPDX-License-Identifier: GPL-2.0-or-later
// Formats for footnotes, reference managers and feed readers, from one made-up hit.
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/cli/printer.h"

namespace gisa::cli {
namespace {
using testing::HasSubstr;
using testing::Not;

/// 09:30 of 2024-05-01 in Seoul.
const std::chrono::sys_seconds kMayMorning =
    std::chrono::sys_days(std::chrono::year(2024) / 5 / 1) + std::chrono::minutes(30);

Hit full_hit() {
    Hit hit;
    hit.id = "ko-1";
    hit.title.text = "워터마크 서약 도입";
    hit.snippet = {.text = "서약 < 조례", .marks = {{.begin = 0, .end = 6}}};
    hit.url = "https://example.org/1?a={1}&b=2%20";
    hit.publisher = "도깨비일보";
    hit.byline = "홍길동 기자";
    hit.sections = {"사회"};
    hit.language = "ko";
    hit.published = kMayMorning;
    return hit;
}

Hit bare_hit() {
    Hit hit;
    hit.id = "기사/7";
    hit.title.text = "{서약} 100% 이행";
    return hit;
}

std::string printed(std::string_view format, const Hit& hit) {
    Answer answer;
    answer.query = "서약 & 조례";
    answer.response.hits = {hit};
    Page page;
    page.accessed =
        std::chrono::sys_days(std::chrono::year(2026) / 11 / 25) + std::chrono::hours(16);
    std::ostringstream out;
    for (const Format& known : formats()) {
        if (known.name == format) {
            known.make_printer(out, page)->print(answer);
        }
    }
    return out.str();
}

TEST(CitationFormat, NamesAnArticleAsAKoreanFootnoteDoes) {
    EXPECT_EQ(
        printed("citation", full_hit()),
        "홍길동 기자, 「워터마크 서약 도입」, 『도깨비일보』, 2024. 5. 1., "
        "https://example.org/1?a={1}&b=2%20 (검색일: 2026. 11. 26.)\n"
    );
}

TEST(CitationFormat, LeavesOutWhatIsUnknown) {
    EXPECT_EQ(printed("citation", bare_hit()), "「{서약} 100% 이행」 (검색일: 2026. 11. 26.)\n");
}

TEST(BibtexFormat, KeepsABylineWhole) {
    EXPECT_EQ(
        printed("bibtex", full_hit()),
        "@article{gisa:ko-1,\n"
        "  author = {{홍길동 기자}},\n"
        "  title = {{워터마크 서약 도입}},\n"
        "  journal = {도깨비일보},\n"
        "  year = {2024},\n"
        "  date = {2024-05-01},\n"
        "  url = {https://example.org/1?a=%7B1%7D&b=2%20},\n"
        "  urldate = {2026-11-26},\n"
        "}\n"
    );
}

TEST(BibtexFormat, NothingOfAnArticleIsACommand) {
    EXPECT_EQ(
        printed("bibtex", bare_hit()),
        "@article{gisa:_EA_B8_B0_EC_82_AC_2F7,\n"
        "  title = {{\\textbraceleft{}서약\\textbraceright{} 100\\% 이행}},\n"
        "}\n"
    );
}

TEST(RisFormat, HasATagOnEachLine) {
    EXPECT_EQ(
        printed("ris", full_hit()),
        "TY  - NEWS\r\nID  - ko-1\r\nAU  - 홍길동 기자\r\nTI  - 워터마크 서약 도입\r\n"
        "T2  - 도깨비일보\r\nPY  - 2024\r\nDA  - 2024/05/01\r\nKW  - 사회\r\nLA  - ko\r\n"
        "UR  - https://example.org/1?a={1}&b=2%20\r\nY2  - 2026/11/26\r\nER  - \r\n"
    );
}

TEST(RisFormat, AnArticleCannotBeginALine) {
    Hit hit = bare_hit();
    hit.title.text = "제목\r\nER  - \r\nTY  - BOOK";

    EXPECT_THAT(printed("ris", hit), HasSubstr("TI  - 제목 ER - TY - BOOK\r\nER  - \r\n"));
}

TEST(RssFormat, TellsTheTimeAsMailDoes) {
    EXPECT_THAT(
        printed("rss", full_hit()), HasSubstr("<pubDate>Wed, 01 May 2024 09:30:00 +0900</pubDate>")
    );
}

TEST(RssFormat, MarksMatchesInEscapedHtml) {
    EXPECT_THAT(
        printed("rss", full_hit()),
        HasSubstr("<description>&lt;mark&gt;서약&lt;/mark&gt; &amp;lt; 조례</description>")
    );
}

TEST(AtomFormat, AnEntryWithoutADateWasUpdatedNow) {
    const std::string feed = printed("atom", bare_hit());

    EXPECT_THAT(feed, HasSubstr("<updated>2026-11-26T01:00:00+09:00</updated>"));
    EXPECT_THAT(feed, Not(HasSubstr("<published>")));
    EXPECT_THAT(feed, HasSubstr("<id>urn:gisa:article:%EA%B8%B0%EC%82%AC%2F7</id>"));
}
}  // namespace
}  // namespace gisa::cli
