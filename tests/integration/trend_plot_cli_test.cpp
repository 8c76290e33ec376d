// SPDX-License-Identifier: GPL-2.0-or-later
//
// A trend as a picture: beside its figures, whole or not at all.
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "common/cli/whole_file.h"
#include "tests/integration/cli_fixture.h"

namespace gisa::test {
namespace {
namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

class TrendPlotCli : public CliFixture {
  protected:
    void SetUp() override {
        add(R"({"id": "a", "title": "워터마크 서약", "body": "본문", "date": "2024-01-05"})"
            "\n"
            R"({"id": "b", "title": "물때표", "body": "본문", "date": "2024-03-05"})"
            "\n");
    }

    ProgramResult plot(const std::string& file, Words more = {"서약"}) const {
        Words arguments = {"--trend", "month", "--plot", file};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return search(arguments);
    }
};

TEST_F(TrendPlotCli, DrawsWhatItPrints) {
    const ProgramResult plain = search({"--trend", "month", "서약"});

    const ProgramResult drawn = plot(path("pictures/trend.svg"));

    EXPECT_EQ(drawn.status, 0) << drawn.errors;
    EXPECT_EQ(drawn.output, plain.output);
    EXPECT_EQ(drawn.errors, plain.errors);
    const std::string picture = cli::content_of(path("pictures/trend.svg")).value();
    EXPECT_THAT(picture, StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
    EXPECT_THAT(picture, HasSubstr("<title>2024-01: 1 of 1 articles, 100.0 %</title>"));
    EXPECT_THAT(picture, HasSubstr("<title>2024-02: the archive holds nothing</title>"));
    EXPECT_THAT(picture, HasSubstr("<title>2024-03: 0 of 1 articles, 0.0 %</title>"));
}

TEST_F(TrendPlotCli, DrawsBesideTables) {
    const ProgramResult drawn = plot(path("trend.svg"), {"--format", "csv", "서약"});

    EXPECT_THAT(drawn.output, StartsWith("from,articles,held\r\n"));
    EXPECT_TRUE(fs::exists(path("trend.svg")));
}

TEST_F(TrendPlotCli, DrawsWhereNothingIsFoundToo) {
    EXPECT_EQ(plot(path("trend.svg"), {"없는말"}).status, 1);
    EXPECT_THAT(cli::content_of(path("trend.svg")).value(), HasSubstr("0 articles"));
}

TEST_F(TrendPlotCli, ReplacesAnOlderPictureWhole) {
    write("trend.svg", std::string(100'000, 'x'));

    ASSERT_EQ(plot(path("trend.svg")).status, 0);

    EXPECT_THAT(cli::content_of(path("trend.svg")).value(), testing::EndsWith("</svg>\n"));
    EXPECT_FALSE(fs::exists(path(".trend.svg.new")));
}

TEST_F(TrendPlotCli, ReplacesFilesAlone) {
    fs::create_directory(path("folder"));
    write("kept", "a diary");
    fs::create_symlink(path("kept"), path("link"));
    ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
    for (const std::string& no_file : {path("folder"), path("link"), path("pipe")}) {
        const ProgramResult result = plot(no_file);

        EXPECT_EQ(result.status, 74) << no_file;
        EXPECT_THAT(result.errors, HasSubstr("cannot write " + no_file)) << no_file;
        EXPECT_THAT(result.output, IsEmpty());
    }
    EXPECT_EQ(cli::content_of(path("kept")), "a diary");
    EXPECT_TRUE(fs::is_symlink(path("link")));
    EXPECT_TRUE(fs::is_fifo(path("pipe")));
}

TEST_F(TrendPlotCli, TellsWhyAFileCannotBeWritten) {
    write("file", "");

    const ProgramResult result = plot(path("file/trend.svg"));

    EXPECT_EQ(result.status, 74);
    EXPECT_THAT(result.errors, HasSubstr("cannot make " + path("file")));
}
}  // namespace
}  // namespace gisa::test
