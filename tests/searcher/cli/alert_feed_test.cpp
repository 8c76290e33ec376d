// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/alert_feed.h"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <gisa/error.h>

#include "common/cli/whole_file.h"
#include "tests/support/temp_dir.h"

namespace gisa::cli {
namespace {
using testing::ElementsAre;
using testing::IsEmpty;

Answer answer_with(const std::vector<std::string>& ids) {
    Answer answer{.query_id = "예산", .query = "예산안 OR 재정"};
    for (const std::string& id : ids) {
        Hit hit;
        hit.id = id;
        hit.title.text = "제목 " + id;
        answer.response.hits.push_back(std::move(hit));
    }
    return answer;
}

std::string feed(const std::vector<std::string>& ids) {
    std::ostringstream out;
    make_rss_printer(out)->print(answer_with(ids));
    return out.str();
}

std::vector<std::string> titles(const std::string& text) {
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(text.c_str()));
    std::vector<std::string> titles;
    for (const pugi::xml_node item : document.child("rss").child("channel").children("item")) {
        titles.emplace_back(item.child_value("title"));
    }
    return titles;
}

TEST(AlertFeed, PutsNewItemsInFrontOfOlderOnes) {
    EXPECT_THAT(
        titles(merged_feed(feed({"d", "c"}), feed({"b", "a"})).value()),
        ElementsAre("제목 d", "제목 c", "제목 b", "제목 a")
    );
}

TEST(AlertFeed, HasEachItemOnce) {
    EXPECT_THAT(
        titles(merged_feed(feed({"c", "b"}), feed({"b", "a"})).value()),
        ElementsAre("제목 c", "제목 b", "제목 a")
    );
}

TEST(AlertFeed, DropsTheOldestItems) {
    std::vector<std::string> many;
    for (std::size_t i = 0; i < kFeedItems; ++i) {
        many.push_back(std::to_string(i));
    }

    const std::vector<std::string> kept = titles(merged_feed(feed({"new"}), feed(many)).value());

    EXPECT_EQ(kept.size(), kFeedItems);
    EXPECT_EQ(kept.front(), "제목 new");
    EXPECT_EQ(kept.back(), "제목 98");
}

TEST(AlertFeed, IsNotMadeFromSomethingElse) {
    EXPECT_EQ(merged_feed(feed({"a"}), "a diary"), std::nullopt);
    EXPECT_EQ(merged_feed(feed({"a"}), "<html/>"), std::nullopt);
}

TEST(AlertFeed, IsAFileNamedByItsQuery) {
    const test::TempDir dir;
    const auto file = dir.path() / "feeds" / "예산.rss";

    update_feed(file.parent_path(), answer_with({}));
    EXPECT_THAT(titles(content_of(file).value()), IsEmpty());
    update_feed(file.parent_path(), answer_with({"a"}));
    update_feed(file.parent_path(), answer_with({"b"}));

    EXPECT_THAT(titles(content_of(file).value()), ElementsAre("제목 b", "제목 a"));
    pugi::xml_document document;
    document.load_string(content_of(file).value().c_str());
    EXPECT_STREQ(document.child("rss").child("channel").child_value("title"), "Gisa: 예산");
}

TEST(AlertFeed, LeavesAFileOfSomethingElseAlone) {
    const test::TempDir dir;
    std::ofstream(dir.path() / "예산.rss") << "a diary";

    EXPECT_THROW(update_feed(dir.path(), answer_with({"a"})), Error);
    EXPECT_EQ(content_of(dir.path() / "예산.rss"), "a diary");
}
}  // namespace
}  // namespace gisa::cli
