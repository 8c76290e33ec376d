// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/analyzer.h"

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/dictionary.h"

namespace gisa::text {
namespace {
/// "whole(part part)" for each run, parted by spaces; parts equal to the whole left out.
std::string runs_of(Analyzer& analyzer, std::string_view text) {
    std::string out;
    analyzer.analyze(text, [&out](const AnalyzedRun& run) {
        out.append(out.empty() ? "" : " ").append(run.whole);
        if (!run.parts.empty() && !(run.parts.size() == 1 && run.parts[0] == run.whole)) {
            out.push_back('(');
            for (const std::string_view part : run.parts) {
                out.append(out.back() == '(' ? "" : " ").append(part);
            }
            out.push_back(')');
        }
    });
    return out;
}

TEST(Analyzer, TreatsEachScriptInItsOwnWay) {
    struct Case {
        std::string_view text;
        std::string_view runs;
    };

    const Case cases[] = {
        {"AI서울정상회의", "ai 서울정상회의(서울 정상 회의)"},
        {"챗GPT를", "챗 gpt"},
        {"코로나19는", "코로나 19"},
        {"G7에서", "g7"},
        {"ＡＩ가", "ai"},
        {"KIST(한국과학기술연구원)은", "kist 한국과학기술연구원(한국 과학 기술 연구 원)"},
        {"유럽연합(EU)이 20%를", "유럽연합(유럽 연합) eu 20"},
        {"‘서약’은 “총회”에서", "서약 총회"},
        {"(가) 이 서약", "가 이 서약"},
        {"U.S. pledges", "u.s(us) pledges(pledg)"},
        {"1조2000억원", "1 조 2000 억원(억 원)"},
        {"1조 2,000억 원", "1 조 2000 억 원"},
        {"2만5천 명", "2 만 5 천 명"},
        {"제22대 국회, 2024년 5월", "제 22 대 국회 2024 년 5 월"},
        {"10.1% 10.1퍼센트", "10.1 10.1 퍼센트"},
        {"大統領이 女性을", "대통령 여성"},
        {"C++로 짠", "c++ 짠"},
        {"… !!", ""},
    };
    Analyzer analyzer(test::dictionary());
    for (const Case& example : cases) {
        EXPECT_EQ(runs_of(analyzer, example.text), example.runs) << example.text;
    }
}

TEST(Analyzer, GivesAWordTheSameRunsInEveryNormalisableForm) {
    Analyzer analyzer(test::dictionary());
    const std::string composed = runs_of(analyzer, "정상회의에서 AI 서약");

    EXPECT_EQ(
        runs_of(
            analyzer,
            "\u110C\u1165\u11BC\u1109\u1161\u11BC\u1112\u116C\u110B\u1174\u110B\u1166\u1109\u1165 "
            "ＡＩ 서\u00AD약"
        ),
        composed
    );
}

TEST(Analyzer, GivesTheSameFormsToWhatIsWrittenInTwoWays) {
    struct Case {
        std::string_view one;
        std::string_view other;
    };

    const Case cases[] = {
        {"U.S. forces", "U.S forces"},
        {"(G)I-DLE", "G-IDLE"},
        {"5·18 민주화", "5.18 민주화"},
        {"6ㆍ25전쟁", "6.25전쟁"},
        {"2,000억 원", "2000억 원"},
        {"10.1%", "10.1"},
        {"KOREA'S Pledge", "korea pledge"},
        {"the workers' party", "the workers party"},
        {"O’Brien", "OʼBRIEN"},
        {"COVID–19", "covid-19"},
        {"C++ C#", "c++ c#"},
        {"美대통령", "미국 대통령"},
        {"北은", "북한은"},
        {"大統領", "대통령"},
    };
    Analyzer analyzer(test::dictionary());
    const auto whole_forms = [&analyzer](std::string_view text) {
        std::string out;
        analyzer.analyze(text, [&out](const AnalyzedRun& run) {
            out.append(run.whole).push_back(' ');
        });
        return out;
    };
    for (const Case& example : cases) {
        EXPECT_EQ(whole_forms(example.one), whole_forms(example.other)) << example.one;
    }
}

/// What a writer or a program may put for a piece of text without changing it.
struct Variants {
    std::string_view plain;
    std::vector<std::string_view> written;
};

TEST(Analyzer, GivesTheSameRunsHoweverATextIsWritten) {
    const Variants pieces[] = {
        {"한", {"한", "\u1112\u1161\u11AB", "하\u11AB", "\uFFBE\uFFC2\uFFA4"}},
        {"국", {"국", "\u1100\u116E\u11A8", "\uFFA1\uFFD3\uFFA1"}},
        {"ai", {"ai", "AI", "Ai", "ＡＩ", "ａｉ", "A\u200BI"}},
        {"finance", {"finance", "ﬁnance", "FI\u00ADNANCE", "fi\u2060nance"}},
        {" \"여성\" ", {" \"여성\" ", " “女性” ", "\u00A0「여\uFE00성」 ", "\u3000«\uF981性» "}},
        {" 5.18 ", {" 5.18 ", " 5·18 ", " 5ㆍ18 ", " 5\u202218 ", " ５\u30FB１８ "}},
        {" korea's ", {" korea's ", " Korea’s ", " KOREA\u02BCS ", " Korea\u2032s "}},
        {" f-35 ", {" f-35 ", " F‐35 ", " F\u201135 ", " Ｆ－３５ ", " F–35 "}},
        {" 2000명 ", {" 2000명 ", " 2,000명 ", " ２，０００명 "}},
        {" 미국 대통령 ",
         {" 미국 대통령 ", " 美대통령 ", " 미국\u3000大統領 ", " 美\u200B대통령 "}},
        {"ㅋ", {"ㅋ", "\u110F", "\uFFBB"}},
        {" (주)", {" (주)", " ㈜", " （주）"}},
        {" caf\u00E9 ", {" caf\u00E9 ", " cafe\u0301 ", " CAF\u00C9 "}},
        {" ", {" ", "\u00A0", "\u2009", "\u3000", "\u2028"}},
        {" 1/3 ", {" 1/3 ", " ⅓ ", " 1\u20443 "}},
    };
    std::mt19937 random(20240521);
    Analyzer analyzer(test::dictionary());
    for (int round = 0; round < 2'000; ++round) {
        std::string plain;
        std::string written;
        for (int i = 0; i < 8; ++i) {
            const Variants& piece = pieces[random() % std::size(pieces)];
            plain += piece.plain;
            written += piece.written[random() % piece.written.size()];
        }
        ASSERT_EQ(runs_of(analyzer, written), runs_of(analyzer, plain)) << written;
    }
}

TEST(Analyzer, GivesAWordTheSameRunsWhateverPunctuationSurroundsIt) {
    Analyzer analyzer(test::dictionary());
    for (const std::string_view word : {"우크라이나", "정상회의", "COVID-19", "KIST", "서약"}) {
        const std::string alone = runs_of(analyzer, word);
        for (const std::string_view mark :
             {".", ",", "!", "?", ")", "]", "”", "’", "」", "…", ":", ";"}) {
            EXPECT_EQ(runs_of(analyzer, std::string(word).append(mark)), alone) << word << mark;
            EXPECT_EQ(runs_of(analyzer, "(" + std::string(word).append(mark)), alone)
                << word << mark;
        }
    }
}

TEST(Analyzer, TellsWhereARunStands) {
    Analyzer analyzer(test::dictionary());
    const std::string_view text = "오늘 ＡＩ 서약이";
    std::string seen;

    analyzer.analyze(text, [&](const AnalyzedRun& run) {
        const ByteRange range = analyzer.normal_form().original(run.where);
        seen.append(text.substr(range.begin, range.end - range.begin)).push_back('/');
    });

    EXPECT_EQ(seen, "오늘/ＡＩ/서약이/");
}

TEST(Analyzer, HasAFingerprintThatNamesTheDictionary) {
    const std::string with = Analyzer::fingerprint(test::dictionary().get());
    const std::string without = Analyzer::fingerprint(nullptr);

    EXPECT_NE(with, without);
    EXPECT_NE(with.find("mecab-ko-dic"), std::string::npos);
    EXPECT_NE(without.find("no dictionary"), std::string::npos);
    EXPECT_EQ(with, Analyzer::fingerprint(test::dictionary().get()));
}
}  // namespace
}  // namespace gisa::text
