// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <gisa/indexer.h>

#include "common/catalog/catalog.h"

namespace gisa::indexer {
/// A source that is about to be read, and what of it need not be read again.
struct SourceVisit {
    enum class Kind : std::uint8_t {
        Anew,
        Resumed,    ///< an interrupted run has stored record.records of it
        Unchanged,  ///< nothing to read
    };
    Kind kind = Kind::Anew;
    /// Without a number for what cannot be remembered: standard input, a pipe.
    catalog::SourceRecord record;
};

/// Looks at a source and at what the catalog remembers of it, and notes that it is being read. A
/// file is unchanged when its size and time are, or else its content, and it was read to its end in
/// the same way. Throws: StorageFailed.
[[nodiscard]] SourceVisit begin_visit(
    catalog::Catalog& catalog, const std::string& path, const AddOptions& options, std::uint64_t run
);

/// A source that was read to its end, as Catalog::finish_source() takes it; nothing when it has
/// changed meanwhile or cannot be remembered. Throws: StorageFailed.
[[nodiscard]] std::optional<catalog::SourceRecord> end_visit(const SourceVisit& visit);

/// Files that articles were read from below the folders among the inputs, and that are there no more.
[[nodiscard]] std::vector<catalog::SourceRecord> vanished_sources(
    const catalog::Catalog& catalog, const std::vector<std::string>& inputs
);
}  // namespace gisa::indexer
