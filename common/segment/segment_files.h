// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include <gisa/error.h>

#include "common/io/mapped_file.h"

namespace gisa::segment {
/// Where a segment lies and what its files are called:
///   ARCHIVE/segments/000001/postings.glass   one compacted, immutable Xapian database
///                           words.lexicon    its distinct Korean words (lexicon.h)
///                           biwords.lists    which of its articles have which biword (biword_lists.h)
///                           documents.table  row, date, length and story of each (document_table.h)
///   ARCHIVE/building/                        a run's work; swept by the next run
inline constexpr std::string_view kPostingsFile = "postings.glass";
inline constexpr std::string_view kLexiconFile = "words.lexicon";
inline constexpr std::string_view kBiwordsFile = "biwords.lists";
inline constexpr std::string_view kDocumentsFile = "documents.table";

/// All files of a segment.
inline constexpr std::array kSegmentFiles = {
    kPostingsFile, kLexiconFile, kBiwordsFile, kDocumentsFile};

[[nodiscard]] std::filesystem::path segments_folder(const std::filesystem::path& archive);
[[nodiscard]] std::filesystem::path segment_folder(
    const std::filesystem::path& archive, std::uint64_t number
);
[[nodiscard]] std::filesystem::path building_folder(const std::filesystem::path& archive);

/// A segment's file in memory. Throws: ArchiveCorrupt when there is none, StorageFailed when it cannot
/// be read.
[[nodiscard]] std::unique_ptr<const io::MappedFile> map_file(const std::filesystem::path& file);

/// What is thrown when a segment's file could not be written; errno says why.
[[nodiscard]] Error unwritten(const std::filesystem::path& file);

/// What is thrown when a segment's file is not whole.
[[nodiscard]] Error damaged(const std::filesystem::path& file);
}  // namespace gisa::segment
