// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/error.h>

#include "common/io/mapped_file.h"
#include "common/schema/biwords.h"

namespace gisa::segment {
/// Documents of a segment, numbered from 1, ascending.
using Documents = std::vector<std::uint32_t>;

/// Which documents of a segment have a biword, for each biword: where phrases are looked for.
///
/// The file, little-endian, in this order:
///   header  magic "GISABIW1", the number of documents                              2 × 8 bytes
///   groups  begin of each group of 16 lists in the list bytes, and the end     2,049 × 8 bytes
///   lists   each its bytes in LEB128; then, unless they are none: its documents in LEB128, the
///           parameter of a Rice code, one byte, and the gaps between its documents in that code
/// A document takes 6 to 7 bits in a list, the whole a seventh of the bytes of Korean news.
/// Source of the code: R. F. Rice, Some practical universal noiseless coding techniques, 1979.
class BiwordLists {
  public:
    /// Throws: ArchiveCorrupt when the file is missing or not whole.
    explicit BiwordLists(const std::filesystem::path& file);

    /// Of the segment.
    [[nodiscard]] std::uint64_t documents() const { return documents_; }

    /// Those that have the biword. Throws: ArchiveCorrupt. Safe to call from several threads.
    [[nodiscard]] Documents with(schema::Biword biword) const;

  private:
    [[nodiscard]] std::string_view list_of(schema::Biword biword) const;

    std::filesystem::path path_;
    std::unique_ptr<const io::MappedFile> file_;
    std::uint64_t documents_ = 0;
    std::span<const std::uint64_t> begins_;  ///< of groups in lists_
    std::string_view lists_;
};

/// Writes such a file from front to back, in little memory.
class BiwordListsWriter {
  public:
    /// Throws: StorageFailed, here and below.
    explicit BiwordListsWriter(std::filesystem::path file);

    /// The documents of the next biword, at first of 0.
    void add(std::span<const std::uint32_t> documents);

    /// Once, behind the last biword; `documents` are those of the segment. The file is not fsynced.
    void finish(std::uint64_t documents);

  private:
    void check() const;

    std::filesystem::path path_;
    std::ofstream out_;
    std::vector<std::uint64_t> begins_;
    std::uint64_t bytes_ = 0;
    std::size_t lists_ = 0;
};
}  // namespace gisa::segment
