// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/analyzer.h"

#include <string>
#include <string_view>

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
            for (const std::string& part : run.parts) {
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
        {"KIST(한국과학기술연구원)은", "kist 한국과학기술연구원(한국 과학 기술 연구 원) 은"},
        {"U.S. pledges", "u.s(us) pledges(pledg)"},
        {"1조2000억원", "1 조 2000 억원(억 원)"},
        {"2만5천 명", "2 만 5 천 명"},
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
