// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/whole_file.h"

#include <filesystem>
#include <functional>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include <gisa/error.h>

#include "tests/support/temp_dir.h"

namespace gisa::cli {
namespace {
namespace fs = std::filesystem;

class WholeFile : public testing::Test {
  protected:
    [[nodiscard]] std::ptrdiff_t files() const {
        return std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator());
    }

    static ErrorCode failure(const std::function<void()>& action) {
        try {
            action();
        } catch (const Error& error) {
            return error.code();
        }
        ADD_FAILURE() << "it did not fail";
        return {};
    }

    test::TempDir folder_;
    fs::path file_ = folder_.path() / "파일";
};

TEST_F(WholeFile, TakesThePlaceOfTheOneThatWasThere) {
    replace_file(file_, "하나\n둘\n");
    EXPECT_EQ(content_of(file_), "하나\n둘\n");

    replace_file(file_, "");
    EXPECT_EQ(content_of(file_), "");
    EXPECT_EQ(files(), 1) << "nothing stays behind";
}

TEST_F(WholeFile, MakesItsFolder) {
    replace_file(folder_.path() / "a/b/c", "text");

    EXPECT_EQ(content_of(folder_.path() / "a/b/c"), "text");
}

TEST_F(WholeFile, IsNothingWhenItIsNotThere) {
    EXPECT_EQ(content_of(file_), std::nullopt);
}

TEST_F(WholeFile, LeavesNothingBehindWhenItCannotBeWritten) {
    fs::create_directories(file_ / "full");

    EXPECT_EQ(failure([&] { replace_file(file_, "text"); }), ErrorCode::StorageFailed);
    EXPECT_EQ(files(), 1);
    EXPECT_EQ(failure([&] { replace_file("/dev/null/file", ""); }), ErrorCode::StorageFailed);
    EXPECT_EQ(failure([&] { static_cast<void>(content_of(file_)); }), ErrorCode::StorageFailed);
}
}  // namespace
}  // namespace gisa::cli
