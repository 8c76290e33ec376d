// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the programs say of an archive that has lost a segment, or that is not theirs to read.
#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/integration/cli_fixture.h"

namespace gisa::test {
namespace {
namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr int kConfiguration = 78;

class DamagedArchive : public CliFixture {
  protected:
    void SetUp() override {
        add(R"({"id":"a","title":"서약","body":"워터마크 서약"})");
        ASSERT_TRUE(fs::exists(path("archive/segments/000001")));
    }
};

TEST_F(DamagedArchive, WithoutASegmentIsToldByVerifyAndMendedByRebuild) {
    fs::remove_all(path("archive/segments/000001"));

    const ProgramResult searched = search({"서약"});
    EXPECT_EQ(searched.status, 2);
    EXPECT_THAT(searched.errors, HasSubstr("000001 is missing"));
    EXPECT_THAT(searched.errors, HasSubstr("gisa-index rebuild"));
    const ProgramResult verified = index({"verify"});
    EXPECT_EQ(verified.status, 2);
    EXPECT_THAT(verified.output, HasSubstr("000001 is missing"));
    EXPECT_THAT(verified.output, HasSubstr("gisa-index rebuild"));

    EXPECT_EQ(index({"rebuild", "--quiet"}).status, 0);

    EXPECT_EQ(index({"verify", "--quiet"}).status, 0);
    EXPECT_EQ(search({"--format", "ids", "서약"}).output, "a\n");
}

TEST_F(DamagedArchive, OfANewerFormatIsLeftAlone) {
    {
        // SQLite's user_version, big-endian; https://www.sqlite.org/fileformat.html, section 1.3.
        std::fstream catalog(
            path("archive/catalog.sqlite"), std::ios::in | std::ios::out | std::ios::binary
        );
        catalog.seekp(60);
        catalog.write("\0\0\0\x63", 4);
    }
    for (const Words& words :
         {Words{"add", "--quiet", "-"},
          {"merge", "--quiet"},
          {"rebuild", "--quiet"},
          {"verify"},
          {"status"}}) {
        const ProgramResult refused = index(words, R"({"id":"b","title":"서약"})");
        EXPECT_EQ(refused.status, kConfiguration) << words.front() << ": " << refused.errors;
        EXPECT_THAT(refused.errors, HasSubstr("newer Gisa (its format is 99")) << words.front();
    }
    EXPECT_EQ(search({"서약"}).status, kConfiguration);
    EXPECT_TRUE(fs::exists(path("archive/segments/000001")));
}
}  // namespace
}  // namespace gisa::test
