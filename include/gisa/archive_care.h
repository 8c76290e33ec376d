// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <gisa/export.h>
#include <gisa/indexer.h>

namespace gisa {
/// Something that is not as it should be.
struct ArchiveProblem {
    std::string what;    ///< one sentence in the process's language
    std::string remedy;  ///< what to do, one clause, likewise
    /// False for what mends itself or is on its way, as an article that was taken down and whose
    /// words are still to leave a segment.
    bool is_damage = true;
};

/// What verify_archive() looked at and found.
struct ArchiveCheck {
    std::uint64_t segments = 0;
    std::uint64_t articles = 0;  ///< visible
    std::uint64_t sampled = 0;   ///< articles that were looked for by each of their words
    std::vector<ArchiveProblem> problems;
    double wall_seconds = 0;
};

struct CheckOptions {
    /// As IndexerOptions; the sample needs it.
    std::filesystem::path dictionary;
    /// How many articles are read, unpacked, analysed and looked for in their segment, evenly spread.
    std::size_t sample = 200;
    /// Called as an Indexer does, in the stage Comparing; done and total count bytes of segments.
    ProgressCallback on_progress;
};

/// Holds an archive against itself: the catalog's own consistency; that each segment's files are
/// there, have the bytes that were written, pass Xapian's check and hold the articles that the
/// catalog says; that sampled articles are what was stored and stand in their segment under each of
/// their words; that nothing is left of what was taken down. Needs no lock and no permission to write.
/// Throws: ArchiveNotFound, ArchiveIncompatible, StorageFailed; damage is a result, not an error.
[[nodiscard]] GISA_EXPORT ArchiveCheck
verify_archive(const std::filesystem::path& archive, const CheckOptions& options = {});

/// Copies the published state of an archive to a new folder, while runs go on. The copy is an
/// archive of its own; it can be read from where nobody may write. Returns its size in bytes.
/// Throws: InvalidArgument when the folder is there and not empty; ArchiveNotFound, ArchiveCorrupt,
/// StorageFailed, and nothing is left of the copy then.
GISA_EXPORT std::uint64_t snapshot_archive(
    const std::filesystem::path& archive, const std::filesystem::path& folder
);
}  // namespace gisa
