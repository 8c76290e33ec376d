// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/cli/printer.h"

namespace gisa::cli {
/// Items that a feed keeps.
inline constexpr std::size_t kFeedItems = 100;

/// A feed of RSS 2.0 with the items of an older one behind its own, each guid once, up to kFeedItems;
/// nothing when the older text is no such feed.
[[nodiscard]] std::optional<std::string> merged_feed(
    const std::string& feed, std::string_view older
);

/// Puts an answer's hits in front of what `folder`/QUERY_ID.rss has; makes that file when there is
/// none. Throws: Error (InvalidArgument, StorageFailed).
void update_feed(const std::filesystem::path& folder, const Answer& answer);
}  // namespace gisa::cli
