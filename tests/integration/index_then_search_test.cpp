// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <gisa/error.h>
#include <gisa/indexer.h>
#include <gisa/searcher.h>

#include "tests/support/temp_dir.h"
#include "tests/support/tiny_archive.h"

namespace gisa {
namespace {
using test::article;
using test::found;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class IndexThenSearch : public testing::Test {
  protected:
    [[nodiscard]] const std::filesystem::path& archive() const { return folder_.path(); }

    test::TempDir folder_;
};

TEST_F(IndexThenSearch, FindsByWhatAnArticleSaysAboutItself) {
    Article first = article("kr:1", "예산", "예산안이 나왔다.");
    first.publisher = "새별신문";
    first.byline = "서울=홍길동·김철수 기자 desk@example.com";
    first.sections = {"정치", "국회 소식"};
    first.url = "https://www.news.example.co.kr/politics/1?x=1";
    Article second = article("en:1", "Budget", "The budget 예산 is out.");
    second.publisher = "The Morning Star";
    second.byline = "By Jane Doe";
    second.language = "en-GB";
    second.published.reset();
    test::index(archive(), {first, second});

    struct Case {
        std::string_view query;
        std::vector<std::string> ids;
        std::string_view why = "";
    };

    const Case cases[] = {
        {"언론사:새별신문", {"kr:1"}},
        {"publisher:새별", {}, "the whole name only"},
        {"publisher:\"the MORNING star\"", {"en:1"}, "case"},
        {"publisher:(새별신문 OR \"The Morning Star\") 예산", {"kr:1", "en:1"}},
        {"예산 -언론사:새별신문", {"en:1"}, "excluded"},
        {"기자:홍길동", {"kr:1"}},
        {"기자:홍길동·김철수 예산", {"kr:1"}, "both names"},
        {"기자:홍길동·이영희 예산", {}, "both names, also where words may be missing"},
        {"byline:\"김철수 기자\"", {"kr:1"}, "with the title"},
        {"기자:서울", {}, "a place is nobody"},
        {"byline:\"jane doe\"", {"en:1"}},
        {"분야:정치", {"kr:1"}},
        {"section:\"국회 소식\"", {"kr:1"}},
        {"lang:en", {"en:1"}, "the language of en-GB"},
        {"언어:한국어", {"kr:1"}, "by its name"},
        {"url:example.co.kr", {"kr:1"}, "a domain above the host"},
        {"url:https://news.example.co.kr/", {"kr:1"}},
        {"id:kr:1", {"kr:1"}, "an id with a colon"},
        {"id:\"en:1\" 예산", {"en:1"}},
        {"id:en:1 -예산", {}},
        {"id:kr:1 OR id:en:1", {"kr:1", "en:1"}},
        {"예산 -id:kr:1", {"en:1"}},
        {"id:none", {}},
        {"수집:1d..", {"kr:1", "en:1"}, "stored by this test"},
        {"collected:..2024", {}},
        {"발행:2024-05-21", {"kr:1"}},
    };
    Searcher searcher(archive());
    for (const Case& c : cases) {
        EXPECT_THAT(found(searcher, c.query), testing::UnorderedElementsAreArray(c.ids))
            << c.query << ": " << c.why;
    }
}

TEST_F(IndexThenSearch, FindsWordsByHowTheyStandInTheText) {
    test::index(
        archive(),
        {article("near", "소식", "정부가 내년 예산을 발표했다."),
         article("far", "소식", "정부는 말이 없다.\n\n둘째 문단.\n\n예산은 내년에 나온다."),
         article("title", "정부 예산", "본문은 다른 얘기다.")}
    );

    struct Case {
        std::string_view query;
        std::vector<std::string> ids;
    };

    const Case cases[] = {
        {"정부 NEAR/3 예산", {"near", "title"}},
        {"정부 /s 예산", {"near", "title"}},
        {"정부 예산 -\"정부 예산\"~1", {"far"}},
        {"본문:정부 /p 예산", {"near"}},
        {"lead:정부", {"near", "far"}},
        {"lead:예산", {"near"}},
        {"body:예산 OR title:예산", {"near", "far", "title"}},
        {"title:정부 NEAR/1 예산", {"title"}},
        {"\"정부 예산\" OR lead:예산", {"near", "title"}},
        {"atleast2:(정부 OR 내년)", {"near", "far"}},
        {"소식 -atleast3:(정부 OR 예산 OR 내년)", {}},
    };
    Searcher searcher(archive());
    for (const Case& c : cases) {
        EXPECT_THAT(found(searcher, c.query), testing::UnorderedElementsAreArray(c.ids)) << c.query;
    }
}

TEST_F(IndexThenSearch, FindsWordsByTheirBeginningOrAsNounsAlone) {
    test::index(
        archive(),
        {article("city", "날씨", "서울에서는 비가 왔다."),
         article("hall", "행사", "서울시청 앞에서 열렸다."),
         article("school", "대학", "서울대가 발표했다."),
         article("english", "Pledge", "They signed a watermark."),
         article("south", "지명", "남서울 운동장")}
    );

    struct Case {
        std::string_view query;
        std::vector<std::string> ids;
        std::string_view why = "";
    };

    const Case cases[] = {
        {"서울*", {"city", "hall", "school", "south"}, "also as a part of a compound"},
        {"서울·", {"city"}, "neither 서울대 nor 서울시청"},
        {"서울ㆍ -비", {}, "the other middle dot"},
        {"water*", {"english"}},
        {"WATER* NEAR/1 signed", {"english"}, "near"},
        {"title:pled*", {"english"}},
        {"body:pled*", {}},
        {"없는*", {}},
        {"서울* -서울대*", {"city", "hall", "south"}},
        {"언론사:새별*", {}, "values are whole"},
    };
    Searcher searcher(archive());
    for (const Case& c : cases) {
        EXPECT_THAT(found(searcher, c.query), testing::UnorderedElementsAreArray(c.ids))
            << c.query << ": " << c.why;
    }
    const SearchResponse response = searcher.search({.query = "없는*"});
    ASSERT_FALSE(response.notices.empty());
    EXPECT_EQ(response.notices.front().message, "no word of the archive begins with 없는");
}

TEST_F(IndexThenSearch, FindsTextAsItWasStored) {
    test::index(
        archive(),
        {article("a", "서약", "기업들이 워터마크 서약을 했다."),
         article("b", "COVID-19 소식", "워터마크에 서약했다."),
         article("c", "Covid-19", "정상 회의가 열렸다."),
         article("d", "Opinion", "We don't know O'Brien.")}
    );

    struct Case {
        std::string_view query;
        std::vector<std::string> ids;
        std::string_view why = "";
    };

    const Case cases[] = {
        {"'워터마크 서약'", {"a"}},
        {"'마크 서'", {"a"}, "through longer words that hold 마크"},
        {"'마크에 서'", {"b"}, "with its particle"},
        {"'COVID-19'", {"b"}, "case"},
        {"title:'Covid-19'", {"c"}},
        {"lead:'서약'", {"a", "b"}, "not the title alone"},
        {"~'정상회의'", {"c"}, "spaces aside"},
        {"~'정 상 회 의가'", {}, "no word is left to find it by"},
        {"don't", {"d"}, "no literal"},
        {"O'Brien's", {"d"}, "no literal"},
        {"서약 -'워터마크 서약'", {"b"}},
    };
    Searcher searcher(archive());
    for (const Case& c : cases) {
        EXPECT_THAT(found(searcher, c.query), testing::UnorderedElementsAreArray(c.ids))
            << c.query << ": " << c.why;
    }
    const SearchResponse response = searcher.search({.query = "+'의 그' 서약"});
    ASSERT_FALSE(response.notices.empty());
    EXPECT_EQ(
        response.notices.front().message, "this holds no word to find it by, so it was left out"
    );
}

TEST_F(IndexThenSearch, SaysWhenAPrefixStandsForTooManyWords) {
    std::string body;
    for (int number = 0; number < 300; ++number) {
        body += "x" + std::to_string(number) + " ";
    }
    test::index(archive(), {article("many", "제목", body), article("one", "제목", "x7")});
    Searcher searcher(archive());

    const SearchResponse response = searcher.search({.query = "x*"});

    ASSERT_FALSE(response.notices.empty());
    EXPECT_EQ(
        response.notices.front().message,
        "more words begin with x; the 256 most frequent ones are searched for"
    );
    EXPECT_THAT(found(searcher, "x*"), testing::UnorderedElementsAre("many", "one"))
        << "the frequent ones stay";
}

TEST_F(IndexThenSearch, SaysWhenAValueNamesNothing) {
    test::index(archive(), {article("a", "예산", "본문")});
    Searcher searcher(archive());
    const auto notice = [&searcher](std::string query) {
        const SearchResponse response = searcher.search({.query = std::move(query)});
        return response.notices.empty() ? "" : response.notices.front().message;
    };

    EXPECT_EQ(notice("언론사:없는신문"), "no article of the archive has this publisher");
    EXPECT_EQ(
        notice("언론사:새별"),
        "no article of the archive has this publisher, but some have \"새별신문\""
    );
    EXPECT_EQ(notice("id:b"), "the archive has no article of this id");
    EXPECT_EQ(notice("예산 기자:특파원"), "this byline names nothing, so it was left out");
    EXPECT_EQ(notice("url:https://example.com/a"), "no article of the archive has this url");
    EXPECT_EQ(notice("언론사:새별신문"), "");
}

TEST_F(IndexThenSearch, FindsAnArticleByItsIdInAnyOfManySegments) {
    for (int segment = 0; segment < 3; ++segment) {
        std::vector<Article> articles;
        for (int number = 0; number < 5; ++number) {
            articles.push_back(article(std::to_string(segment * 10 + number), "제목", "본문"));
        }
        test::index(archive(), articles);
    }
    test::index(archive(), {article("3", "새 제목", "본문")});
    Searcher searcher(archive());

    for (const std::string id : {"0", "4", "12", "20", "24", "3"}) {
        EXPECT_THAT(found(searcher, "id:" + id), ElementsAre(id));
        EXPECT_THAT(found(searcher, "본문 id:" + id), ElementsAre(id));
    }
}

TEST_F(IndexThenSearch, FindsAWordInAllTheFormsItMayStandIn) {
    test::index(
        archive(),
        {article("a", "서약", "기업들이 워터마크를 넣겠다고 서약했다."),
         article("b", "날씨", "오늘은 맑다."),
         article("nfd", "\u1112\u1161\u11AB\u1100\u1173\u11AF", "풀어쓴 제목"),
         article("wide", "ＡＩ 소식", "전각 문자"),
         article("hanja", "大統領 담화", "한자 제목"),
         article("name", "발사", "도담누리호발사체가 올라갔다."),
         article("apart", "외교", "정상 회의가 열렸다."),
         article("together", "외교", "정상회의가 열렸다."),
         article(
             "english", "Pledge", "They pledged watermarks on COVID-19 data in the U.S. by e-mail."
         )}
    );

    struct Case {
        std::string_view query;
        std::vector<std::string> ids;
        std::string_view why;
    };

    const Case cases[] = {
        {"워터마크", {"a"}, "particle"},
        {"워터마크는", {"a"}, "another particle in the query"},
        {"서약", {"a"}, "inside a verb"},
        {"한글", {"nfd"}, "decomposed Hangul"},
        {"\u1112\u1161\u11AB\u1100\u1173\u11AF", {"nfd"}, "decomposed Hangul in the query"},
        {"AI", {"wide"}, "full-width letters"},
        {"대통령", {"hanja"}, "Hanja read as Hangul"},
        {"大統領", {"hanja"}, "Hanja in the query"},
        {"도담누리호", {"name"}, "an unknown name inside a longer word"},
        {"정상회의", {"apart", "together"}, "spacing"},
        {"정상 회의", {"apart", "together"}, "spacing in the query"},
        {"\"정상회의\"", {"apart", "together"}, "spacing in a phrase"},
        {"pledges", {"english"}, "stem"},
        {"covid19", {"english"}, "hyphen"},
        {"email", {"english"}, "hyphen"},
        {"US", {"english"}, "acronym"},
        {"title:서약", {"a"}, "title"},
        {"title:워터마크", {}, "not in the title"},
        {"없는말이다", {}, "nowhere"},
        {"서약 -워터마크", {}, "excluded"},
        {"한글 OR 대통령", {"nfd", "hanja"}, "either"},
        {"date:2024-05 서약", {"a"}, "in the month"},
        {"date:2024-06 서약", {}, "not in the month"},
    };
    Searcher searcher(archive());
    for (const Case& example : cases) {
        EXPECT_THAT(found(searcher, example.query), testing::UnorderedElementsAreArray(example.ids))
            << example.query << ": " << example.why;
    }
}

TEST_F(IndexThenSearch, GivesMostOfTheWordsWhenAllFindTooLittleAndSaysSo) {
    test::index(
        archive(),
        {article("both", "", "워터마크와 서약"),
         article("one", "", "서약만"),
         article("none", "", "다른 말")}
    );
    Searcher searcher(archive());

    const SearchResponse response = searcher.search({.query = "워터마크 서약"});

    ASSERT_EQ(response.hits.size(), 2U);
    EXPECT_EQ(response.hits[0].id, "both");
    EXPECT_TRUE(response.relaxed);
    EXPECT_FALSE(response.notices.empty());
    EXPECT_FALSE(searcher.search({.query = "워터마크 AND 서약"}).relaxed) << "an operator is meant";
}

TEST_F(IndexThenSearch, ChangesNothingWhenTheSameComesAgain) {
    test::index(archive(), {article("a", "제목", "본문")});

    const RunReport again = test::index(archive(), {article("a", "제목", "본문")});

    EXPECT_EQ(again.unchanged, 1U);
    EXPECT_EQ(again.added + again.replaced, 0U);
    EXPECT_THAT(found(archive(), "본문"), ElementsAre("a"));
}

TEST_F(IndexThenSearch, ShowsOnlyTheNewestOfAChangedArticle) {
    test::index(archive(), {article("a", "제목", "처음의 낱말"), article("b", "제목", "그대로")});

    const RunReport changed = test::index(archive(), {article("a", "제목", "나중의 이야기")});

    EXPECT_EQ(changed.replaced, 1U);
    Searcher searcher(archive());
    EXPECT_THAT(found(searcher, "낱말"), IsEmpty());
    EXPECT_THAT(found(searcher, "이야기"), ElementsAre("a"));
    EXPECT_THAT(found(searcher, "제목"), UnorderedElementsAre("a", "b"));
    EXPECT_EQ(searcher.search({.query = "제목", .exact_count = true}).total.estimate, 2U);
}

TEST_F(IndexThenSearch, HidesARemovedArticleAtOnce) {
    test::index(archive(), {article("a", "제목", "본문"), article("b", "제목", "본문")});
    Searcher reader(archive());
    Indexer indexer(archive());

    EXPECT_TRUE(indexer.remove("a"));

    EXPECT_FALSE(indexer.remove("a")) << "already gone";
    EXPECT_THAT(found(archive(), "제목"), ElementsAre("b"));
    EXPECT_TRUE(reader.refresh());
    EXPECT_THAT(found(reader, "제목"), ElementsAre("b"));
    EXPECT_FALSE(reader.article("a").has_value());
}

TEST_F(IndexThenSearch, KeepsAReadersStateUntilItRefreshes) {
    test::index(archive(), {article("a", "제목", "본문")});
    Searcher reader(archive());

    test::index(archive(), {article("b", "제목", "본문")});

    EXPECT_THAT(found(reader, "제목"), ElementsAre("a"));
    EXPECT_TRUE(reader.refresh());
    EXPECT_FALSE(reader.refresh()) << "nothing newer";
    EXPECT_THAT(found(reader, "제목"), UnorderedElementsAre("a", "b"));
}

TEST_F(IndexThenSearch, LetsOnlyOneIndexerIn) {
    const Indexer first(archive());
    try {
        const Indexer second(archive());
        FAIL() << "two indexers at once";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::ArchiveLocked);
    }
}

/// The tests' dictionary with one cost changed: another version, as far as anybody can tell.
void make_other_dictionary(const std::filesystem::path& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(GISA_TEST_DICTIONARY)) {
        const std::filesystem::path name = entry.path().filename();
        if (name != "matrix.bin") {
            std::filesystem::create_symlink(entry.path(), folder / name);
        }
    }
    const std::filesystem::path matrix = std::filesystem::path(GISA_TEST_DICTIONARY) / "matrix.bin";
    std::filesystem::copy_file(matrix, folder / "matrix.bin");
    std::filesystem::permissions(
        folder / "matrix.bin",
        std::filesystem::perms::owner_write,
        std::filesystem::perm_options::add
    );
    std::fstream file(folder / "matrix.bin", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(1'000);
    file.put('\x7F');
}

ErrorCode code_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        EXPECT_FALSE(error.hint().empty());
        return error.code();
    }
    ADD_FAILURE() << "nothing was refused";
    return ErrorCode::InvalidArgument;
}

