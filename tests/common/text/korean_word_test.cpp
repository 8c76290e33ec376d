// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/korean_word.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/dictionary.h"

namespace gisa::text {
namespace {
std::string form_of(KoreanWords& words, std::string_view word) {
    const FlatForm& form = words.analyze(word);
    std::string out = std::string(form.whole()) + ":";
    for (const std::string_view part : form.parts()) {
        out.append(" ").append(part);
    }
    return out;
}

TEST(KoreanWords, GivesTheWholeWordAndItsMorphemes) {
    struct Case {
        std::string_view word;
        std::string_view form;
        std::string_view why;
    };

    const Case cases[] = {
        {"대통령", "대통령: 대통령", "a simple noun is its own morpheme"},
        {"대통령이", "대통령: 대통령", "particle gone"},
        {"정상회의에서는", "정상회의: 정상 회의", "a compound by its parts and whole"},
        {"당시의", "당시: 당시", "not 당 + 시의, as at the end of a sentence"},
        {"비정상", "비정상: 비정상", "what is 정상 is not found by it"},
        {"비정상회의실", "비정상회의실: 비정상 회의 실", "so 정상회의 does not find it"},
        {"반정부", "반정부: 반 정부", "speaks of 정부"},
        {"온라인", "온라인: 온라인", "인 belongs to the noun"},
        {"도로", "도로: 도로", "로 belongs to the noun"},
        {"나이", "나이: 나이", "이 belongs to the noun"},
        {"우크라이나는", "우크라이나: 우크라이나", "a name that ends like a particle"},
        {"학생들이", "학생: 학생", "the plural says nothing"},
        {"서약했다고", "서약: 서약", "a verb made of a noun is that noun"},
        {"윤슬빛나래가", "윤슬빛나: 윤슬 빛나", "래 is taken for an ending, with and without 가"},
        {"갓생살기를", "갓생살기: 갓 생 살기", "and so does a new word"},
        {"한국과학기술연구원은", "한국과학기술연구원: 한국 과학 기술 연구 원", ""},
        {"가덕도신공항에서는", "가덕도신공항: 가덕 도 신 공항", "도 is no particle inside a name"},
    };
    KoreanWords words(test::dictionary(), std::make_shared<FormMemo>(1'000));
    for (const Case& example : cases) {
        EXPECT_EQ(form_of(words, example.word), example.form) << example.why;
    }
}

TEST(KoreanWords, TellVerbsInTheirFormsFromNounsWithParticles) {
    struct Case {
        std::string_view word;
        bool inflected;
        std::string_view why;
    };

    const Case cases[] = {
        {"많은", true, "an adjective, though 은 looks like a particle"},
        {"같은", true, ""},
        {"있는", true, ""},
        {"하는", true, ""},
        {"했다", true, "a verb, contracted"},
        {"밝혔다", true, ""},
        {"서약했다고", true, "a noun made into a verb"},
        {"제기하는", true, ""},
        {"것을", false, "a noun of one syllable"},
        {"수는", false, ""},
        {"정상회의에서는", false, "a compound with particles"},
        {"대통령", false, "a noun alone"},
        {"학생이다", false, "the copula is no verb of its own"},
    };
    KoreanWords words(test::dictionary(), std::make_shared<FormMemo>(1'000));
    for (const int round : {1, 2}) {  // computed, then remembered
        for (const Case& example : cases) {
            EXPECT_EQ(words.analyze(example.word).inflected(), example.inflected)
                << example.word << " " << example.why << ", round " << round;
        }
    }
}

TEST(KoreanWords, TakeTheWordsOfTheNewsApartSensibly) {
    struct Case {
        std::string_view word;
        std::string_view form;
        std::string_view why;
    };

    const Case cases[] = {
        {"삼성전자가", "삼성전자: 삼성 전자", "found by 삼성 as well"},
        {"한국은행은", "한국은행: 한국 은행", ""},
        {"더불어민주당이", "더불어민주당: 더불어 민주 당", ""},
        {"국민의힘은", "국민의힘: 국민 힘", "의 inside a name says nothing"},
        {"서울시장이", "서울시장: 서울 시장", ""},
        {"강남구청장은", "강남구청장: 강남 구 청장", ""},
        {"인공지능을", "인공지능: 인공 지능", ""},
        {"반도체의", "반도체: 반도체", "no half of a conductor (반 + 도체)"},
        {"전기차를", "전기차: 전기 차", ""},
        {"기준금리가", "기준금리: 기준 금리", ""},
        {"소비자물가지수는", "소비자물가지수: 소비 자 물가 지수", ""},
        {"이종호장관은", "이종호장관: 이종호 장관", "a name with its title is found by both"},
        {"이대통령이", "이대통령: 이 대통령", ""},
        {"윤석열대통령이", "윤석열대통령: 윤석열 대통령", ""},
        {"홍길동씨는", "홍길동씨: 홍 길동 씨", ""},
        {"박의원에게", "박의원: 박 의원", ""},
        {"정부측은", "정부측: 정부 측", "found by the noun"},
        {"미국발", "미국발: 미국 발", ""},
        {"부산행", "부산행: 부산 행", ""},
        {"국내산을", "국내산: 국내 산", ""},
        {"대통령제가", "대통령제: 대통령 제", ""},
        {"정치권에서", "정치권: 정치 권", ""},
        {"반정부", "반정부: 반 정부", ""},
        {"탈원전을", "탈원전: 탈 원전", ""},
        {"신도시를", "신도시: 신 도시", ""},
        {"시민들의", "시민: 시민", "the plural says nothing"},
        {"대통령이라며", "대통령: 대통령", "copula and quotation"},
        {"회의였다", "회의: 회의", ""},
        {"서울이라는", "서울: 서울", ""},
        {"학생인데", "학생: 학생", ""},
        {"발표된", "발표: 발표", "-되다"},
        {"정상화시켰다", "정상화: 정상 화", "-시키다"},
        {"밝혔다고", "밝히: 밝히", "a verb is its stem"},
        {"아름다운", "아름답: 아름답", "and so is an adjective"},
        {"걸", "거: 거", "것을"},
        {"뭘", "무엇: 무엇", "무엇을"},
        {"난", "나: 나", "나는"},
        {"넌", "너: 너", "너는"},
        {"천억", "천억: 천억", ""},
        {"이십", "이십: 이 십", ""},
        {"이라는", "이라는:", "behind a quotation mark: no word"},
        {"녀성", "여성: 여성", "North Korean spelling"},
        {"로동자의", "노동자: 노동 자", ""},
        {"력사", "역사: 역사", ""},
        {"리순신은", "이순신: 이순신", ""},
        {"라인은", "라인: 라인", "a loanword keeps its ㄹ"},
    };
    KoreanWords words(test::dictionary(), std::make_shared<FormMemo>(1'000));
    for (const Case& example : cases) {
        EXPECT_EQ(form_of(words, example.word), example.form) << example.why;
    }
}

TEST(KoreanWords, FindTheBareWordBehindEveryParticle) {
    const std::string_view nouns[] = {
        "서울", "대통령", "삼성전자", "정상회의", "워터마크", "우크라이나", "누리호"};
    const std::string_view particles[] = {
        "에서", "의", "도", "만", "까지", "부터", "에서는", "에게", "처럼", "보다"};
    KoreanWords words(test::dictionary(), std::make_shared<FormMemo>(1'000));
    for (const std::string_view noun : nouns) {
        for (const std::string_view particle : particles) {
            const std::string word = std::string(noun).append(particle);
            EXPECT_EQ(words.analyze(word).whole(), noun) << word;
        }
    }
}

TEST(KoreanWords, UseBigramsWithoutADictionary) {
    KoreanWords words(nullptr, std::make_shared<FormMemo>(1'000));

    EXPECT_EQ(form_of(words, "정상회의에서는"), "정상회의: 정상 상회 회의");
    EXPECT_EQ(form_of(words, "서약을"), "서약: 서약");
    EXPECT_EQ(form_of(words, "말"), "말: 말");
}

TEST(KoreanWords, CutAnEndlessWordIntoBigrams) {
    std::string endless;
    for (int i = 0; i < 200; ++i) {
        endless += "가나";
    }
    KoreanWords words(test::dictionary(), std::make_shared<FormMemo>(1'000));

    const FlatForm& form = words.analyze(endless);

    EXPECT_EQ(form.whole(), endless);
    EXPECT_EQ(form.parts().size(), 399U);
}
}  // namespace
}  // namespace gisa::text
