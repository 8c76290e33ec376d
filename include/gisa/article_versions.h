// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/article.h>
#include <gisa/export.h>

namespace gisa {
/// One stored version of an article.
struct ArticleVersion {
    enum class State : std::uint8_t {
        Pending,   ///< stored, not yet published
        Visible,   ///< what searchers see
        Replaced,  ///< a newer version took its place
        Removed,
    };
    State state = State::Pending;
    Article article;
    std::uint64_t run = 0;  ///< that stored it
    std::chrono::sys_seconds stored;
    /// The run that replaced or removed it; absent for a pending or visible one.
    std::optional<std::uint64_t> ended_run;
    std::optional<std::chrono::sys_seconds> ended;
};

/// That an id may not come back. Of its article nothing is kept.
struct Takedown {
    std::string id;
    std::string reason;
    std::uint64_t run = 0;
    std::chrono::sys_seconds taken_down;
};

/// What an archive knows of one id.
struct ArticleHistory {
    std::vector<ArticleVersion> versions;  ///< oldest first; empty when there never was such an id
    std::optional<Takedown> takedown;
};

/// Reads the history of an article without the archive's lock and without write permission.
/// Throws: ArchiveNotFound, ArchiveIncompatible, ArchiveCorrupt, StorageFailed.
[[nodiscard]] GISA_EXPORT ArticleHistory
read_history(const std::filesystem::path& archive, std::string_view article_id);
}  // namespace gisa