TEST_F(IndexThenSearch, RefusesAnArchiveOfAnotherAnalysis) {
    test::index(archive(), {article("a", "제목", "본문")});
    const test::TempDir other;
    make_other_dictionary(other.path());

    EXPECT_EQ(
        code_of([&] { const Searcher searcher(archive(), {.dictionary = other.path()}); }),
        ErrorCode::ArchiveIncompatible
    );
    IndexerOptions options;
    options.dictionary = other.path();
    EXPECT_EQ(
        code_of([&] { const Indexer indexer(archive(), options); }), ErrorCode::ArchiveIncompatible
    );
}

TEST_F(IndexThenSearch, SaysThatADictionaryIsMissing) {
    const test::TempDir empty;

    EXPECT_EQ(
        code_of([&] { const Searcher searcher(archive(), {.dictionary = empty.path()}); }),
        ErrorCode::ArchiveNotFound
    ) << "the archive is looked at first";
    test::index(archive(), {article("a", "제목", "본문")});
    EXPECT_EQ(
        code_of([&] { const Searcher searcher(archive(), {.dictionary = empty.path()}); }),
        ErrorCode::Configuration
    );
}

TEST_F(IndexThenSearch, RefusesArticlesThatCannotBeStored) {
    Indexer indexer(archive());

    EXPECT_THROW(indexer.put(article("", "제목", "본문")), Error);
    EXPECT_THROW(indexer.put(article("a", "", "")), Error);
    EXPECT_THROW(indexer.put(article("a", "제목", "본문\xFF")), Error);
}

