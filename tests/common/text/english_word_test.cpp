// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/english_word.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

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
        {"korea's", "korea", "possessive"},
        {"covid-19", "covid19 covid 19", "with, without and between the hyphen"},
        {"e-mail", "email mail", "e-mail is email"},
        {"u.s", "u.s us", "an acronym with dots is the one without"},
        {"r&d", "r&d", "signs that belong to the name"},
        {"c++", "c++", ""},
        {"3.25", "3.25", "a decimal is one number"},
        {"2,000", "2000", "digits grouped by commas"},
        {"g7", "g7", "letters and digits"},
        {"5·18", "5·18", "a date that is a name"},
        {"state-of-the-art", "stateoftheart state of the art", ""},
    };
    for (const Case& example : cases) {
        EXPECT_EQ(form_of(example.run), example.form) << example.why;
    }
}
}  // namespace
}  // namespace gisa::text
