// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/transitions.h"

#include <array>
#include <fstream>
#include <string_view>

#include <gtest/gtest.h>

#include <gisa/error.h>

#include "tests/support/temp_dir.h"

namespace gisa::text {
namespace {
using namespace std::string_view_literals;

std::filesystem::path write(const test::TempDir& folder, std::string_view bytes) {
    const std::filesystem::path file = folder.path() / "matrix.bin";
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

TEST(Transitions, HaveARowForEachLeftNumber) {
    const std::array<std::int16_t, 8> matrix = {3, 2, 10, 11, 12, -20, -21, -22};
    const test::TempDir folder;

    const Transitions transitions(
        write(folder, {reinterpret_cast<const char*>(matrix.data()), sizeof matrix})
    );

    EXPECT_EQ(transitions.to(0)[2], 12);
    EXPECT_EQ(transitions.to(1)[0], -20);
}

TEST(Transitions, RefuseAFileOfAnotherSize) {
    const test::TempDir folder;

    EXPECT_THROW(const Transitions cut(write(folder, "\3\0\2\0\0\0"sv)), Error);
    EXPECT_THROW(const Transitions empty(write(folder, "")), Error);
}
}  // namespace
}  // namespace gisa::text
