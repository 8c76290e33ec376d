// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/pager.h"

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gisa::cli {
namespace {
std::string command_with(const std::map<std::string, std::string>& variables) {
    return pager_command([&variables](const char* name) {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    });
}

TEST(Pager, IsTheNearestOneThatIsNamed) {
    EXPECT_EQ(command_with({{"GISA_PAGER", "most"}, {"PAGER", "more"}}), "most");
    EXPECT_EQ(command_with({{"PAGER", "more -f"}}), "more -f");
    EXPECT_THAT(command_with({}), testing::HasSubstr("less"));
}

TEST(Pager, CatIsNone) {
    EXPECT_EQ(command_with({{"PAGER", "cat"}}), "");
    EXPECT_EQ(command_with({{"GISA_PAGER", "cat"}, {"PAGER", "less"}}), "");
}
}  // namespace
}  // namespace gisa::cli
