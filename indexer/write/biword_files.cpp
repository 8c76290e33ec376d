// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/biword_files.h"

#include <cstdint>

#include "common/segment/biword_lists.h"

namespace gisa::indexer {
void write_biwords(const std::filesystem::path& file, std::span<const InvertedBatch> batches) {
    std::vector<BiwordReader> readers(batches.begin(), batches.end());
    segment::BiwordListsWriter writer(file);
    segment::Documents documents;
    std::uint32_t all = 0;
    for (std::size_t biword = 0; biword < schema::kBiwords; ++biword) {
        documents.clear();
        all = 0;
        for (std::size_t i = 0; i < batches.size(); ++i) {
            readers[i].next(all, documents);
            all += batches[i].summary.documents;
        }
        writer.add(documents);
    }
    writer.finish(all);
}

void merge_biwords(
    const std::vector<std::filesystem::path>& files, const std::filesystem::path& merged
) {
    const std::vector<segment::BiwordLists> parts(files.begin(), files.end());
    segment::BiwordListsWriter writer(merged);
    segment::Documents documents;
    std::uint64_t all = 0;
    for (std::size_t biword = 0; biword < schema::kBiwords; ++biword) {
        documents.clear();
        all = 0;
        for (const segment::BiwordLists& part : parts) {
            for (const std::uint32_t document : part.with(static_cast<schema::Biword>(biword))) {
                documents.push_back(static_cast<std::uint32_t>(all) + document);
            }
            all += part.documents();
        }
        writer.add(documents);
    }
    writer.finish(all);
}
}  // namespace gisa::indexer