TEST_F(IndexThenSearch, SortsByDateAndPagesWithoutGaps) {
    std::vector<Article> articles;
    for (int day = 1; day <= 25; ++day) {
        articles.push_back(
            article("day-" + std::to_string(day), "제목 " + std::to_string(day), "같은 본문")
        );
        articles.back().published = std::chrono::sys_days{std::chrono::year{2024} / 5 / day};
    }
    test::index(archive(), articles);
    Searcher searcher(archive());

    EXPECT_EQ(
        searcher.search({.query = "본문", .limit = 1, .sort_by = SortBy::Newest}).hits.at(0).id,
        "day-25"
    );
    EXPECT_EQ(
        searcher.search({.query = "본문", .limit = 1, .sort_by = SortBy::Oldest}).hits.at(0).id,
        "day-1"
    );
    const std::vector<std::string> all = found(searcher, "본문", 25);
    std::vector<std::string> paged;
    for (std::uint32_t first = 0; first < 25; first += 4) {
        for (const Hit& hit : searcher.search({.query = "본문", .first = first, .limit = 4}).hits) {
            paged.push_back(hit.id);
        }
    }
    EXPECT_EQ(paged, all);
    EXPECT_EQ(all.size(), 25U);
}

TEST_F(IndexThenSearch, AnswersEveryQueryHoweverOdd) {
    test::index(archive(), {article("a", "제목", "본문 서약")});
    Searcher searcher(archive());
    std::string endless;
    for (int i = 0; i < 20'000; ++i) {
        endless += "서약 ";
    }
    const std::string odd[] = {
        "",
        " ",
        "...",
        "은 는 이 가",
        "\"",
        "(((",
        ")",
        "AND",
        "-",
        "*",
        "ㅅㅇ",
        "大",
        "\U0001F600",
        std::string("\0서약", 7),
        "\xFF\xFE",
        "title:",
        "date:",
        "date:9999-99",
        "서약 OR",
        endless,
        "\"" + endless + "\"",
        "-서약",
    };
    for (const std::string& query : odd) {
        EXPECT_NO_THROW({
            const SearchResponse response = searcher.search({.query = query});
            EXPECT_LE(response.hits.size(), 1U);
        }) << query.substr(0, 40);
    }
}

