// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <gisa/export.h>
#include <gisa/indexer.h>

namespace gisa {
struct SegmentStatus {
    std::uint64_t number = 0;
    std::uint64_t articles = 0;  ///< as built, the hidden ones included
    std::uint64_t hidden = 0;    ///< replaced or removed since
    std::uint64_t bytes = 0;
    std::string fingerprint;
};

struct RunStatus {
    std::uint64_t run = 0;
    std::string command;  ///< as gisa-index calls it: "add", "remove", "merge" ...
    std::string inputs;   ///< paths or an id, as they were given
    std::chrono::sys_seconds started;
    std::optional<std::chrono::sys_seconds> finished;  ///< absent: killed, or still at work
    std::string problem;                               ///< why it failed; empty when it did not
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;  ///< for "dictionary": articles analysed again
    std::uint64_t unchanged = 0;
    std::uint64_t removed = 0;
    std::uint64_t rejected = 0;
    std::uint64_t taken_down = 0;  ///< articles that may not come back, and were not stored
    std::uint64_t resumed = 0;
    std::uint64_t merged = 0;  ///< articles in the segments that were merged
    double wall_seconds = 0;
    StageSeconds cpu_seconds;
    std::vector<std::string> warnings;  ///< one sentence each
};

/// Days of Seoul, the first and the last included.
struct DayGap {
    std::chrono::year_month_day first;
    std::chrono::year_month_day last;
};

struct PublisherStatus {
    std::string publisher;  ///< empty for articles without one
    std::uint64_t articles = 0;
    std::uint64_t empty_days = 0;  ///< days without an article between its first and its last
    std::vector<DayGap> gaps;      ///< them, the longest gaps first, at most 5
    std::optional<std::chrono::year_month_day> first;  ///< in Seoul; absent when no day is known
    std::optional<std::chrono::year_month_day> last;
};

/// What an archive holds, from its catalog.
struct ArchiveStatus {
    std::filesystem::path path;
    std::uint64_t articles = 0;    ///< visible to searchers
    std::uint64_t pending = 0;     ///< stored, not yet published
    std::uint64_t versions = 0;    ///< former ones of articles that were replaced or removed
    std::uint64_t taken_down = 0;  ///< ids that may not come back
    std::uint64_t free_bytes = 0;  ///< on the archive's disk, for whoever asks
    std::uint64_t text_bytes = 0;
    std::uint64_t catalog_bytes = 0;
    std::uint64_t segment_bytes = 0;
    std::optional<std::chrono::year_month_day> first;  ///< in Seoul; absent when no day is known
    std::optional<std::chrono::year_month_day> last;
    std::vector<PublisherStatus> publishers;  ///< most articles first, at most 20
    std::vector<SegmentStatus> segments;      ///< oldest first
    std::vector<RunStatus> runs;              ///< newest first, at most 10
    std::uint64_t rejected = 0;
    std::vector<RejectedRecord> last_rejected;  ///< newest first, at most 20
    std::string fingerprint;                    ///< the chain the archive was built with
};

/// Reads an archive's state without its lock and without write permission.
/// Throws: ArchiveNotFound, ArchiveIncompatible, ArchiveCorrupt, StorageFailed.
[[nodiscard]] GISA_EXPORT ArchiveStatus read_status(const std::filesystem::path& archive);
}  // namespace gisa
