// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/schema/biwords.h"
#include "common/segment/document_table.h"
#include "indexer/analyze/article_analyzer.h"
#include "indexer/write/posting_list.h"

namespace gisa::indexer {
/// What a database says of all its documents together.
struct DocumentSummary {
    std::uint32_t documents = 0;
    std::uint64_t length = 0;    ///< in words, of all of them
    std::uint32_t shortest = 0;  ///< of those that have words
    std::uint32_t longest = 0;
    std::uint32_t most_occurrences = 0;  ///< of one term in one document

    void add(const DocumentSummary& more);
};

/// A batch of articles turned around: from each term to its documents, which are numbered from 1.
struct InvertedBatch {
    std::string terms;    ///< each with its list, ascending; for TermReader
    std::string biwords;  ///< how many documents have each, and which; for BiwordReader
    PostingList lengths;
    std::vector<segment::DocumentRecord> records;  ///< of each document
    DocumentSummary summary;
};

/// Turns articles around. One thread at a time.
class Inverter {
  public:
    /// The article's terms are numbers of `numbers`.
    void add(const AnalyzedArticle& article);

    [[nodiscard]] InvertedBatch finish(const TermNumbers& numbers) &&;

  private:
    void append(TermNumber term, std::uint32_t count);

    void pack_biwords();

    std::vector<PostingList> lists_;  ///< by number
    /// Those of each document; a biword in the upper half, the document in the lower.
    std::vector<std::uint64_t> biwords_;
    InvertedBatch batch_;
};

/// Walks through the biwords of a batch, which it must not outlive.
class BiwordReader {
  public:
    explicit BiwordReader(const InvertedBatch& batch) : bytes_(batch.biwords) {}

    /// Appends the documents of the next biword, at first of 0, numbered from behind `offset`.
    void next(std::uint32_t offset, std::vector<std::uint32_t>& documents);

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
};

/// Walks through the terms of a batch, which it must not outlive.
class TermReader {
  public:
    explicit TermReader(const InvertedBatch& batch) : bytes_(batch.terms) {}

    /// Moves to the next term, at first to the first; false when there is none.
    bool next();

    [[nodiscard]] std::string_view term() const { return term_; }

    [[nodiscard]] const PostingList& list() const { return list_; }

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    std::string_view term_;
    PostingList list_;
};
}  // namespace gisa::indexer
