// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/english_word.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/embedded_list.h"

namespace gisa::text {
namespace {
std::string form_of(std::string_view run) {
    EnglishWords words;
    const EnglishForm& form = words.analyze(run);
    std::string out = form.whole;
    for (const std::string& part : form.parts) {
        out.append(" ").append(part);
    }
    return out;
}

TEST(EnglishWords, GivesTheWordAndItsStemOrPieces) {
    struct Case {
        std::string_view run;
        std::string_view form;
        std::string_view why;
    };

    const Case cases[] = {
        {"pledges", "pledges pledg", "the form and its stem"},
        {"watermark", "watermark", "a stem that is the form itself is not repeated"},
        {"organisations", "organisations organ", "British spelling"},
        {"organizations", "organizations organ", "and American"},
        {"recognised", "recognised recogn", ""},
        {"programmes", "programmes program", ""},
        {"travelling", "travelling travel", ""},
        {"children", "children child", "irregular"},
        {"driven", "driven drive", ""},
        {"rise", "rise", "no -ise"},
        {"korea's", "korea", "possessive"},
        {"covid-19", "covid19 covid 19", "with, without and between the hyphen"},
        {"e-mail", "email e mail", "e-mail is email, and e mail"},
        {"wi-fi", "wifi wi fi", ""},
        {"f-35", "f35 f 35", ""},
        {"decision-making", "decisionmaking decis make", "found by the words apart"},
        {"u.s", "u.s us", "an acronym with dots is the one without"},
        {"u.s.s.r", "u.s.s.r ussr", ""},
        {"ph.d", "ph.d phd", ""},
        {"r&d", "r&d", "signs that belong to the name"},
        {"at&t", "at&t", ""},
        {"johnson&johnson", "johnson&johnson johnson johnson", ""},
        {"c++", "c++", ""},
        {"c#", "c#", ""},
        {".net", ".net net", ""},
        {"(g)i-dle", "gidle g i dle", "(G)I-DLE"},
        {"g-idle", "gidle g idl", "is G-IDLE"},
        {"o'brien", "obrien o brien", ""},
        {"don't", "dont", "what stands behind the apostrophe is no word"},
        {"they'll", "theyll they", ""},
        {"3.25", "3.25", "a decimal is one number"},
        {"10:30", "10:30", ""},
        {"1/3", "1/3", ""},
        {"2010-12", "201012 2010 12", "years are searched for"},
        {"2024.5.18", "2024.5.18 2024 5 18", ""},
        {"1963.25", "1963.25", "but this is a decimal"},
        {"g7", "g7", "letters and digits"},
        {"5.18", "5.18", "a date that is a name"},
        {"state-of-the-art", "stateoftheart state of the art", ""},
    };
    for (const Case& example : cases) {
        EXPECT_EQ(form_of(example.run), example.form) << example.why;
    }
}

TEST(EnglishWords, HaveBasesThatTheirStemsBeginWith) {
    for (const std::string_view line : list_lines(kEnglishStemList)) {
        const auto fields = list_fields(line);

        ASSERT_EQ(fields.size(), 2U) << line;
        EXPECT_EQ(fields[0].substr(0, fields[1].size()), fields[1])
            << line << ": ranking looks for the base as a beginning";
    }
}
}  // namespace
}  // namespace gisa::text
