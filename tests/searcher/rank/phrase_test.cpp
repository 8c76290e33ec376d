// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/phrase.h"

#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/planned.h"

namespace gisa::searcher {
namespace {
bool stands(std::string_view phrase, std::string_view text) {
    test::Planned planned("\"" + std::string(phrase) + "\"");
    return PhraseMatcher(planned.plan.phrases.at(0), planned.analyzer)
        .find(text::normalized(text))
        .has_value();
}

TEST(Phrase, StandsWhereItsWordsStandSideBySide) {
    struct Case {
        std::string_view phrase;
        std::string_view text;
        bool stands;
        std::string_view why;
    };

    const Case cases[] = {
        {"정상 회의", "서울에서 정상 회의가 열렸다", true, "as written"},
        {"정상 회의", "서울에서 정상회의가 열렸다", true, "written together"},
        {"정상회의", "서울에서 정상 회의가 열렸다", true, "written apart"},
        {"정상회의", "남북정상회의에서", true, "inside a compound, at a seam"},
        {"정상회의", "비정상 회의실이 있다", false, "비정상 is the opposite"},
        {"정상 회의", "비정상회의실이 있다", false, "the same written together"},
        {"정상 회의", "정상은 오늘 회의에 갔다", false, "a word between"},
        {"정상 회의", "정상의 회의", true, "a particle between"},
        {"회의 정상", "정상 회의", false, "the order counts"},
        {"대통령의 말", "대통령 말은", true, "a typed particle does not matter"},
        {"워터마크 서약", "‘워터마크’ 서약을", true, "quotation marks between"},
        {"워터마크 서약", "워터마크. 서약을", false, "a sentence ends between"},
        {"AI 서약", "ＡＩ 서약", true, "full-width letters"},
        {"AI 서울", "AI서울정상회의", true, "mixed script written together"},
        {"watermark pledge", "The watermark pledge was signed", true, "English"},
        {"watermark pledge",
         "watermark pledges",
         false,
         "a phrase is what was typed, not its stems"},
        {"state of the art", "a state-of-the-art chip", true, "hyphens between"},
        {"mark", "watermark", false, "not inside an English word"},
        {"U.S. pledge", "a U.S. pledge", true, "acronym"},
        {"코로나 19", "코로나19는", true, "digits written together"},
        {"밝혔다고 말했다", "뜻을 밝혔다고 말했다", true, "verbs as they were typed"},
        {"밝혔다고 말했다", "뜻을 밝히지 않고 말했다", false, "and not by their stems"},
        {"많은 사람", "많은 사람들이 모였다", true, "an adjective as it was typed"},
        {"많은 사람", "많이 사람을 만났다", false, "이 is no particle there, nor is 은"},
        {"물을 마신", "물을 마신 사람", true, "a noun of one syllable with its particle"},
        {"물을 마신", "물만 마신 사람", false, "and with no other"},
        {"물 마신", "물만 마신 사람", true, "with any where none was typed"},
        {"문을 연 물을", "문을 연 물은", false, "at the end as well"},
        {"대표적인 사례",
         "대표적인 사례로 꼽힌다",
         true,
         "인 is read over nowhere, so it is asked for"},
        {"대표적인 사례", "대표적 사례", false, "and must be there"},
        {"불구하고 주민들은", "그럼에도 불구하고 주민들은", true, "하고 as a verb's ending"},
        {"영웅이나 악당으로", "영웅이나 악당으로", true, "이나"},
        {"이걸 받은", "이걸 받은 사람", true, "a contraction of as many letters as its stem"},
        {"그건 사실", "그건 사실이다", true, "the same"},
        {"COVID-19 백신", "COVID-19 백신을", true, "a sign inside the first word"},
        {"COVID19 백신", "COVID-19 백신을", true, "and none in the query"},
        {"F-16 전투기", "새 F-16 전투기", true, "a letter before the sign"},
        {"F-16 전투기", "새 F-15 전투기", false, "another number behind it"},
        {"Friday's earthquake", "after Friday’s earthquake", true, "a possessive"},
        {"Friday earthquake", "after Friday’s earthquake", true, "that was not typed"},
        {"Friday s earthquake", "after Friday s earthquake", true, "which an s alone is not"},
        {"20%를 넘긴", "지지율이 20%를 넘긴 사람", true, "a particle behind a sign"},
        {"20%를 넘긴", "지지율이 20% 넘긴 사람", true, "that does not matter"},
        {"유럽연합(EU)이 이름을", "유럽연합(EU)이 이름을 올렸다", true, "brackets between"},
        {"유럽연합 EU 이름", "유럽연합(EU)의 이름", true, "that were not typed"},
        {"열렸다. 정상 회의", "서울에서 열렸다. 정상 회의는", true, "a full stop that was typed"},
        {"열렸다. 정상 회의", "서울에서 열렸다… 정상 회의는", true, "stands for any end"},
        {"정상 회의", "정상… 회의", false, "a sentence breaks off between"},
        {"서약했다고 밝혔다", "그는 서약했다고 밝혔다.", true, "a verb made of a noun as well"},
    };
    for (const Case& example : cases) {
        EXPECT_EQ(stands(example.phrase, example.text), example.stands)
            << example.phrase << " / " << example.text << ": " << example.why;
    }
}

TEST(Phrase, DoesNotStandInNothing) {
    EXPECT_FALSE(stands("서약", ""));
}
}  // namespace
}  // namespace gisa::searcher
