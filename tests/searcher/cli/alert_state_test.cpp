// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/alert_state.h"

#include <filesystem>
#include <fstream>
#include <functional>

#include <gtest/gtest.h>

#include <gisa/error.h>

#include "common/cli/arguments.h"
#include "tests/support/temp_dir.h"

namespace gisa::cli {
namespace {
AlertState some_state() {
    AlertState state;
    state.begun = std::chrono::sys_days{std::chrono::year{2024} / 5 / 1};
    state.queries["예산"] = {.row = 120, .stories = {std::string("\x00\x7f\xff", 3), "ab"}};
    state.queries["tide"] = {.row = 7, .stories = {}};
    return state;
}

void expect_same(const AlertState& read, const AlertState& written) {
    EXPECT_EQ(read.begun, written.begun);
    ASSERT_EQ(read.queries.size(), written.queries.size());
    for (const auto& [name, query] : written.queries) {
        EXPECT_EQ(read.queries.at(name).row, query.row) << name;
        EXPECT_EQ(read.queries.at(name).stories, query.stories) << name;
    }
}

Environment state_home(const test::TempDir& dir) {
    return [home = dir.path().string()](const char* name) {
        return std::string_view(name) == "XDG_STATE_HOME" ? std::optional(home) : std::nullopt;
    };
}

ErrorCode failure(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.code();
    }
    ADD_FAILURE() << "it did not fail";
    return {};
}

TEST(AlertState, IsTheSameAsJson) {
    expect_same(parse_alert_state(to_json(some_state())), some_state());
    expect_same(parse_alert_state(to_json({})), {});
}

TEST(AlertState, IsNotReadFromSomethingElse) {
    for (const char* text :
         {"",
          "[]",
          "{}",
          R"({"version":2,"begun":0,"queries":{}})",
          R"({"version":1,"begun":0,"queries":{"a":{"row":"x","stories":[]}}})",
          R"({"version":1,"begun":0,"queries":{"a":{"row":1,"stories":["zz"]}}})"}) {
        EXPECT_EQ(
            failure([text] { static_cast<void>(parse_alert_state(text)); }),
            ErrorCode::StorageFailed
        ) << text;
    }
}

TEST(AlertStateFile, KeepsAStateForEachArchive) {
    const test::TempDir dir;
    const Environment environment = state_home(dir);
    const AlertStateFile one("/srv/one", environment);
    const AlertStateFile two("/srv/two", environment);

    expect_same(one.read(), {});
    one.write(some_state());

    expect_same(one.read(), some_state());
    expect_same(two.read(), {});
    EXPECT_TRUE(std::filesystem::exists(dir.path() / "gisa/alerts/%srv%one.json"));
}

TEST(AlertStateFile, IsOneRunsAtATime) {
    const test::TempDir dir;
    {
        const AlertStateFile held("/srv/one", state_home(dir));
        EXPECT_EQ(
            failure([&dir] { const AlertStateFile more("/srv/one", state_home(dir)); }),
            ErrorCode::ArchiveLocked
        );
    }
    const AlertStateFile later("/srv/one", state_home(dir));
    expect_same(later.read(), {});
}

TEST(AlertStateFile, NeedsAPlace) {
    const test::TempDir dir;
    const auto nowhere = [](const char*) { return std::optional<std::string>(); };
    EXPECT_THROW(AlertStateFile("/srv/one", nowhere), UsageError);

    std::ofstream(dir.path() / "gisa") << "x";
    EXPECT_EQ(
        failure([&dir] { const AlertStateFile file("/srv/one", state_home(dir)); }),
        ErrorCode::StorageFailed
    );
}
}  // namespace
}  // namespace gisa::cli
