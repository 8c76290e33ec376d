// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include <gisa/article.h>
#include <gisa/indexer.h>

namespace gisa::indexer {
struct EndOfInput {};

/// "No more" and "this one was bad" are different values.
using ReadOutcome = std::variant<Article, RejectedRecord, EndOfInput>;

/// Reads articles from one source, in order. One thread at a time.
class ArticleReader {
  public:
    ArticleReader() = default;
    ArticleReader(const ArticleReader&) = delete;
    ArticleReader& operator=(const ArticleReader&) = delete;
    virtual ~ArticleReader() = default;
    /// The next article or rejected record. Throws: StorageFailed when the source cannot be read on.
    [[nodiscard]] virtual ReadOutcome next() = 0;
    /// Passes over records that an interrupted run has stored, as if next() had been called so often.
    virtual void skip(std::uint64_t records) = 0;
    /// Bytes of the source consumed so far (compressed ones for a compressed file).
    [[nodiscard]] virtual std::uint64_t bytes_read() const = 0;
};

/// One file to read, or standard input.
struct Source {
    std::string path;         ///< as given, or below a folder as given; "-" is standard input
    std::uint64_t bytes = 0;  ///< 0 when unknown
};

/// The files behind the inputs, each folder's files in byte order of their paths; files of unknown
/// kind inside a folder are left out. Throws: InputNotFound for a missing path, or a folder without any article file.
[[nodiscard]] std::vector<Source> list_sources(const std::vector<std::string>& inputs);

/// Throws what list_sources() would throw of missing paths, without looking into folders.
void check_inputs(const std::vector<std::string>& inputs);

/// Throws what open_source() would throw of the options: asked before a run begins.
void check_options(const AddOptions& options);

/// Opens a source with the format asked for or guessed. Throws: InvalidArgument for an unknown
/// format or field name; InputNotFound, StorageFailed.
[[nodiscard]] std::unique_ptr<ArticleReader> open_source(
    const Source& source, const AddOptions& options
);

/// Reads the one record that was rejected before. Throws as open_source().
[[nodiscard]] ReadOutcome read_record(const RejectedRecord& record, const AddOptions& options);
}  // namespace gisa::indexer
