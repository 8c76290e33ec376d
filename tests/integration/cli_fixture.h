// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "tests/integration/cli_test_program.h"
#include "tests/support/temp_dir.h"

namespace gisa::test {
/// Runs the programs on an archive of the test's own.
class CliFixture : public testing::Test {
  protected:
    using Words = std::vector<std::string>;

    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder_.path() / name).string();
    }

    [[nodiscard]] std::string archive() const { return path("archive"); }

    std::string write(const std::string& name, const std::string& content) const {
        std::ofstream(path(name)) << content;
        return path(name);
    }

    /// Runs a program with GISA_ARCHIVE set to the test's archive.
    [[nodiscard]] ProgramCall call(Words arguments, std::string input = {}) const {
        return {
            .arguments = std::move(arguments),
            .input = std::move(input),
            .environment = {"GISA_ARCHIVE=" + archive(), "GISA_CONFIG=/dev/null", "GISA_PAGER=cat"},
        };
    }

    ProgramResult index(Words arguments, std::string input = {}) const {
        return run_program(GISA_INDEX_PROGRAM, call(std::move(arguments), std::move(input)));
    }

    ProgramResult search(Words arguments, std::string input = {}) const {
        return run_program(GISA_SEARCH_PROGRAM, call(std::move(arguments), std::move(input)));
    }

    /// Adds articles, one JSON line each.
    void add(const std::string& lines) const {
        const ProgramResult added = index({"add", "--quiet", "-"}, lines);
        ASSERT_EQ(added.status, 0) << added.errors;
    }

  private:
    TempDir folder_;
};
}  // namespace gisa::test
