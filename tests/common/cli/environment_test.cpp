// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/environment.h"

#include <map>

#include <gtest/gtest.h>

#include "common/cli/arguments.h"

namespace gisa::cli {
namespace {
using Variables = std::map<std::string, std::string>;

Environment with(const Variables& variables) {
    return [variables](const char* name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

const Variables kEverything = {
    {"GISA_ARCHIVE", "/srv/news"},
    {"XDG_DATA_HOME", "/data"},
    {"HOME", "/home/moran"},
};

TEST(ArchiveLocation, TheOptionBeatsTheEnvironment) {
    EXPECT_EQ(archive_location("here", with(kEverything)), "here");
}

TEST(ArchiveLocation, EachVariableStandsInForTheOneBeforeIt) {
    Variables variables = kEverything;
    EXPECT_EQ(archive_location("", with(variables)), "/srv/news");

    variables.erase("GISA_ARCHIVE");
    EXPECT_EQ(archive_location("", with(variables)), "/data/gisa/archive");

    variables.erase("XDG_DATA_HOME");
    EXPECT_EQ(archive_location("", with(variables)), "/home/moran/.local/share/gisa/archive");
}

TEST(ArchiveLocation, ARelativeDataHomeIsIgnored) {
    EXPECT_EQ(
        archive_location("", with({{"XDG_DATA_HOME", "data"}, {"HOME", "/home/moran"}})),
        "/home/moran/.local/share/gisa/archive"
    );
}

TEST(ArchiveLocation, WithoutAnyNameItIsAUsageError) {
    EXPECT_THROW(static_cast<void>(archive_location("", with({}))), UsageError);
}

TEST(DictionaryLocation, IsOptionThenVariableThenTheLibrarysOwn) {
    EXPECT_EQ(dictionary_location("a", with({{"GISA_DICTIONARY", "b"}})), "a");
    EXPECT_EQ(dictionary_location("", with({{"GISA_DICTIONARY", "b"}})), "b");
    EXPECT_EQ(dictionary_location("", with({})), "");
}
}  // namespace
}  // namespace gisa::cli
