// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/dictionary.h"

#include <fstream>

#include <gtest/gtest.h>

#include <gisa/error.h>

#include "tests/support/dictionary.h"
#include "tests/support/temp_dir.h"

namespace gisa::text {
namespace {
TEST(Dictionary, SaysHowToGetItWhenTheFolderHoldsNone) {
    const test::TempDir empty;
    try {
        const Dictionary dictionary(empty.path());
        FAIL() << "an empty folder is no dictionary";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::Configuration);
        EXPECT_NE(error.hint().find("setup.sh"), std::string_view::npos);
    }
}

TEST(Dictionary, RefusesADamagedOne) {
    const test::TempDir folder;
    std::ofstream(folder.path() / "sys.dic") << "not a dictionary";

    EXPECT_THROW(const Dictionary dictionary(folder.path()), Error);
}

TEST(Dictionary, GivesPiecesWithTheirPlaces) {
    MorphemeSplitter splitter(test::dictionary());
    std::vector<Morpheme> pieces;

    splitter.split("정상회의에서", pieces);

    ASSERT_EQ(pieces.size(), 3U);
    EXPECT_EQ(pieces[0].text, "정상");
    EXPECT_EQ(pieces[1].text, "회의");
    EXPECT_EQ(pieces[1].begin, 6U);
    EXPECT_EQ(pieces[1].end, 12U);
    EXPECT_EQ(pieces[2].tag, Tag::Particle);
}
}  // namespace
}  // namespace gisa::text
