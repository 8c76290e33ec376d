// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/document_files.h"

#include <cstdint>

#include "common/segment/document_table.h"

namespace gisa::indexer {
void write_documents(const std::filesystem::path& file, std::span<const InvertedBatch> batches) {
    std::vector<segment::DocumentRecords> parts;
    parts.reserve(batches.size());
    for (const InvertedBatch& batch : batches) {
        parts.push_back({batch.summary.documents, [&batch](std::uint32_t document) {
                             return batch.records[document - 1];
                         }});
    }
    segment::write_document_table(file, parts);
}

void merge_documents(
    const std::vector<std::filesystem::path>& files, const std::filesystem::path& merged
) {
    const std::vector<segment::DocumentTable> tables(files.begin(), files.end());
    std::vector<segment::DocumentRecords> parts;
    parts.reserve(tables.size());
    for (const segment::DocumentTable& table : tables) {
        parts.push_back({table.documents(), [&table](std::uint32_t document) {
                             return table.record(document);
                         }});
    }
    segment::write_document_table(merged, parts);
}
}  // namespace gisa::indexer
