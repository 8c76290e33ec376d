// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a query becomes stands in tests/golden/*.query; here are places, bounds and promises.
#include <chrono>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/parse/characters.h"
#include "searcher/parse/lexer.h"
#include "searcher/parse/notices.h"
#include "searcher/parse/query.h"
#include "tests/searcher/parse/tree_check.h"

namespace gisa::searcher {
namespace {
using test::broken_promise;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

std::string_view typed(std::string_view query, const QueryNode& node) {
    return query.substr(node.where.begin, node.where.end - node.where.begin);
}

TEST(Parser, KnowsWhereEachNodeWasTyped) {
    const std::string query = "서울 -title:(a OR \"b c\")  date:2024년 5월 끝";

    const QueryNode root = parse(query).root;

    ASSERT_THAT(root.children, SizeIs(4));
    EXPECT_EQ(typed(query, root), query);
    EXPECT_EQ(typed(query, root.children[0]), "서울");
    const QueryNode& negated = root.children[1];
    EXPECT_EQ(typed(query, negated), "-title:(a OR \"b c\")");
    const QueryNode& either = negated.children.at(0).children.at(0);
    EXPECT_EQ(typed(query, either), "a OR \"b c\"");
    EXPECT_EQ(typed(query, either.children.at(1)), "\"b c\"");
    EXPECT_EQ(either.children.at(1).text, "b c");
    EXPECT_EQ(typed(query, root.children[2]), "date:2024년 5월");
    EXPECT_EQ(typed(query, root.children[3]), "끝");
}

TEST(Parser, GivesNoticesInTheOrderOfTheirPlaces) {
    const ParsedQuery parsed = parse("AND ( date:x foo:y \"z");

    std::vector<std::size_t> places;
    for (const QueryNotice& notice : parsed.notices) {
        places.push_back(notice.where.begin);
    }
    EXPECT_THAT(places, ElementsAre(0U, 4U, 11U, 13U, 19U));
}

TEST(Parser, TakesJustAsManyWordsAsItMay) {
    const ParsedQuery parsed = parse(repeated("말 ", kMostWords));

    EXPECT_THAT(parsed.root.children, SizeIs(kMostWords));
    EXPECT_THAT(parsed.notices, IsEmpty());
}

TEST(Parser, LeavesOutTheRestOfALongQueryAndSaysSo) {
    const std::string taken = repeated("말 ", kMostWords);
    const std::string query = taken + "OR -title:하나 둘";

    const ParsedQuery parsed = parse(query);

    EXPECT_THAT(parsed.root.children, SizeIs(kMostWords));
    ASSERT_THAT(parsed.notices, SizeIs(1));
    EXPECT_EQ(parsed.notices[0].where, (ByteRange{taken.size(), query.size()}))
        << "the signs before the first word left out go with it";
    EXPECT_EQ(
        parsed.notices[0].message,
        "The query is too long, so everything from here on was left out; at most 256 words and "
        "16384 bytes are read."
    );
}

TEST(Parser, CutsALongPhraseBetweenItsWords) {
    const std::string query = "(시작 \"" + repeated("말 ", 400) + "\" 끝)";

    const ParsedQuery parsed = parse(query);

    ASSERT_THAT(parsed.root.children, SizeIs(2));
    EXPECT_EQ(parsed.root.children[1].text, repeated("말 ", kMostWords - 1));
    EXPECT_THAT(parsed.notices, SizeIs(1)) << "the closing parenthesis was cut, not forgotten";
}

TEST(Parser, CutsALongWordAtACharacter) {
    const std::string query = repeated("가", 40'000);

    const ParsedQuery parsed = parse(query);

    EXPECT_EQ(parsed.root.text, repeated("가", kMostTextBytes / 3));
    ASSERT_THAT(parsed.notices, SizeIs(1));
    EXPECT_EQ(parsed.notices[0].where, (ByteRange{parsed.root.text.size(), query.size()}));
}

TEST(Parser, CountsDatesAndStarsAsWords) {
    EXPECT_THAT(parse(repeated("date:2024 ", kMostWords + 1)).root.children, SizeIs(kMostWords));
    EXPECT_THAT(parse(repeated("* ", kMostWords + 1)).notices, SizeIs(1));
}

TEST(Parser, LeavesOutTheRestOfAHeapOfSigns) {
    const std::string query = "서울 " + repeated("AND (부산) ", 2) + repeated("() ", 10'000);

    const ParsedQuery parsed = parse(query);

    EXPECT_EQ(to_text(parsed.root), "(and 서울 부산 부산)");
    EXPECT_EQ(broken_promise(query, parsed), "");
    const std::vector<Token> tokens = [&query] {
        Notices notices;
        return lex(query, notices).tokens;
    }();
    EXPECT_LE(tokens.size(), kMostTokens);
}

TEST(Parser, LeavesOutParenthesesNestedTooDeep) {
    const std::string query = repeated("(-", 1'000) + "서울" + repeated(")", 1'000);

    const ParsedQuery parsed = parse(query);

    EXPECT_EQ(broken_promise(query, parsed), "");
    EXPECT_EQ(to_text(parsed.root), "서울") << "an even number of NOTs";
    ASSERT_THAT(parsed.notices, SizeIs(1));
    EXPECT_EQ(parsed.notices[0].where, (ByteRange{200, 201}));
}

TEST(Parser, KeepsDepthBoundedWhereLevelsCannotMerge) {
    const std::string query = repeated("a (b OR -title:(c AND ", 3'000) + "d";

    EXPECT_EQ(broken_promise(query, parse(query)), "");
}

TEST(Parser, TellsAtMostTwentyNoticesAndThatThereWereMore) {
    const ParsedQuery parsed = parse(repeated("- ", 1'000) + "서울");

    ASSERT_THAT(parsed.notices, SizeIs(Notices::kMost + 1));
    EXPECT_EQ(parsed.notices.back().where, ByteRange{});
}

/// Queries of 100 KB that each make one part of the reader work hardest.
TEST(Parser, ReadsHugeQueriesInTimeInProportionToTheirLength) {
    const std::size_t bytes = 100'000;
    for (const std::string_view piece :
         {"말 ",          "가",     "(",       ")",      "()",        "\"",    "「a\" ",
          "「",           "title:", "!title:", "date:",  "- ",        "OR ",   "a:b ",
          "date:2024년 ", "-",      "NOT ",    "* ",     "\xEA",      "\"\"",  "foo:\"",
          "『a 「b\" ",   "~",      "title:(", "a OR (", "2024년 ..", "\u3000"}) {
        const std::string query = repeated(piece, bytes / piece.size());

        const auto start = std::chrono::steady_clock::now();
        const ParsedQuery parsed = parse(query);
        const auto spent = std::chrono::steady_clock::now() - start;

        EXPECT_EQ(broken_promise(query, parsed), "") << piece;
        // Some 2 ms; a quadratic step would take seconds, so a busy machine does not fail this.
        EXPECT_LT(spent, std::chrono::milliseconds(500)) << piece;
    }
}

TEST(Parser, KeepsItsPromisesForRandomBytes) {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> byte(0, 255);
    std::uniform_int_distribution<std::size_t> length(0, 40);
    for (int round = 0; round < 20'000; ++round) {
        std::string query(length(random), '\0');
        for (char& at : query) {
            at = static_cast<char>(byte(random));
        }

        ASSERT_EQ(broken_promise(query, parse(query)), "") << testing::PrintToString(query);
    }
}

const std::vector<std::string>& pieces() {
    static const std::vector<std::string> all = {
        "서울",    "a",       "AND",        "OR",       "NOT",    "and",
        "&",       "|",       "&&",         "||",       "-",      "!",
        "+",       "*",       "(",          ")",        "（",     "）",
        "\"",      "“",       "”",          "「",       "」",     "『",
        "』",      "title:",  "제목：",     "date:",    "날짜:",  "foo:",
        "2024",    "2024년",  "5월",        "21일",     "..",     "~",
        "2024-05", "2024-5.", "10:30",      "http://a", "\u3000", " ",
        " ",       " ",       "\n",         "\u200B",   "\uFEFF", "\xEA",
        "\xFF",    "－",      "｜",         "＊",       "：",     std::string(1, '\0'),
        "😀",       "ㅋㅋ",    "大統領",     "'",        "\\",     "R&D",
        "-title:", "-(",      "date:2024.."};
    return all;
}

std::string random_query(std::mt19937& random, std::size_t most_pieces) {
    std::uniform_int_distribution<std::size_t> which(0, pieces().size() - 1);
    std::uniform_int_distribution<std::size_t> count(0, most_pieces);
    std::string query;
    for (std::size_t left = count(random); left > 0; --left) {
        query += pieces()[which(random)];
    }
    return query;
}

TEST(Parser, KeepsItsPromisesForRandomMixesOfTokens) {
    std::mt19937 random(11);
    for (int round = 0; round < 50'000; ++round) {
        const std::string query = random_query(random, 24);

        ASSERT_EQ(broken_promise(query, parse(query)), "") << query;
    }
}

TEST(Lexer, LosesNoByteSilently) {
    std::mt19937 random(13);
    for (int round = 0; round < 50'000; ++round) {
        const std::string query = random_query(random, 12);

        Notices notices;
        const LexedQuery lexed = lex(query, notices);
        std::string left = query;
        const auto wipe = [&left](ByteRange where) {
            left.replace(where.begin, where.end - where.begin, where.end - where.begin, ' ');
        };
        for (const Token& token : lexed.tokens) {
            wipe(token.where);
        }
        for (const QueryNotice& notice : std::move(notices).take()) {
            wipe(notice.where);
        }

        ASSERT_TRUE(is_blank(left)) << query << "\nleaves " << left;
    }
}

TEST(Parser, BoundsSavedQueries) {
    std::size_t asked = 0;
    const ParseContext context{
        .today = {}, .saved_query = [&asked](std::string_view name) -> std::optional<std::string> {
            ++asked;
            // Each holds two longer ones, for ever.
            return "query:" + std::string(name) + "a query:" + std::string(name) + "b 말";
        }};

    const ParsedQuery parsed = parse("query:a", context);

    EXPECT_LE(asked, 3 * kMostSavedQueries);
    EXPECT_FALSE(parsed.notices.empty());
    EXPECT_EQ(parsed.root.where.end, 7U);
}
}  // namespace
}  // namespace gisa::searcher
