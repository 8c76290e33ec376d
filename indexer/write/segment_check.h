// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/catalog/catalog.h"
#include "indexer/analyze/article_analyzer.h"

namespace gisa::indexer {
/// Runs Xapian's own check over every block of a segment; empty when it finds nothing.
[[nodiscard]] std::string engine_findings(const std::filesystem::path& segment_folder);

/// Looks into a published segment. One thread at a time.
class SegmentContent {
  public:
    /// Throws: ArchiveCorrupt.
    explicit SegmentContent(const std::filesystem::path& segment_folder);
    ~SegmentContent();
    SegmentContent(const SegmentContent&) = delete;
    SegmentContent& operator=(const SegmentContent&) = delete;

    /// The rows of its articles, in their order in the segment, which is ascending.
    [[nodiscard]] const std::vector<catalog::Row>& rows() const;

    /// The first term of an article under which the segment does not hold it, or holds it with
    /// another count; empty when there is none. Throws: ArchiveCorrupt.
    [[nodiscard]] std::string missing_term(
        const AnalyzedArticle& article, const TermNumbers& numbers
    ) const;

    /// Whether the segment has the article under each of its biwords. Throws: ArchiveCorrupt.
    [[nodiscard]] bool has_biwords(const AnalyzedArticle& article) const;

    /// Whether what the segment keeps of the article beside its words is what it should.
    [[nodiscard]] bool has_record(const AnalyzedArticle& article) const;

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};
}  // namespace gisa::indexer
