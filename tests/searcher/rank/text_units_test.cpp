// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/rank/text_units.h"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gisa::searcher {
namespace {
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> cut(std::string_view text, const std::vector<std::size_t>& begins) {
    std::vector<std::string> pieces;
    for (std::size_t i = 0; i < begins.size(); ++i) {
        const std::size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
        pieces.emplace_back(text.substr(begins[i], end - begins[i]));
    }
    return pieces;
}

std::vector<std::string> sentences(std::string_view text) {
    return cut(text, sentence_begins(text));
}

TEST(TextUnits, CutTextIntoSentences) {
    EXPECT_THAT(sentences("하나다. 둘이다! 셋?"), ElementsAre("하나다. ", "둘이다! ", "셋?"));
    EXPECT_THAT(sentences("\"하나다.\" 둘이다."), ElementsAre("\"하나다.\" ", "둘이다."));
    EXPECT_THAT(sentences("3.5% the u.s. mr. doe"), ElementsAre("3.5% the u.s. mr. doe"));
    EXPECT_THAT(sentences("제목 없이\n\n본문"), ElementsAre("제목 없이\n\n", "본문"));
    EXPECT_THAT(sentences(" . "), ElementsAre(". "));
    EXPECT_THAT(sentences(""), IsEmpty());
}

TEST(TextUnits, CutTextIntoParagraphsAtBlankLines) {
    constexpr std::string_view kText = "\n\n하나\n아직 하나\n \n둘\n\n\n셋\n\n";
    EXPECT_THAT(
        cut(kText, paragraph_begins(kText)),
        ElementsAre("하나\n아직 하나\n \n", "둘\n\n\n", "셋\n\n")
    );
    EXPECT_THAT(paragraph_begins("\n \n"), IsEmpty());
}

TEST(TextUnits, CutTextIntoWordsAtWhiteSpace) {
    EXPECT_THAT(word_begins(" a-b  c\nd"), ElementsAre(1, 6, 8));
    EXPECT_THAT(word_begins("  "), IsEmpty());
}
}  // namespace
}  // namespace gisa::searcher
