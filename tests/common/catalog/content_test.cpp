// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/catalog/content.h"

#include <gtest/gtest.h>

#include "tests/common/catalog/sample_articles.h"

namespace gisa::catalog {
namespace {
TEST(ContentHash, TextThatMovesFromOneFieldToAnotherChangesIt) {
    Article split;
    split.title = "가나";
    split.body = "다";
    Article moved;
    moved.title = "가";
    moved.body = "나다";

    EXPECT_NE(content_hash(split), content_hash(moved));
}

TEST(ContentHash, SectionsThatJoinToTheSameTextDiffer) {
    Article one;
    one.sections = {"정치경제"};
    Article two;
    two.sections = {"정치", "경제"};

    EXPECT_NE(content_hash(one), content_hash(two));
}

// Stored in every catalog: another value would make every article of an archive look changed.
TEST(ContentHash, StaysTheSameFromReleaseToRelease) {
    std::string hex;
    for (const std::byte byte : content_hash(test::full_article())) {
        static constexpr std::string_view kHex = "0123456789abcdef";
        hex += kHex[std::to_integer<unsigned>(byte) >> 4U];
        hex += kHex[std::to_integer<unsigned>(byte) & 15U];
    }

    EXPECT_EQ(hex, "678212a00d3c58929ead740bea8cb667");
}

TEST(Sections, ComeBackAsTheyWere) {
    const std::vector<std::vector<std::string>> cases = {
        {},
        {""},
        {"정치"},
        {"정치", "경제"},
        {"a\nb", "c\\n", "\\", ""},
    };

    for (const std::vector<std::string>& sections : cases) {
        EXPECT_EQ(split_lines(join_lines(sections)), sections);
    }
}
}  // namespace
}  // namespace gisa::catalog
