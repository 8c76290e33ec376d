// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/biword_files.h"

#include <cstdint>

#include "common/segment/biword_lists.h"

namespace gisa::indexer {
namespace {
/// Writes for each biword, from 0 on, what the parts have, their documents one behind the other.
/// A part appends those of the next biword, numbered from behind an offset.
template <typename Part>
void write_lists(const std::filesystem::path& file, std::vector<Part>& parts) {
    segment::BiwordListsWriter writer(file);
    segment::Documents documents;
    std::uint32_t all = 0;
    for (std::size_t biword = 0; biword < schema::kBiwords; ++biword) {
        documents.clear();
        all = 0;
        for (Part& part : parts) {
            part.append_next(all, documents);
            all += part.documents();
        }
        writer.add(documents);
    }
    writer.finish(all);
}

class BatchPart {
  public:
    explicit BatchPart(const InvertedBatch& batch)
        : reader_(batch),
          documents_(batch.summary.documents) {}

    void append_next(std::uint32_t offset, segment::Documents& documents) {
        reader_.next(offset, documents);
    }

    [[nodiscard]] std::uint32_t documents() const { return documents_; }

  private:
    BiwordReader reader_;
    std::uint32_t documents_;
};

class FilePart {
  public:
    explicit FilePart(const std::filesystem::path& file) : lists_(file) {}

    void append_next(std::uint32_t offset, segment::Documents& documents) {
        for (const std::uint32_t document : lists_.with(next_++)) {
            documents.push_back(offset + document);
        }
    }

    [[nodiscard]] std::uint32_t documents() const {
        return static_cast<std::uint32_t>(lists_.documents());
    }

  private:
    segment::BiwordLists lists_;
    schema::Biword next_ = 0;
};
}  // namespace

void write_biwords(const std::filesystem::path& file, std::span<const InvertedBatch> batches) {
    std::vector<BatchPart> parts(batches.begin(), batches.end());
    write_lists(file, parts);
}

void merge_biwords(
    const std::vector<std::filesystem::path>& files, const std::filesystem::path& merged
) {
    std::vector<FilePart> parts(files.begin(), files.end());
    write_lists(merged, parts);
}
}  // namespace gisa::indexer
