// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "common/catalog/catalog.h"

namespace gisa::indexer {
/// What a run that prunes takes out when it publishes: articles that are gone from files that were
/// read, and those of files that are gone. Which ones, is asked when everything that was read is
/// visible: an article that moved to another file is seen there. Until then the files count as not
/// read to their end, so that the run after a kill asks the same again.
class Pruning {
  public:
    /// A file was read; `finished` as finish_source() takes it, nothing when it changed meanwhile.
    void add_read(
        const catalog::SourceRecord& source, const std::optional<catalog::SourceRecord>& finished
    );
    void add_vanished(std::vector<catalog::SourceRecord> sources);

    /// Belongs into the transaction that publishes the run; the number of articles removed.
    [[nodiscard]] std::uint64_t apply(catalog::Catalog& catalog, std::uint64_t run) const;

  private:
    struct ReadSource {
        catalog::SourceRecord source;
        std::optional<catalog::SourceRecord> finished;
    };

    std::vector<ReadSource> read_;
    std::vector<catalog::SourceRecord> vanished_;
};
}  // namespace gisa::indexer
