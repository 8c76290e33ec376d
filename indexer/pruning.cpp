// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/pruning.h"

#include <string>
#include <utility>

namespace gisa::indexer {
namespace {
std::uint64_t remove_all(
    catalog::Catalog& catalog, const std::vector<std::string>& ids, std::uint64_t run
) {
    std::uint64_t removed = 0;
    for (const std::string& id : ids) {
        removed += catalog.remove(id, run) ? 1 : 0;
    }
    return removed;
}
}  // namespace

void Pruning::add_read(
    const catalog::SourceRecord& source, const std::optional<catalog::SourceRecord>& finished
) {
    read_.push_back({source, finished});
}

void Pruning::add_vanished(std::vector<catalog::SourceRecord> sources) {
    vanished_ = std::move(sources);
}

std::uint64_t Pruning::apply(catalog::Catalog& catalog, std::uint64_t run) const {
    std::uint64_t removed = 0;
    for (const ReadSource& one : read_) {
        removed += remove_all(catalog, catalog.unseen_ids(one.source), run);
        if (one.finished) {
            catalog.finish_source(*one.finished, run);
        }
    }
    for (const catalog::SourceRecord& source : vanished_) {
        removed += remove_all(catalog, catalog.ids_of_source(source.number), run);
        catalog.forget_source(source.number);
    }
    return removed;
}
}  // namespace gisa::indexer
