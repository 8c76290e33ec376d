// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/catalog/catalog.h"
#include "common/io/mapped_file.h"
#include "common/schema/story.h"

namespace gisa::segment {
/// What a segment keeps of each of its documents, beside the words.
struct DocumentRecord {
    catalog::Row row = 0;  ///< the article's in the catalog; documents ascend by their rows
    std::optional<std::chrono::sys_seconds> published;
    std::uint32_t length = 0;         ///< in words, as Xapian counts them
    std::uint32_t title_letters = 0;  ///< bytes of letters in its title, held to kMostTitleLetters
    std::string story;                ///< schema::StorySketcher's
};

inline constexpr std::uint32_t kMostTitleLetters = 255;

/// The documents' records in columns of fixed width, mapped into memory: one is read in the time of
/// a look at it, whichever was read before. Documents are numbered from 1 to documents(); no other
/// may be asked for. Safe to share between threads.
///
/// The file, little-endian, in this order:
///   header   magic "GISADOC1", the number of documents                        2 × 8 bytes
///   columns  of rows, instants (seconds since 1970), lengths and title letters: the least number,
///            and the bytes that each takes                                    4 × 2 × 8 bytes
///   numbers  column after column: 0 for none, else one more than what a number exceeds the least by
///   stories  of each document 16 bytes; those that a sketch lacks are zeros
class DocumentTable {
  public:
    /// Throws: ArchiveCorrupt when the file is missing or not whole.
    explicit DocumentTable(const std::filesystem::path& file);

    [[nodiscard]] std::uint32_t documents() const { return documents_; }

    [[nodiscard]] catalog::Row row(std::uint32_t document) const {
        return number(kRow, document).value_or(0);
    }

    [[nodiscard]] std::optional<std::chrono::sys_seconds> published(std::uint32_t document) const {
        const std::optional<std::int64_t> seconds = number(kPublished, document);
        return seconds ? std::optional(std::chrono::sys_seconds(std::chrono::seconds(*seconds)))
                       : std::nullopt;
    }

    [[nodiscard]] std::uint32_t length(std::uint32_t document) const {
        return static_cast<std::uint32_t>(number(kLength, document).value_or(0));
    }

    [[nodiscard]] std::uint32_t title_letters(std::uint32_t document) const {
        return static_cast<std::uint32_t>(number(kTitleLetters, document).value_or(0));
    }

    /// Lies in the table.
    [[nodiscard]] std::string_view story(std::uint32_t document) const;

    /// The document of a row; 0 when there is none.
    [[nodiscard]] std::uint32_t find(catalog::Row row) const;

    /// All that is known of a document.
    [[nodiscard]] DocumentRecord record(std::uint32_t document) const;

  private:
    static constexpr std::size_t kRow = 0;
    static constexpr std::size_t kPublished = 1;
    static constexpr std::size_t kLength = 2;
    static constexpr std::size_t kTitleLetters = 3;
    static constexpr std::size_t kColumns = 4;

    struct Column {
        const char* begin = nullptr;
        std::int64_t least = 0;
        std::uint64_t width = 0;  ///< bytes of a number
        std::uint64_t mask = 0;   ///< those bytes of eight
    };

    /// Eight bytes are read, whatever the width: the stories lie behind the last number.
    [[nodiscard]] std::optional<std::int64_t> number(std::size_t which, std::uint32_t document)
        const {
        const Column& column = columns_[which];
        std::uint64_t stored = 0;
        std::memcpy(&stored, column.begin + (document - 1) * column.width, sizeof stored);
        stored &= column.mask;
        return stored == 0 ? std::nullopt
                           : std::optional(static_cast<std::int64_t>(
                               static_cast<std::uint64_t>(column.least) + stored - 1
                           ));
    }

    std::unique_ptr<const io::MappedFile> file_;
    std::uint32_t documents_ = 0;
    std::array<Column, kColumns> columns_;
    const char* stories_ = nullptr;
};

/// Documents whose records are written.
struct DocumentRecords {
    std::uint32_t documents = 0;
    std::function<DocumentRecord(std::uint32_t document)> record;  ///< from 1 on
};

/// Writes such a file of documents put one behind the other, in little memory; each record is asked
/// for several times. The file is not fsynced. Throws: StorageFailed.
void write_document_table(
    const std::filesystem::path& file, const std::vector<DocumentRecords>& parts
);
}  // namespace gisa::segment
