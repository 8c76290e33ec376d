// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "common/io/byte_source.h"
#include "indexer/read/article_reader.h"
#include "indexer/read/field_names.h"

namespace gisa::indexer {
/// An input format. A new one is a file that defines a Format beside its reader, and a line in the
/// table of formats().
struct Format {
    std::string_view name;
    /// Endings of file names, small letters, the ending of a compression taken off.
    std::span<const std::string_view> endings;
    /// Whether the first bytes (up to 4 KiB) of a source without such a name look like it.
    bool (*looks_like)(std::string_view first_bytes);
    /// `path` names the source in rejected records.
    std::unique_ptr<ArticleReader> (*open
    )(std::string path, std::unique_ptr<io::ByteSource> source, const FieldNames& names);
};

/// All formats, the likeliest first.
[[nodiscard]] std::span<const Format* const> formats();

/// Null when there is none of that name.
[[nodiscard]] const Format* format_named(std::string_view name);

/// By the file's name alone, whatever its letters' case: a.jsonl, A.JSONL.gz. Null when none fits.
[[nodiscard]] const Format* format_of_file(std::string_view path);

extern const Format kJsonLines;
}  // namespace gisa::indexer
