// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/hit_command.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/cli/arguments.h"

namespace gisa::cli {
namespace {
using testing::ElementsAre;

Hit watermark_hit() {
    Hit hit;
    hit.id = "ko 7";
    hit.title.text = "\"워터마크\"; rm -r ~";
    hit.url = "https://example.org/7?a=1&b=2";
    hit.sections = {"기술", "정치"};
    return hit;
}

std::vector<std::string> words(std::string_view command) {
    return HitCommand(command).words_for(watermark_hit(), 3);
}

TEST(HitCommand, FieldsStandForThemselvesWhereverTheyAre) {
    EXPECT_THAT(
        words("get -o {rank}-{}.html {url} {sections}"),
        ElementsAre("get", "-o", "3-ko 7.html", "https://example.org/7?a=1&b=2", "기술; 정치")
    );
}

TEST(HitCommand, AValueIsOneWordWhateverItHolds) {
    EXPECT_THAT(words("echo {title}"), ElementsAre("echo", "\"워터마크\"; rm -r ~"));
}

TEST(HitCommand, TheIdComesBehindWhereNoFieldIsNamed) {
    EXPECT_THAT(words("gisa-search --show"), ElementsAre("gisa-search", "--show", "ko 7"));
}

TEST(HitCommand, AFieldThatTheArticleLacksIsEmpty) {
    EXPECT_THAT(words("echo {published}"), ElementsAre("echo", ""));
}

TEST(HitCommand, BracesAroundAnythingButANameStay) {
    EXPECT_THAT(
        words("awk '{ print }' {1} {A} { {}"),
        ElementsAre("awk", "{ print }", "{1}", "{A}", "{", "ko 7")
    );
}

TEST(HitCommand, AnUnknownNameIsRefused) {
    try {
        const HitCommand command("echo {titel}");
        FAIL() << "was taken";
    } catch (const UsageError& error) {
        EXPECT_STREQ(error.what(), "--exec knows no \"{titel}\"");
        EXPECT_THAT(error.hint(), testing::HasSubstr("title"));
    }
}

TEST(HitCommand, KnowsWhetherItNeedsTheSnippet) {
    EXPECT_TRUE(HitCommand("echo a{snippet}").needs_snippet());
    EXPECT_FALSE(HitCommand("echo {title} snippet").needs_snippet());
}
}  // namespace
}  // namespace gisa::cli
