// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/normal_form.h"

#include <random>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "common/text/utf8.h"

namespace gisa::text {
namespace {
using std::string_view_literals::operator""sv;

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
    {"\uF981性", "여성", "KS X 1001 holds some Hanja twice"},
    {"⼤國", "대국", "radicals that look like Hanja"},
    {"大統領이", "대통령이", "Hanja is read"},
    {"美대통령", "미국 대통령", "headlines' shorthand"},
    {"㊥", "중국", "a circled one"},
    {"2,000", "2000", "grouped digits"},
    {"\uFFBE\uFFC3", "해", "half-width Hangul letters"},
    {"\uFFBE\uFFC2\uFFA4\uFFA1\uFFDA\uFFA9", "한글", "with final consonants"},
    {"\uFFBE\uFFC2\uFFA4\uFFC2", "하나", "which belong to a vowel behind them"},
    {"\uFFBB\uFFBB", "ㅋㅋ", "half-width letters alone are loose letters"},
    {"\u110F\u110F", "ㅋㅋ", "so are conjoining ones"},
    {"ㅋ\u3164ㅋ", "ㅋㅋ", "a filler is invisible"},
    {"㉮㈎", "가(가)", "circled and parenthesised syllables"},
    {"ㅅㅅㅈㅈ", "ㅅㅅㅈㅈ", "loose letters are typed on purpose"},
    {"ㅋㅋ", "ㅋㅋ", "and stay loose"},
    {"도로ㆍ지반", "도로·지반", "U+318D is the keyboard's middle dot"},
    {"한\u2027미", "한·미", "hyphenation point as a middle dot"},
    {"5\u00B718 5\u202218 5\u221918 5\u22C518 5\u30FB18 5\u318D18 5\uFF6518 5\u119E18",
     "5.18 5.18 5.18 5.18 5.18 5.18 5.18 5.18",
     "whatever looks like a middle dot"},
    {"Korea\u2019s", "korea's", "the typographer's apostrophe"},
    {"O\u02BCBrien O\u2032Brien O\u00B4Brien O`Brien",
     "o'brien o'brien o'brien o'brien",
     "other apostrophes, primes and accents"},
    {"「서약」 『서약』 《서약》 〈서약〉 «서약»",
     "\"서약\" \"서약\" \"서약\" \"서약\" \"서약\"",
     "corner, angle and pointed quotation marks"},
    {"2010\u201312 F\u201335 \u22125", "2010-12 f-35 -5", "en dash and minus"},
    {"가\u2015나", "가\u2014나", "dashes that part sentences are one"},
    {"3\u301C5 3～5", "3~5 3~5", "wave dashes"},
    {"⅓ 2½", "1/3 2 1/2", "fractions"},
    {"갤럭시™는", "갤럭시는", "the trade mark is no letter"},
    {"\u2764\uFE0F", "\u2764", "variation selector"},
    {"정상\U000E0100회의", "정상회의", "variation selector for Hanja"},
    {"NUL\0 "sv.substr(0, 4), "nul ", "NUL is a space"},
    {"e\u200D\u0301", "e", "an accent behind something invisible"},
    {"\u201C서약\u201D", "\"서약\"", "curly quotation marks"},
    {"soft\u00ADware", "software", "soft hyphen"},
    {"정상\u200B회의", "정상회의", "zero-width space inside a word"},
    {"\uFEFF기사", "기사", "byte order mark"},
    {"서울\u00A0시청", "서울 시청", "no-break space"},
    {"서울\u3000시청", "서울 시청", "ideographic space"},
    {"㈜가람", "(주)가람", "compatibility form"},
    {"10㎏", "10kg", "compatibility unit"},
    {"ﬁnance", "finance", "ligature"},
    {"cafe\u0301", "cafe", "combining accent"},
    {"Beyonc\u00E9", "beyonce", "accent"},
    {"Erdo\u011Fan \u0130zmir", "erdogan izmir", "Turkish letters"},
    {"\u0141\u00F3d\u017A", "lodz", "Polish letters, a stroke among them"},
    {"\u00C6r\u00F8 \u0153uvre", "aero oeuvre", "letters that Unicode does not take apart"},
    {"Vi\u1EC7t Nam", "viet nam", "two marks on a letter"},
    {"\u0439\u043E\u0433", "\u0439\u043E\u0433", "Cyrillic stays"},
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
        {"오늘 大統領이", "대통령", "大統領"},
        {"오늘 大統領이", "통령", "統領"},
        {"오늘 美대통령은", "미국", "美"},
        {"오늘 美대통령은", "대통령은", "대통령은"},
        {"오늘 美는 왜", "미국은", "美는"},
        {"2,000명 서약", "2000", "2,000"},
        {"2,000명 서약", "명 서약", "명 서약"},
        {"Ａ 2,000,000 美 Ａ서약", "서약", "서약"},
        {"\uFFBE\uFFC2\uFFA4\uFFA1\uFFDA\uFFA9 x", "글", "\uFFA1\uFFDA\uFFA9"},
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

TEST(NormalForm, OfAnyBytesIsWellFormedAndLeadsBackInOrderAndIsIdempotent) {
    std::mt19937 random(20240521);
    const std::string_view pieces[] = {
        "가",     "\u1112\u1161", "\u11AB", "Ａ",       "\u0301",     "a",      "\xFF",   "\u200B",
        " ",      "\uF981",       "㎏",     "\xEA\xB0", "\U0001F600", "美",     "金",     "前",
        "대통령", "1,234",        ",",      "5",        "\uFFBE",     "\uFFC2", "\u119E", "\u1112",
        "ㅎ",     "ㅏ",           "½",      "\u00B4",   "\uF914",     "々",     "\u0323", "は",
        "\uFF9E"};
    for (int round = 0; round < 20'000; ++round) {
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
        ASSERT_EQ(normalized(form.text()), form.text()) << text;
    }
}
}  // namespace
}  // namespace gisa::text
