// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/schema/metadata.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gisa::schema {
namespace {
using testing::ElementsAre;
using testing::IsEmpty;
using Values = std::vector<std::string>;

TEST(Metadata, FindsTheNamesOfAByline) {
    struct Case {
        std::string_view byline;
        Values names;
        std::string_view why = "";
    };

    const Case cases[] = {
        {"홍길동", {"홍길동"}},
        {"홍길동 기자", {"홍길동"}, "title"},
        {"홍길동기자", {"홍길동"}, "title without a space"},
        {"홍길동 선임기자 gildong@example.com", {"홍길동"}, "address"},
        {"홍길동·김철수 기자", {"홍길동", "김철수"}, "middle dot"},
        {"홍길동ㆍ김철수 기자", {"홍길동", "김철수"}, "the other middle dot"},
        {"홍길동 기자 김철수 특파원", {"홍길동", "김철수"}, "a title ends a name"},
        {"홍길동, 김철수, 이영희 기자", {"홍길동", "김철수", "이영희"}},
        {"서울=홍길동 기자", {"홍길동"}, "place"},
        {"부산 = 홍길동 기자", {"홍길동"}, "place"},
        {"글·사진 홍길동 기자", {"홍길동"}, "what they did"},
        {"洪吉童 기자", {"홍길동"}, "Hanja"},
        {"남궁 민수 기자", {"남궁 민수"}, "a name may have a space"},
        {"By Jane Doe", {"jane doe"}},
        {"Jane Doe and John O'Neil", {"jane doe", "john o'neil"}},
        {"JANE DOE, Staff Writer", {"jane doe"}},
        {"새별신문 홍길동 기자", {"홍길동"}, "the paper before the name"},
        {"새별신문 홍길동기자", {"홍길동"}, "the same without a space"},
        {"워싱턴 홍길동 특파원", {"홍길동"}, "the place before the name"},
        {"정치부 홍길동 기자, 사회부 김철수 기자", {"홍길동", "김철수"}, "offices"},
        {"홍길동 경제부장", {"홍길동"}, "an office's head"},
        {"홍길동 산업부차장", {"홍길동"}, "an office's head"},
        {"홍길동부장", {"홍길동"}},
        {"(서울=새별통신) 홍길동·성춘향 기자", {"홍길동", "성춘향"}, "place and agency"},
        {"홍길동(사진) 김철수(글)", {"홍길동", "김철수"}, "what they did"},
        {"새별신문 Jane Doe 기자", {"새별신문 jane doe"}, "a foreign name has several words"},
        {"기자", {}},
        {"desk@example.com", {}},
        {"", {}},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(metadata_values(Metadata::Byline, c.byline), c.names)
            << c.byline << ": " << c.why;
    }
}

TEST(Metadata, ComparesNamesByTheirNormalForm) {
    EXPECT_THAT(
        metadata_values(Metadata::Publisher, " The  GUARDIAN "), ElementsAre("the guardian")
    );
    EXPECT_THAT(
        metadata_values(Metadata::Section, "\u110C\u1165\u11BC\u110E\u1175"), ElementsAre("정치")
    ) << "decomposed";
    EXPECT_THAT(metadata_values(Metadata::Publisher, " "), IsEmpty());
}

TEST(Metadata, FindsASiteByItsHostAndTheDomainsAboveIt) {
    EXPECT_THAT(
        metadata_values(Metadata::Site, "https://www.m.example.co.kr:8080/news?id=1#top"),
        ElementsAre("m.example.co.kr", "example.co.kr", "co.kr")
    );
    EXPECT_THAT(metadata_values(Metadata::Site, "https:///news"), IsEmpty());
}

TEST(Metadata, AsksForTheNarrowestOfSeveralValues) {
    EXPECT_THAT(asked_values(Metadata::Site, "www.example.co.kr"), ElementsAre("example.co.kr"));
    EXPECT_THAT(asked_values(Metadata::Language, "ko-KR"), ElementsAre("ko-kr"));
    EXPECT_THAT(asked_values(Metadata::Language, "한국어"), ElementsAre("ko"));
    EXPECT_THAT(asked_values(Metadata::Language, "English"), ElementsAre("en"));
    EXPECT_THAT(asked_values(Metadata::Byline, "홍길동·김철수"), ElementsAre("홍길동", "김철수"));
}

TEST(Metadata, GivesAnArticleATermForEachValue) {
    Article article;
    article.publisher = "새별신문";
    article.sections = {"정치", "국회"};
    article.byline = "홍길동 기자";
    article.language = "ko-KR";
    article.url = "https://example.com/1";

    EXPECT_THAT(
        metadata_terms(article),
        ElementsAre("P새별신문", "G정치", "G국회", "A홍길동", "Lko-kr", "Lko", "Hexample.com")
    );
    EXPECT_THAT(metadata_terms(Article{}), IsEmpty());
}
}  // namespace
}  // namespace gisa::schema
