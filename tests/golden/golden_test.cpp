// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs the .query files of this folder. `golden_test --update` writes down what the code makes of
// each query instead of testing it; the difference is then a matter of review.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/parse/query.h"
#include "tests/golden/context.h"
#include "tests/golden/golden_file.h"

namespace gisa::test {
namespace {
constexpr const char* kFolder = GISA_SOURCE_DIR "/tests/golden";

std::string notice_text(const QueryNotice& notice) {
    return std::to_string(notice.where.begin) + "-" + std::to_string(notice.where.end) + " "
           + notice.message;
}

/// The case as the code sees it.
GoldenCase understood(GoldenCase golden) {
    if (!golden.has_query) {
        return golden;
    }
    const searcher::ParsedQuery parsed = searcher::parse(unescaped(golden.query), golden_context());
    golden.syntax = searcher::to_text(parsed);
    golden.notices.clear();
    for (const QueryNotice& notice : parsed.notices) {
        golden.notices.push_back(notice_text(notice));
    }
    return golden;
}

void update(const std::filesystem::path& path) {
    std::vector<GoldenCase> cases;
    for (const GoldenCase& golden : read_golden_file(path)) {
        cases.push_back(understood(golden));
    }
    std::ofstream file(path, std::ios::trunc);
    file << golden_text(cases);
    if (!file.flush()) {
        throw std::runtime_error("cannot write " + path.string());
    }
}

class Golden : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Golden, QueriesAreUnderstoodAsWrittenDown) {
    const std::vector<GoldenCase> cases = read_golden_file(GetParam());

    EXPECT_FALSE(cases.empty());
    for (const GoldenCase& golden : cases) {
        SCOPED_TRACE("query: " + golden.query);
        const GoldenCase actual = understood(golden);
        EXPECT_EQ(actual.syntax, golden.syntax);
        EXPECT_EQ(actual.notices, golden.notices);
    }
}

TEST_P(Golden, FileIsWrittenAsUpdateWritesIt) {
    std::ifstream file(GetParam());
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};

    EXPECT_EQ(golden_text(read_golden_file(GetParam())), text);
}

INSTANTIATE_TEST_SUITE_P(
    Queries,
    Golden,
    testing::ValuesIn(golden_files(kFolder)),
    [](const testing::TestParamInfo<std::filesystem::path>& file) {
        return file.param.stem().string();
    }
);
}  // namespace
}  // namespace gisa::test

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    if (argc < 2 || std::string_view(argv[1]) != "--update") {
        return RUN_ALL_TESTS();
    }
    try {
        for (const auto& path : gisa::test::golden_files(gisa::test::kFolder)) {
            gisa::test::update(path);
        }
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
