// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/segment/lexicon.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <gisa/error.h>

#include "tests/support/temp_dir.h"

namespace gisa::segment {
namespace {
Lexicon written(
    const std::filesystem::path& file, const std::map<std::string, std::uint32_t>& words
) {
    LexiconWriter writer;
    for (const auto& [word, articles] : words) {
        writer.add(word, articles);
    }
    writer.write(file);
    return Lexicon(file);
}

std::vector<std::string> texts(const std::vector<LexiconWord>& words) {
    std::vector<std::string> out;
    for (const LexiconWord& word : words) {
        out.emplace_back(word.word);
    }
    return out;
}

class LexiconTest : public testing::Test {
  protected:
    [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "words.lexicon"; }

    test::TempDir folder_;
};

TEST_F(LexiconTest, FindsTheLongerWordsThatContainAPiece) {
    const Lexicon lexicon = written(
        file(),
        {{"도담누리호", 2}, {"도담누리호발사체", 1}, {"누리호", 9}, {"정상회의", 3}, {"누리", 4}}
    );

    using Words = std::vector<std::string>;
    EXPECT_EQ(texts(lexicon.containing("누리호", 10)), (Words{"도담누리호", "도담누리호발사체"}));
    EXPECT_EQ(texts(lexicon.containing("도담누리호", 10)), (Words{"도담누리호발사체"}));
    EXPECT_EQ(texts(lexicon.containing("누리", 1)), (Words{"누리호"})) << "most articles first";
    EXPECT_TRUE(lexicon.containing("호누리", 10).empty()) << "both bigrams must stand in order";
    EXPECT_TRUE(lexicon.containing("정상회의", 10).empty()) << "a word is not longer than itself";
}

TEST_F(LexiconTest, KnowsNothingOfPiecesThatAreNoHangulOfTwoSyllables) {
    const Lexicon lexicon = written(file(), {{"도담누리호", 2}});

    for (const std::string_view piece : {"", "호", "ab", "abcdef", "大統領", "누리\xFF"}) {
        EXPECT_TRUE(lexicon.containing(piece, 10).empty()) << piece;
    }
}

TEST_F(LexiconTest, SumsTheArticlesOfABigram) {
    const Lexicon lexicon = written(file(), {{"누리호", 9}, {"도담누리호", 2}, {"정상", 5}});

    EXPECT_EQ(lexicon.bigram_articles("누리"), 11U);
    EXPECT_EQ(lexicon.bigram_articles("정상"), 5U);
    EXPECT_EQ(lexicon.bigram_articles("회의"), 0U);
}

TEST_F(LexiconTest, LeavesOutWhatIsNoKoreanWord) {
    const Lexicon lexicon = written(file(), {{"pledg", 3}, {"3.25", 1}, {"말", 7}, {"서약", 2}});

    EXPECT_EQ(lexicon.size(), 1U);
}

TEST_F(LexiconTest, AgreesWithALookAtEveryWord) {
    std::mt19937 random(7);
    const std::string_view syllables[] = {"가", "나", "다", "라", "마"};
    std::map<std::string, std::uint32_t> words;
    for (int i = 0; i < 600; ++i) {
        std::string word;
        for (auto length = 2 + random() % 5; length > 0; --length) {
            word += syllables[random() % std::size(syllables)];
        }
        words[word] = static_cast<std::uint32_t>(1 + random() % 50);
    }
    const Lexicon lexicon = written(file(), words);
    for (const std::string piece : {"가나", "다다", "라마가", "나다라마"}) {
        std::size_t expected = 0;
        for (const auto& [word, articles] : words) {
            expected += word.size() > piece.size() && word.find(piece) != std::string::npos ? 1 : 0;
        }
        EXPECT_EQ(lexicon.containing(piece, 10'000).size(), expected) << piece;
    }
}

TEST_F(LexiconTest, HoldsNothingWhenNothingWasAdded) {
    const Lexicon lexicon = written(file(), {});

    EXPECT_EQ(lexicon.size(), 0U);
    EXPECT_TRUE(lexicon.containing("서약", 10).empty());
}

TEST_F(LexiconTest, RefusesADamagedFile) {
    EXPECT_THROW(Lexicon{file()}, Error) << "missing";
    std::ofstream(file()) << "";
    EXPECT_THROW(Lexicon{file()}, Error) << "empty";
    written(file(), {{"누리호", 9}});
    std::filesystem::resize_file(file(), std::filesystem::file_size(file()) - 1);
    EXPECT_THROW(Lexicon{file()}, Error) << "cut short";
}
}  // namespace
}  // namespace gisa::segment
