// SPDX-License-Identifier: GPL-2.0-or-later
// Every output format, from one made-up answer.
#include <map>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "common/cli/characters.h"
#include "searcher/cli/printer.h"

namespace gisa::cli {
namespace {
using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

ByteRange place_of(const std::string& text, const std::string& piece) {
    const std::size_t begin = text.find(piece);
    return {.begin = begin, .end = begin + piece.size()};
}

MarkedText marked(const std::string& text, const std::string& piece) {
    return {.text = text, .marks = {place_of(text, piece)}};
}

/// The first instant of 2024-05-01 in Seoul.
const std::chrono::sys_seconds kMayDay =
    std::chrono::sys_days(std::chrono::year(2024) / 4 / 30) + std::chrono::hours(15);

Hit full_hit() {
    Hit hit;
    hit.id = "ko-1";
    hit.score = 12.5;
    hit.title = marked("하늬목시, 워터마크 서약 도입", "워터마크");
    hit.snippet = marked(
        "… 시는 생성형 인공지능으로 만든 홍보물에 워터마크를 넣겠다는 서약을 모든 부서에서 "
        "받는다고 "
        "밝혔다. 서약은 다음 달부터 효력을 가지며 위반하면 예산을 줄인다. 시민단체는 처벌 규정이 "
        "없다며 아쉬움을 나타냈다.",
        "서약을"
    );
    hit.url = "https://example.org/1";
    hit.publisher = "도깨비일보";
    hit.byline = "홍길동 기자";
    hit.sections = {"사회", "지역"};
    hit.language = "ko";
    hit.published = kMayDay + std::chrono::hours(9) + std::chrono::minutes(30);
    return hit;
}

Hit bare_hit(const std::string& id, double score) {
    Hit hit;
    hit.id = id;
    hit.score = score;
    return hit;
}

Answer answer_with(std::vector<Hit> hits) {
    Answer answer;
    answer.query = "워터마크 서약";
    answer.response.hits = std::move(hits);
    answer.response.total = {.at_least = 2, .estimate = 3, .at_most = 4};
    answer.response.understood = "(and 워터마크 서약)";
    return answer;
}

std::string printed(std::string_view format, const Answer& answer, const Page& page = {}) {
    std::ostringstream out;
    for (const Format& known : formats()) {
        if (known.name == format) {
            known.make_printer(out, page)->print(answer);
        }
    }
    return out.str();
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> result;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        result.push_back(line);
    }
    return result;
}

TEST(TextFormat, ShowsAHitInAFewLines) {
    EXPECT_THAT(
        lines(printed("text", answer_with({full_hit()}))),
        ElementsAre(
            " 1  하늬목시, 워터마크 서약 도입",
            "    2024-05-01 09:30 · 도깨비일보 · 홍길동 기자 · 사회 · 지역",
            "    … 시는 생성형 인공지능으로 만든 홍보물에 워터마크를 넣겠다는 서약을 모든",
            "    부서에서 받는다고 밝혔다. 서약은 다음 달부터 효력을 가지며 위반하면 예산을…",
            "    https://example.org/1"
        )
    );
}

TEST(TextFormat, LeavesOutWhatIsUnknown) {
    EXPECT_THAT(
        lines(printed("text", answer_with({bare_hit("ko-7", 1)}))),
        ElementsAre(" 1  (no title)", "    ko-7")
    );
}

TEST(TextFormat, CountsTheCopiesOfAStoryAndNamesTheirPapersOnce) {
    Hit hit = bare_hit("a", 1);
    hit.copies = {{"b", "새별신문"}, {"c", "한들일보"}, {"d", "새별신문"}, {"e", ""}};
    Hit nameless = bare_hit("f", 1);
    nameless.copies = {{"g", ""}};

    EXPECT_THAT(
        lines(printed("text", answer_with({hit, nameless}))),
        ElementsAre(
            " 1  (no title)",
            "    a",
            "    +4 of the same story: 새별신문, 한들일보",
            "",
            " 2  (no title)",
            "    f",
            "    +1 of the same story"
        )
    );
}

TEST(TextFormat, NamesThePaperOnceWhenTheBylineDoes) {
    Hit hit = bare_hit("a", 1);
    hit.publisher = "도깨비일보";
    hit.byline = "도깨비일보 홍길동 기자";

    EXPECT_EQ(lines(printed("text", answer_with({hit}))).at(1), "    도깨비일보 홍길동 기자");
}

TEST(TextFormat, PartsHitsByAnEmptyLineAndAlignsRanks) {
    Answer answer = answer_with({bare_hit("a", 2), bare_hit("b", 1)});
    answer.response.first = 98;

    EXPECT_THAT(
        lines(printed("text", answer)),
        ElementsAre(" 99  (no title)", "     a", "", "100  (no title)", "     b")
    );
}

TEST(TextFormat, ShowsTheChosenFieldsWhereTheyAlwaysStand) {
    Hit hit = full_hit();
    hit.score = 12.345;
    hit.language = "ko";
    const auto shown = [&hit](std::string_view fields) {
        return lines(printed("text", answer_with({hit}), {.fields = parse_fields(fields)}));
    };

    EXPECT_EQ(shown("title").size(), 1U);
    EXPECT_EQ(shown("title").front().find("하늬목시"), 0U) << "no margin without a rank";
    EXPECT_THAT(shown("url,rank"), ElementsAre(" 1  " + hit.url));
    EXPECT_THAT(shown("rank"), ElementsAre(" 1  "));
    EXPECT_THAT(shown("id,score,language"), ElementsAre("ko · score 12.35", hit.id));
    EXPECT_EQ(text_snippet_cells({.fields = parse_fields("title")}), 0U);
    EXPECT_GT(text_snippet_cells({.fields = parse_fields("snippet")}), 0U);
}

TEST(TextFormat, EndsWithTheCursorOfTheNextPage) {
    Answer answer = answer_with({bare_hit("a", 1)});
    answer.response.next_cursor = "AAcG";

    EXPECT_THAT(
        lines(printed("text", answer)),
        ElementsAre(" 1  (no title)", "    a", "", "next page: --cursor AAcG")
    );
    answer.response.corrected = "서약서";
    EXPECT_EQ(lines(printed("text", answer)).back(), "next page of 서약서: --cursor AAcG");
    answer.query_id = "q1";
    EXPECT_EQ(lines(printed("text", answer)).back(), "    a") << "a batch has no next pages";
}

TEST(TextFormat, NoLineButTheAddressIsWiderThanThePage) {
    for (std::size_t width = 20; width <= 200; width += 7) {
        const std::string text = printed("text", answer_with({full_hit()}), {.width = width});
        for (const std::string& line : lines(text)) {
            if (line.find("https:") == std::string::npos) {
                EXPECT_LE(cell_width(line), width) << line;
            }
        }
    }
}

TEST(TextFormat, SetsMatchesOffByColourOnAColourTerminal) {
    const std::string text =
        printed("text", answer_with({full_hit()}), {.emphasis = Emphasis::Colour});

    EXPECT_THAT(text, HasSubstr("\x1b[1m하늬목시, \x1b[0m\x1b[1;31m워터마크\x1b[0m"));
    EXPECT_THAT(text, HasSubstr("\x1b[1;31m서약을\x1b[0m 모든"));
}

TEST(TextFormat, AddressesCanBeClickedAndHoldNothingButAscii) {
    Hit hit = bare_hit("a", 1);
    hit.url = "https://example.org/서?a=1";
    Page page;
    page.hyperlinks = true;

    EXPECT_EQ(
        lines(printed("text", answer_with({hit}), page)).at(1),
        "    \x1b]8;;https://example.org/%EC%84%9C?a=1\x1b\\"
        "https://example.org/서?a=1\x1b]8;;\x1b\\"
    );
    EXPECT_THAT(printed("text", answer_with({bare_hit("a", 1)}), page), Not(HasSubstr("]8;")));
}

TEST(TextFormat, ArticlesCannotSendCommandsToATerminal) {
    Hit hit = bare_hit("id\x1b[2J", 1);
    hit.title.text = "제목\x1b[2J\n둘째 줄";
    hit.publisher = "신문\x07";
    hit.byline = "기자\x1b]0;x\x07";
    hit.sections = {"\x9B[2J"};
    hit.snippet.text = "본문\x1b[8m";

    EXPECT_THAT(
        printed("text", answer_with({hit})), Not(testing::ContainsRegex("[\x01-\x09\x0b-\x1f]"))
    );
}

TEST(TextFormat, HeadsEachAnswerOfABatchWithItsQuery) {
    Answer answer = answer_with({bare_hit("a", 1)});
    answer.query_id = "q1";

    EXPECT_EQ(lines(printed("text", answer)).front(), "q1: 워터마크 서약");
}

TEST(JsonFormat, TellsTheCursorOfTheNextPageOnceAnAnswer) {
    Answer answer = answer_with({bare_hit("a", 2), bare_hit("b", 1)});
    EXPECT_EQ(json::parse(printed("json", answer)).at("next_cursor"), nullptr);
    answer.response.next_cursor = "AAcG";

    EXPECT_EQ(json::parse(printed("json", answer)).at("next_cursor"), "AAcG");
    const std::vector<std::string> rows = lines(printed("ndjson", answer));
    EXPECT_FALSE(json::parse(rows.front()).contains("next_cursor"));
    EXPECT_EQ(json::parse(rows.back()).at("next_cursor"), "AAcG");
}

TEST(JsonFormat, HoldsTheWholeAnswerOnOneLine) {
    Answer answer = answer_with({full_hit()});
    answer.response.first = 10;
    answer.response.relaxed = true;
    answer.response.notices = {{.where = {.begin = 0, .end = 12}, .message = "rare"}};

    const std::string text = printed("json", answer);

    EXPECT_THAT(lines(text).size(), 1U);
    const json object = json::parse(text);
    EXPECT_EQ(object.at("format_version"), 1);
    EXPECT_EQ(object.at("offsets_unit"), "utf8-bytes");
    EXPECT_FALSE(object.contains("query_id"));
    EXPECT_EQ(object.at("query"), "워터마크 서약");
    EXPECT_EQ(object.at("understood"), "(and 워터마크 서약)");
    EXPECT_EQ(
        object.at("total"), json::parse(R"({"at_least":2,"estimate":3,"at_most":4,"exact":false})")
    );
    EXPECT_EQ(object.at("relaxed"), true);
    EXPECT_EQ(object.at("notices"), json::parse(R"([{"begin":0,"end":12,"message":"rare"}])"));

    const json& hit = object.at("hits").at(0);
    EXPECT_EQ(hit.at("rank"), 11);
    EXPECT_EQ(hit.at("id"), "ko-1");
    EXPECT_EQ(hit.at("published"), "2024-05-01T09:30:00+09:00");
    EXPECT_EQ(hit.at("sections"), json::parse(R"(["사회","지역"])"));
    EXPECT_EQ(hit.at("byline"), "홍길동 기자");
    EXPECT_EQ(hit.at("score"), 12.5);
}

TEST(JsonFormat, MarksAreByteOffsetsIntoTheTextBesideThem) {
    const json object = json::parse(printed("json", answer_with({full_hit()})));

    const json& hit = object.at("hits").at(0);
    const auto title = hit.at("title").get<std::string>();
    const auto begin = hit.at("title_marks").at(0).at(0).get<std::size_t>();
    const auto end = hit.at("title_marks").at(0).at(1).get<std::size_t>();
    EXPECT_EQ(title.substr(begin, end - begin), "워터마크");
    EXPECT_EQ(hit.at("snippet_marks").size(), 1U);
}

TEST(JsonFormat, EveryHitHasTheSameKeys) {
    const json object = json::parse(printed("json", answer_with({full_hit(), bare_hit("b", 1)})));

    const json& full = object.at("hits").at(0);
    const json& bare = object.at("hits").at(1);
    for (const auto& [key, value] : full.items()) {
        EXPECT_TRUE(bare.contains(key)) << key;
    }
    EXPECT_TRUE(bare.at("published").is_null());
    EXPECT_EQ(bare.at("title_marks"), json::array());
}

TEST(JsonFormat, BrokenBytesDoNotBreakTheObject) {
    EXPECT_EQ(
        json::parse(printed("json", answer_with({bare_hit("a\xFF", 1)}))).at("hits").at(0).at("id"),
        "a\uFFFD"
    );
}

TEST(JsonFormat, NothingFoundIsAnObjectWithoutHits) {
    const json object = json::parse(printed("json", answer_with({})));

    EXPECT_EQ(object.at("hits"), json::array());
    EXPECT_EQ(object.at("notices"), json::array());
}

TEST(NdjsonFormat, HasAHitOnEachLine) {
    const auto hits = lines(printed("ndjson", answer_with({full_hit(), bare_hit("b", 1)})));

    ASSERT_EQ(hits.size(), 2U);
    EXPECT_EQ(json::parse(hits[0]).at("id"), "ko-1");
    EXPECT_EQ(json::parse(hits[1]).at("rank"), 2);
    EXPECT_FALSE(json::parse(hits[0]).contains("query_id"));
}

TEST(NdjsonFormat, NamesTheQueryInABatch) {
    Answer answer = answer_with({bare_hit("b", 1)});
    answer.query_id = "q9";

    EXPECT_EQ(json::parse(printed("ndjson", answer)).at("query_id"), "q9");
    EXPECT_EQ(json::parse(printed("json", answer)).at("query_id"), "q9");
}

Page page_with(std::string_view fields) {
    Page page;
    page.fields = parse_fields(fields);
    return page;
}

TEST(JsonFormat, HoldsTheChosenFieldsInTheirOrder) {
    const std::string line =
        printed("ndjson", answer_with({full_hit()}), page_with("url,rank,published"));

    EXPECT_EQ(
        line,
        "{\"format_version\":1,\"url\":\"https://example.org/1\",\"rank\":1,"
        "\"published\":\"2024-05-01T09:30:00+09:00\"}\n"
    );
}

TEST(JsonFormat, NamesTheCopiesOfAStory) {
    Hit hit = bare_hit("a", 1);
    hit.copies = {{"b", "새별신문"}, {"c", ""}};
    const json object = json::parse(printed("json", answer_with({hit, bare_hit("d", 1)})));

    EXPECT_EQ(
        object.at("hits").at(0).at("copies"),
        json::parse(R"([{"id":"b","publisher":"새별신문"},{"id":"c","publisher":""}])")
    );
    EXPECT_EQ(object.at("hits").at(1).at("copies"), json::array());
}

TEST(CsvFormat, ListsTheIdsOfCopies) {
    Hit hit = bare_hit("a", 1);
    hit.copies = {{"b", "새별신문"}, {"c", ""}};

    EXPECT_EQ(
        printed("csv", answer_with({hit}), page_with("id,copies")), "id,copies\r\na,b; c\r\n"
    );
}

TEST(JsonFormat, MarksCountInCodePointsToo) {
    const json object = json::parse(printed("json", answer_with({full_hit()})));

    const json& hit = object.at("hits").at(0);
    EXPECT_EQ(hit.at("title_marks"), json::parse("[[14,26]]"));
    EXPECT_EQ(hit.at("title_marks_codepoints"), json::parse("[[6,10]]"));
}

TEST(CsvFormat, QuotesWhatRfc4180Asks) {
    Hit hit = bare_hit("a,b", 1.5);
    hit.title.text = "그는 \"예\"라고\n답했다";
    hit.sections = {"사회", "지역"};

    EXPECT_EQ(
        printed("csv", answer_with({hit}), page_with("id,title,sections,published,score")),
        "id,title,sections,published,score\r\n"
        "\"a,b\",\"그는 \"\"예\"\"라고\n답했다\",사회; 지역,,1.5\r\n"
    );
}

TEST(CsvFormat, BeginsWithAByteOrderMarkOnRequest) {
    Page page = page_with("id");
    page.byte_order_mark = true;

    EXPECT_EQ(printed("csv", answer_with({bare_hit("a", 1)}), page), "\xEF\xBB\xBFid\r\na\r\n");
}

TEST(CsvFormat, IsAHeadingWhenNothingIsFound) {
    EXPECT_EQ(printed("csv", answer_with({}), page_with("rank,id")), "rank,id\r\n");
}

TEST(CsvFormat, NamesTheQueryInABatch) {
    Answer answer = answer_with({bare_hit("b", 1)});
    answer.query_id = "q9";

    EXPECT_EQ(printed("csv", answer, page_with("id")), "query_id,id\r\nq9,b\r\n");
}

TEST(TsvFormat, KeepsEachHitOnOneLine) {
    Hit hit = bare_hit("a", 1);
    hit.title.text = "첫\t둘\n셋";

    EXPECT_EQ(
        printed("tsv", answer_with({hit}), page_with("rank,title,title_marks")),
        "rank\ttitle\ttitle_marks\n1\t첫 둘 셋\t\n"
    );
}

TEST(Text0Format, EndsEachIdByANul) {
    using namespace std::string_literals;
    EXPECT_EQ(
        printed("text0", answer_with({bare_hit("기사 1\n", 2), bare_hit("b\0c"s, 1)})),
        "기사 1\n\0b%00c\0"s
    );
}

TEST(TrecFormat, HasSixColumnsWithoutSpacesInThem) {
    Answer answer = answer_with({bare_hit("기사 1\t\u3000", 2.25), bare_hit("", 1)});
    answer.query_id = "q 1";
    answer.response.first = 10;

    EXPECT_THAT(
        lines(printed("trec", answer)),
        ElementsAre("q%201 Q0 기사%201%09%E3%80%80 11 2.2500 gisa", "q%201 Q0 - 12 1.0000 gisa")
    );
}

TEST(TrecFormat, PercentSignsOfAddressesStayAsTheyAre) {
    EXPECT_EQ(
        printed("trec", answer_with({bare_hit("https://example.org/%EA%B8%B0", 1)})),
        "1 Q0 https://example.org/%EA%B8%B0 1 1.0000 gisa\n"
    );
}

TEST(TrecFormat, ScoresFallStrictlyEvenWhenTheHitsDoNot) {
    EXPECT_THAT(
        lines(printed(
            "trec",
            answer_with(
                {bare_hit("a", 3),
                 bare_hit("b", 3),
                 bare_hit("c", 3.00004),
                 bare_hit("d", 9),
                 bare_hit("e", 1)}
            )
        )),
        ElementsAre(
            "1 Q0 a 1 3.0000 gisa",
            "1 Q0 b 2 2.9999 gisa",
            "1 Q0 c 3 2.9998 gisa",
            "1 Q0 d 4 2.9997 gisa",
            "1 Q0 e 5 1.0000 gisa"
        )
    );
}

TEST(TrecFormat, ScoresOfHitsSortedByDateFallToo) {
    EXPECT_THAT(
        lines(printed("trec", answer_with({bare_hit("a", 0), bare_hit("b", 0)}))),
        ElementsAre("1 Q0 a 1 0.0000 gisa", "1 Q0 b 2 -0.0001 gisa")
    );
}

TEST(IdsFormat, HasAnIdOnEachLine) {
    EXPECT_EQ(
        printed("ids", answer_with({bare_hit("기사 1", 2), bare_hit("b\nc", 1)})), "기사 1\nb%0Ac\n"
    );
}

TEST(Formats, AskForSnippetsAsLongAsTheyShow) {
    std::map<std::string_view, std::uint32_t> cells;
    for (const Format& format : formats()) {
        cells[format.name] = format.snippet_cells({.width = 80});
    }

    EXPECT_THAT(cells["text"], testing::AllOf(testing::Gt(120U), testing::Le(152U)));
    EXPECT_EQ(cells["json"], 160U);
    EXPECT_EQ(cells["ndjson"], 160U);
    EXPECT_EQ(cells["trec"], 0U);
    EXPECT_EQ(cells["ids"], 0U);
}

TEST(Formats, AskForNoSnippetWhenNoFieldShowsOne) {
    for (const Format& format : formats()) {
        if (format.has_fields) {
            EXPECT_EQ(format.snippet_cells(page_with("id,title")), 0U) << format.name;
            EXPECT_GT(format.snippet_cells(page_with("id,title_marks")), 120U) << format.name;
        }
    }
}

TEST(Formats, FoldStoriesWhereTheyTellOfCopies) {
    std::map<std::string_view, std::string> folds;
    for (const Format& format : formats()) {
        const auto tells = [&format](const Page& page) {
            return format.tells_copies != nullptr && format.tells_copies(page) ? "yes" : "no";
        };
        folds[format.name] = std::string(tells({})) + ", " + tells(page_with("id,title")) + ", "
                             + tells(page_with("id,copies"));
    }

    EXPECT_EQ(folds["text"], "yes, no, yes");
    EXPECT_EQ(folds["json"], "yes, no, yes");
    EXPECT_EQ(folds["ndjson"], "yes, no, yes");
    EXPECT_EQ(folds["csv"], "no, no, yes");
    EXPECT_EQ(folds["tsv"], "no, no, yes");
    for (const char* name : {"trec", "ids", "text0", "bibtex", "rss"}) {
        EXPECT_EQ(folds[name], "no, no, no") << name;
    }
}

TEST(Formats, WiderPagesGetLongerSnippetsUpToAReadableWidth) {
    EXPECT_GT(text_snippet_cells({.width = 100}), text_snippet_cells({.width = 80}));
    EXPECT_EQ(text_snippet_cells({.width = 400}), text_snippet_cells({.width = 120}));
    EXPECT_GT(text_snippet_cells({.width = 20}), 0U);
}

TEST(Formats, TextComesFirstBecauseItIsTheDefault) {
    EXPECT_EQ(formats().front().name, "text");
}
}  // namespace
}  // namespace gisa::cli
