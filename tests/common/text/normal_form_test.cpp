// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/normal_form.h"

#include <random>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/utf8.h"

namespace gisa::text {
namespace {
struct Rule {
    std::string_view written;
    std::string_view normal;
    std::string_view why;
};

// Invisible and decomposed characters are escaped.
constexpr Rule kRules[] = {
    {"워터마크", "워터마크", "composed Hangul stays"},
    {"\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글", "macOS writes Hangul decomposed (NFD)"},
    {"\uAC00\u11A8", "각", "an open syllable and a loose final consonant"},
    {"ＡＩ", "ai", "full-width letters, and case"},
    {"２０２４년", "2024년", "full-width digits"},
    {"U.S.", "u.s.", "case"},
    {"\uF981性", "女性", "KS X 1001 holds some Hanja twice"},
    {"\uFFBE\uFFC3", "해", "half-width Hangul letters"},
    {"ㅅㅅㅈㅈ", "ㅅㅅㅈㅈ", "loose letters are typed on purpose"},
    {"ㅋㅋ", "ㅋㅋ", "and stay loose"},
    {"도로ㆍ지반", "도로·지반", "U+318D is the keyboard's middle dot"},
    {"한\u2027미", "한·미", "hyphenation point as a middle dot"},
    {"Korea\u2019s", "korea's", "the typographer's apostrophe"},
    {"\u201C서약\u201D", "\"서약\"", "curly quotation marks"},
    {"soft\u00ADware", "software", "soft hyphen"},
    {"정상\u200B회의", "정상회의", "zero-width space inside a word"},
    {"\uFEFF기사", "기사", "byte order mark"},
    {"서울\u00A0시청", "서울 시청", "no-break space"},
    {"서울\u3000시청", "서울 시청", "ideographic space"},
    {"㈜가람", "(주)가람", "compatibility form"},
    {"10㎏", "10kg", "compatibility unit"},
    {"ﬁnance", "finance", "ligature"},
    {"cafe\u0301", "caf\u00E9", "combining accent"},
    {"co\u2011op", "co-op", "no-break hyphen"},
    {"STRASSE ß", "strasse ss", "full case folding"},
};

TEST(NormalForm, FollowsEveryRuleOfTheTable) {
    for (const Rule& rule : kRules) {
        EXPECT_EQ(normalized(rule.written), rule.normal) << rule.why;
    }
}

TEST(NormalForm, IsIdempotent) {
    for (const Rule& rule : kRules) {
        const std::string once = normalized(rule.written);
        EXPECT_EQ(normalized(once), once) << rule.why;
    }
}

TEST(NormalForm, LeadsBackToTheOriginalBytes) {
    struct Case {
        std::string_view original;
        std::string_view normal_piece;
        std::string_view original_piece;
    };

    const Case cases[] = {
        {"오늘 ＡＩ 서약", "ai", "ＡＩ"},
        {"오늘 ＡＩ 서약", "서약", "서약"},
        {"x \u1112\u1161\u11AB\u1100\u1173\u11AF y",
         "한글",
         "\u1112\u1161\u11AB\u1100\u1173\u11AF"},
        {"x \u1112\u1161\u11AB\u1100\u1173\u11AF y", "글", "\u1100\u1173\u11AF"},
        {"soft\u00ADware", "software", "soft\u00ADware"},
        {"soft\u00ADware", "ware", "ware"},
        {"㈜가람은", "가람", "가람"},
        {"10㎏ 쌀", "쌀", "쌀"},
        {"Korea\u2019s", "korea", "Korea"},
    };
    for (const Case& example : cases) {
        NormalForm form;
        form.assign(example.original);
        const std::size_t begin = form.text().find(example.normal_piece);
        ASSERT_NE(begin, std::string::npos) << example.original;

        const ByteRange range = form.original({begin, begin + example.normal_piece.size()});

        EXPECT_EQ(
            example.original.substr(range.begin, range.end - range.begin), example.original_piece
        );
    }
}

TEST(NormalForm, KeepsThePlaceOfIllFormedBytes) {
    NormalForm form;
    form.assign("가\xFF나");

    EXPECT_EQ(form.text(), "가\uFFFD나");
    EXPECT_EQ(form.original({6, 9}), (ByteRange{4, 7}));
}

TEST(NormalForm, OfNothingIsNothing) {
    EXPECT_EQ(normalized(""), "");
    EXPECT_EQ(normalized("\u200B\u00AD"), "");
}

TEST(NormalForm, OfAnyBytesIsWellFormedAndLeadsBackInOrder) {
    std::mt19937 random(20240521);
    const std::string_view pieces[] = {
        "가",
        "\u1112\u1161",
        "\u11AB",
        "Ａ",
        "\u0301",
        "a",
        "\xFF",
        "\u200B",
        " ",
        "\uF981",
        "㎏",
        "\xEA\xB0",
        "\U0001F600"};
    for (int round = 0; round < 2'000; ++round) {
        std::string text;
        for (int i = 0; i < 12; ++i) {
            text += pieces[random() % std::size(pieces)];
        }
        NormalForm form;
        form.assign(text);

        std::size_t before = 0;
        for (std::size_t at = 0; at < form.text().size();) {
            const Decoded here = decode(form.text(), at);
            ASSERT_TRUE(here.valid);
            const ByteRange range = form.original({at, at + here.bytes});
            ASSERT_LE(before, range.begin);
            ASSERT_LE(range.begin, range.end);
            ASSERT_LE(range.end, text.size());
            before = range.begin;
            at += here.bytes;
        }
    }
}
}  // namespace
}  // namespace gisa::text
