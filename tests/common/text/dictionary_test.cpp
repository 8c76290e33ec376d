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

TEST(Dictionary, SaysSoWhenTheFolderCannotBeLookedInto) {
    // As one without permission, but for root too: a name that no file system takes.
    try {
        const Dictionary dictionary(std::string(5'000, 'x'));
        FAIL() << "no such folder can be";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::Configuration);
    }
}

TEST(Dictionary, RefusesADamagedOne) {
    const test::TempDir folder;
    std::ofstream(folder.path() / "sys.dic") << "not a dictionary";

    EXPECT_THROW(const Dictionary dictionary(folder.path()), Error);
}

TEST(WordLattice, HoldsTheWordAndItsParticle) {
    WordLattice lattice(test::dictionary());

    lattice.build("정상회의에서");

    const auto ends_in = [&lattice](std::size_t byte, Kind kind) {
        for (std::int32_t i = lattice.ending_at(byte); i >= 0;
             i = lattice.nodes()[i].next_ending_here) {
            if (lattice.nodes()[i].kind == kind) {
                return true;
            }
        }
        return false;
    };
    EXPECT_TRUE(ends_in(6, Kind::Content)) << "정상";
    EXPECT_TRUE(ends_in(12, Kind::Content)) << "회의";
    EXPECT_TRUE(ends_in(18, Kind::Function)) << "에서";
}

TEST(WordLattice, EndsAnUnknownPieceAtEverySyllable) {
    WordLattice lattice(test::dictionary());

    lattice.build("쀍쀍쀍");

    for (std::size_t byte = 3; byte <= 9; byte += 3) {
        EXPECT_GE(lattice.ending_at(byte), 0) << byte;
    }
}
}  // namespace
}  // namespace gisa::text
