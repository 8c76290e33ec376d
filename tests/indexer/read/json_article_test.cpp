// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/read/json_article.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <gisa/error.h>

namespace gisa::indexer {
namespace {
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

Article article_of(std::string_view json, const FieldNames& names = FieldNames()) {
    auto outcome = article_from_json(json, names);
    if (const auto* refusal = std::get_if<Refusal>(&outcome)) {
        ADD_FAILURE() << json << ": " << refusal->reason;
        return {};
    }
    return std::get<Article>(outcome);
}

std::string refusal_of(std::string_view json) {
    auto outcome = article_from_json(json, FieldNames());
    const auto* refusal = std::get_if<Refusal>(&outcome);
    return refusal == nullptr ? "accepted" : refusal->reason;
}

TEST(JsonArticle, ReadsEveryField) {
    const Article article =
        article_of(R"({"id":"ko-1","title":"제목","body":"본문",)"
                   R"("date":"2024-05-21T09:30:00+09:00","url":"https://x.kr/1",)"
                   R"("publisher":"하늘목일보","byline":"김하늘 기자",)"
                   R"("section":["정치","국회"],"lang":"ko"})");

    EXPECT_EQ(article.id, "ko-1");
    EXPECT_EQ(article.title, "제목");
    EXPECT_EQ(article.body, "본문");
    EXPECT_EQ(article.published, std::chrono::sys_days(std::chrono::year(2024) / 5 / 21) + 30min);
    EXPECT_EQ(article.url, "https://x.kr/1");
    EXPECT_EQ(article.publisher, "하늘목일보");
    EXPECT_EQ(article.byline, "김하늘 기자");
    EXPECT_THAT(article.sections, ElementsAre("정치", "국회"));
    EXPECT_EQ(article.language, "ko");
    EXPECT_EQ(article.other_fields, "");
}

TEST(JsonArticle, KnowsTheSecondNames) {
    const Article article =
        article_of(R"({"id":1,"body":"x","published":"2024-05-21","source":"s",)"
                   R"("author":"a","sections":"경제","language":"en"})");

    EXPECT_TRUE(article.published);
    EXPECT_EQ(article.publisher, "s");
    EXPECT_EQ(article.byline, "a");
    EXPECT_THAT(article.sections, ElementsAre("경제"));
    EXPECT_EQ(article.language, "en");
    EXPECT_EQ(article.other_fields, "");
}

TEST(JsonArticle, KeepsUnknownKeysAndUnusedSecondNames) {
    const Article article = article_of(
        R"({"id":1,"body":"x","publisher":"p","source":"s","기자":{"이름":"김","나이":[1,2.5,null,true]}})"
    );

    EXPECT_EQ(article.publisher, "p");
    EXPECT_EQ(
        article.other_fields, R"({"source":"s","기자":{"나이":[1,2.5,null,true],"이름":"김"}})"
    );
}

TEST(JsonArticle, AnIdMayBeAWholeNumber) {
    EXPECT_EQ(article_of(R"({"id":0,"body":"x"})").id, "0");
    EXPECT_EQ(article_of(R"({"id":-7,"body":"x"})").id, "-7");
    EXPECT_EQ(article_of(R"({"id":18446744073709551615,"body":"x"})").id, "18446744073709551615");
}

TEST(JsonArticle, TitleOrBodyAloneIsEnough) {
    EXPECT_EQ(article_of(R"({"id":1,"title":"제목"})").title, "제목");
    EXPECT_EQ(article_of(R"({"id":1,"title":null,"body":"본문"})").body, "본문");
}

TEST(JsonArticle, NullAndEmptyOptionalFieldsAreAbsent) {
    const Article article = article_of(
        R"({"id":1,"body":"x","date":"","url":null,"section":["","정치",""],"published":null})"
    );

    EXPECT_FALSE(article.published);
    EXPECT_THAT(article.sections, ElementsAre("정치"));
}

TEST(JsonArticle, CleansLineEndsAndEdgesAndNothingElse) {
    // U+3000 and U+00A0 at the edges; between them a decomposed syllable and two spaces.
    const Article article = article_of(
        "{\"id\":1,\"title\":\"\\u3000\\u00a0 제목\\t\\n\",\"body\":\"\\r\\n가\\r\\n\\r\\n나  "
        "다\\r라"
        "\\u1100\\u1161\\r\\n\"}"
    );

    EXPECT_EQ(article.title, "제목");
    EXPECT_EQ(article.body, "가\n\n나  다\r라\u1100\u1161");
}

TEST(JsonArticle, ReadsEscapedCharactersBeyondTheFirstPlane) {
    EXPECT_EQ(article_of(R"({"id":1,"body":"\ud83d\ude00"})").body, "😀");
}

struct RefusalCase {
    std::string_view json;
    std::string_view reason;  // its beginning
};

TEST(JsonArticle, SaysWhyARecordIsNoArticle) {
    const RefusalCase cases[] = {
        {R"({"id":1,"body":"x")", "not JSON at column 19: unexpected end of input"},
        {R"({"id":1,"body":"x"} {})", "not JSON at column 21: unexpected '{'"},
        {R"({"가나":x})", "not JSON at column 7: invalid literal"},
        {"", "not JSON at column 1"},
        {"기사", "not JSON at column 1"},
        {"7", "a number, not an object"},
        {"null", "null, not an object"},
        {R"("id")", "a text, not an object"},
        {R"({"body":"x"})", "no id"},
        {R"({"id":null,"body":"x"})", "no id"},
        {R"({"id":"","body":"x"})", "id is empty"},
        {R"({"id":" ","body":"x"})", "id is empty"},
        {R"({"id":1.5,"body":"x"})", "id is a number, not a text or a whole number"},
        {R"({"id":[1],"body":"x"})", "id is a list, not a text or a whole number"},
        {R"({"id":"a\u0000b","body":"x"})", "id holds a NUL character"},
        {R"({"id":1})", "neither title nor body"},
        {R"({"id":1,"body":["x"]})", "body is a list, not a text"},
        {R"({"id":1,"body":"x","url":true})", "url is true or false, not a text"},
        {R"({"id":1,"body":"x","source":{}})", "source is an object, not a text"},
        {R"({"id":1,"body":"x","section":7})",
         "section is a number, not a text or a list of texts"},
        {R"({"id":1,"body":"x","sections":["a",7]})", "sections is a number, not a text"},
        {R"({"id":1,"body":"x","date":1716251400})", "date is a number, not a text"},
        {R"({"id":1,"body":"x","published":"어제"})", "published \"어제\" is no date in ISO 8601"},
        {R"({"id":1,"body":"x","n":1e999})", "a number too great"},
        {"{\"id\":1,\"body\":\"\xED\xA0\x80\"}", "not UTF-8 at column 17"},
        {"{\"id\":1,\"body\":\"\xC0\xAF\"}", "not UTF-8 at column 17"},
    };

    for (const RefusalCase& c : cases) {
        EXPECT_THAT(refusal_of(c.json), StartsWith(std::string(c.reason))) << c.json;
    }
}

TEST(JsonArticle, BearsAnyDepthWithoutReadingIt) {
    const std::string deep(10'000'000, '[');

    EXPECT_THAT(refusal_of(deep), HasSubstr("levels deep"));
    EXPECT_THAT(refusal_of("{\"id\":1,\"body\":\"" + deep + "\"}"), "accepted");
    EXPECT_THAT(refusal_of(R"({"id":1,"body":"\"[[[","x":[[[[[]]]]]})"), "accepted");
}

TEST(FieldNames, ARenamedFieldIsFoundUnderItsNewNameAlone) {
    const FieldNames names({{"headline", "title"}, {"기사번호", "id"}, {"날짜", "published"}});

    const Article article = article_of(
        R"({"기사번호":7,"headline":"제목","title":"다른 것","날짜":"20240521","date":"x"})", names
    );

    EXPECT_EQ(article.id, "7");
    EXPECT_EQ(article.title, "제목");
    EXPECT_TRUE(article.published);
    EXPECT_EQ(article.other_fields, R"({"date":"x","title":"다른 것"})");
}

TEST(FieldNames, AFieldMayTakeAnotherOnesName) {
    const FieldNames names({{"title", "body"}, {"body", "title"}});

    const Article article = article_of(R"({"id":1,"title":"긴 글","body":"짧은 글"})", names);

    EXPECT_EQ(article.title, "짧은 글");
    EXPECT_EQ(article.body, "긴 글");
}

TEST(FieldNames, SeveralNamesOfOneFieldAreTriedInTheirOrder) {
    const FieldNames names({{"lead", "body"}, {"text", "body"}});

    EXPECT_EQ(article_of(R"({"id":1,"text":"t","lead":"l"})", names).body, "l");
    EXPECT_EQ(article_of(R"({"id":1,"text":"t"})", names).body, "t");
}

TEST(FieldNames, RefusesUnknownFieldsAndNamesGivenTwice) {
    using Renamed = std::vector<std::pair<std::string, std::string>>;

    EXPECT_THROW(FieldNames(Renamed{{"headline", "titel"}}), Error);
    EXPECT_THROW(FieldNames(Renamed{{"headline", ""}}), Error);
    EXPECT_THROW(FieldNames(Renamed{{"", "title"}}), Error);
    EXPECT_THROW(FieldNames(Renamed{{"x", "title"}, {"x", "body"}}), Error);
}
}  // namespace
}  // namespace gisa::indexer
