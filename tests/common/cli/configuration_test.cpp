// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/configuration.h"

#include <fstream>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <gisa/error.h>

#include "tests/support/temp_dir.h"

namespace gisa::cli {
namespace {
using testing::ElementsAre;
using testing::FieldsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Variables = std::map<std::string, std::string>;

Environment with(const Variables& variables) {
    return [variables](const char* name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
}

std::string complaint(const std::string& text) {
    try {
        static_cast<void>(read_settings(text, "gisa.conf"));
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::Configuration);
        return error.what();
    }
    return "no complaint";
}

TEST(ReadSettings, TakesSpacesCommentsAndKorean) {
    EXPECT_THAT(
        read_settings(
            "# the night\n\n  archive = /srv/기사 모음  # here\nwait=60\r\npost-run = mail -s "
            "'a=b' x\n",
            "f"
        ),
        ElementsAre(
            FieldsAre("archive", "/srv/기사 모음"),
            FieldsAre("wait", "60"),
            FieldsAre("post-run", "mail -s 'a=b' x")
        )
    );
    EXPECT_THAT(read_settings("", "f"), IsEmpty());
}

TEST(ReadSettings, TakesNothingForAValue) {
    EXPECT_THAT(read_settings("pre-run =\n", "f"), ElementsAre(FieldsAre("pre-run", "")));
}

TEST(ReadSettings, NamesFileLineAndKeyOfWhatIsWrong) {
    EXPECT_EQ(complaint("wait = 1\narchiv = /a\n"), "gisa.conf:2: there is no key \"archiv\"");
    EXPECT_THAT(complaint("wait = soon\n"), HasSubstr("gisa.conf:1: wait takes a whole number"));
    EXPECT_THAT(complaint("wait = -1\n"), HasSubstr("not \"-1\""));
    EXPECT_THAT(
        complaint("\narchive = news\n"), HasSubstr("gisa.conf:2: archive takes an absolute")
    );
    EXPECT_THAT(complaint("archive = ~/news\n"), HasSubstr("absolute path, not \"~/news\""));
    EXPECT_THAT(complaint("no-merge = perhaps\n"), HasSubstr("yes or no"));
    EXPECT_THAT(complaint("report = xml\n"), HasSubstr("text, json or none"));
    EXPECT_THAT(complaint("color = red\n"), HasSubstr("auto, always or never"));
    EXPECT_THAT(complaint("archive\n"), HasSubstr("gisa.conf:1: this is no line"));
    EXPECT_THAT(complaint("[gisa]\n"), HasSubstr("gisa.conf:1: this is no line"));
    EXPECT_THAT(
        complaint("wait = 1\nwait = 2\n"), HasSubstr("gisa.conf:2: wait is there a second")
    );
}

TEST(ConfigurationFiles, ANamedOneStandsForAllOthers) {
    const Variables variables = {{"GISA_CONFIG", "/a"}, {"HOME", "/home/moran"}};

    EXPECT_THAT(configuration_files("/b", with(variables)).files, ElementsAre("/b"));
    EXPECT_THAT(configuration_files("", with(variables)).files, ElementsAre("/a"));
}

TEST(ConfigurationFiles, OnesOwnComesBeforeTheSystems) {
    EXPECT_THAT(
        configuration_files("", with({{"XDG_CONFIG_HOME", "/c"}, {"HOME", "/h"}})).files,
        ElementsAre("/c/gisa/config", "/etc/gisa/config")
    );
    EXPECT_THAT(
        configuration_files("", with({{"XDG_CONFIG_HOME", "c"}, {"HOME", "/h"}})).files,
        ElementsAre("/h/.config/gisa/config", "/etc/gisa/config")
    );
    EXPECT_THAT(configuration_files("", with({})).files, ElementsAre("/etc/gisa/config"));
}

class AddConfiguration : public testing::Test {
  protected:
    AddConfiguration() {
        namespace po = boost::program_options;
        auto add = grammar_.options.add_options();
        add("config", po::value<std::string>());
        add("archive", po::value<std::string>());
        add("threads", po::value<std::string>());
        add("no-merge", po::bool_switch());
    }

    [[nodiscard]] std::string write(const std::string& text) const {
        const std::string file = folder_.path() / "config";
        std::ofstream(file) << text;
        return file;
    }

    [[nodiscard]] boost::program_options::variables_map values(
        const std::vector<std::string>& arguments, const Variables& variables
    ) const {
        auto found = parse_arguments(arguments, grammar_);
        add_configuration(found, grammar_, with(variables));
        return found;
    }

    test::TempDir folder_;
    Grammar grammar_;
};

TEST_F(AddConfiguration, OptionsBeatIt) {
    const std::string file = write("threads = 3\nno-merge = yes\narchive = /a\nmetrics = /m\n");

    const auto found = values({"--threads", "2"}, {{"GISA_CONFIG", file}});

    EXPECT_EQ(found["threads"].as<std::string>(), "2");
    EXPECT_EQ(found["archive"].as<std::string>(), "/a");
    EXPECT_TRUE(found["no-merge"].as<bool>());
    EXPECT_EQ(found.count("metrics"), 0U) << "the command has no such option";
}

TEST_F(AddConfiguration, TheEnvironmentBeatsIt) {
    const std::string file = write("archive = /a\n");

    const auto found = values({}, {{"GISA_CONFIG", file}, {"GISA_ARCHIVE", "/b"}});

    EXPECT_EQ(found.count("archive"), 0U);
}

TEST_F(AddConfiguration, ANamedFileMustBeThere) {
    EXPECT_THROW(static_cast<void>(values({"--config", "/no/where"}, {})), Error);
    EXPECT_THROW(static_cast<void>(values({"--config", "/"}, {})), Error);
    EXPECT_NO_THROW(static_cast<void>(values({}, {{"HOME", "/no/where"}})));
    EXPECT_NO_THROW(static_cast<void>(values({"--config", "/dev/null"}, {})));
}

TEST(ConfigurationKeys, AreNamedOnce) {
    const auto keys = configuration_keys();
    EXPECT_THAT(keys, testing::Contains("archive"));
    EXPECT_THAT(keys, testing::Contains("post-run"));
}
}  // namespace
}  // namespace gisa::cli
