// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/alert_feed.h"

#include <iterator>
#include <optional>
#include <set>
#include <sstream>

#include <pugixml.hpp>

#include <gisa/error.h>

#include "common/cli/whole_file.h"
#include "common/messages/tr.h"

namespace gisa::cli {
namespace {
pugi::xml_node channel_of(const pugi::xml_document& document) {
    return document.child("rss").child("channel");
}

std::ptrdiff_t count_items(pugi::xml_node channel) {
    const auto items = channel.children("item");
    return std::distance(items.begin(), items.end());
}
}  // namespace

std::optional<std::string> merged_feed(const std::string& feed, std::string_view older) {
    pugi::xml_document made;
    made.load_string(feed.c_str());
    pugi::xml_node channel = channel_of(made);
    std::set<std::string> known;
    for (const pugi::xml_node item : channel.children("item")) {
        known.insert(item.child_value("guid"));
    }
    pugi::xml_document old;
    if (!old.load_buffer(older.data(), older.size()) || !channel_of(old)) {
        return std::nullopt;
    }
    auto most = static_cast<std::ptrdiff_t>(kFeedItems) - count_items(channel);
    for (const pugi::xml_node item : channel_of(old).children("item")) {
        if (most > 0 && known.insert(item.child_value("guid")).second) {
            channel.append_copy(item);
            --most;
        }
    }
    std::ostringstream text;
    made.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
    return text.str();
}

void update_feed(const std::filesystem::path& folder, const Answer& answer) {
    const std::filesystem::path file = folder / (answer.query_id + ".rss");
    std::ostringstream feed;
    make_rss_printer(feed)->print(answer);
    const std::optional<std::string> older = content_of(file);
    const auto merged = older ? merged_feed(feed.str(), *older) : feed.str();
    if (!merged) {
        throw Error(
            ErrorCode::InvalidArgument,
            tr("%1 is no feed of RSS 2.0", {file.string()}),
            tr("remove it, or name another folder")
        );
    }
    replace_file(file, *merged);
}
}  // namespace gisa::cli