TEST_F(IndexThenSearch, HasNothingToSayOfAnEmptyArchive) {
    test::index(archive(), {});
    Searcher searcher(archive());

    EXPECT_TRUE(searcher.search({.query = "서약"}).hits.empty());
    EXPECT_TRUE(searcher.search({.query = "\"정상 회의\" OR date:2024 OR -x"}).hits.empty());
    EXPECT_FALSE(searcher.explain({.query = "서약"}).plan.empty());
}

TEST_F(IndexThenSearch, ExplainsEachStage) {
    test::index(archive(), {article("a", "제목", "본문 서약")});
    Searcher searcher(archive());

    const Explanation explanation = searcher.explain({.query = "서약은 title:제목"});

    EXPECT_NE(explanation.syntax.find("(title 제목)"), std::string::npos);
    EXPECT_NE(explanation.plan.find("서약"), std::string::npos);
    EXPECT_NE(explanation.engine.find("Query("), std::string::npos);
}

TEST(Search, RanksMostWordsOfAQuestionAndCountsAllOfThem) {
    const test::TempDir folder;
    test::index(
        folder.path(),
        {test::article("all", "전쟁", "가람 전쟁은 여름에 일어났다."),
         test::article("most", "가람 전쟁", "가람 전쟁의 경과. 전쟁은 여름에 시작됐다."),
         test::article("other", "날씨", "여름 날씨")}
    );
    Searcher searcher(folder.path());
    const std::string question = "가람 전쟁은 언제 일어났나요?";

    const SearchResponse ranked = searcher.search({.query = question});
    const SearchResponse counted =
        searcher.search({.query = question, .limit = 0, .exact_count = true});

    EXPECT_EQ(ranked.hits.size(), 2U);
    EXPECT_TRUE(ranked.relaxed);
    EXPECT_EQ(counted.total.at_most, 1U) << "언제 need not be there, the rest must";
}

TEST(LiteralsBesideWords, AreReadAsWordsWhenFewArticlesHaveThem) {
    const test::TempDir dir;
    test::index(
        dir.path(),
        {test::article("a", "기업들의 약속", "기업들이 워터마크를 넣겠다는 서약을 했다."),
         test::article("b", "날씨", "비가 온다.")}
    );
    Searcher searcher(dir.path());

    EXPECT_EQ(test::found(searcher, "기업 '워터마크 서약'"), (std::vector<std::string>{"a"}))
        << "a pasted headline";
    EXPECT_TRUE(test::found(searcher, "'워터마크 서약'").empty()) << "all that was asked for";
    EXPECT_TRUE(test::found(searcher, "기업 +'워터마크 서약'").empty()) << "demanded";
    EXPECT_EQ(test::found(searcher, "기업 '워터마크를 넣겠다'"), (std::vector<std::string>{"a"}));
}
}  // namespace
}  // namespace gisa
