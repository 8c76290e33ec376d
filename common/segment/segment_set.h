// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/catalog/catalog.h"
#include "common/segment/biword_lists.h"
#include "common/segment/document_table.h"
#include "common/segment/lexicon.h"
#include "common/segment/segment_use.h"

namespace gisa::segment {
/// The segments of one published state, opened as one Xapian database, with their lexicons.
/// Immutable files: no DatabaseModifiedError can come from them. One thread at a time.
class SegmentSet {
  public:
    /// Throws: ArchiveCorrupt when a segment is missing or damaged.
    SegmentSet(const std::filesystem::path& archive, const catalog::PublishedSet& published);

    /// All segments together; empty when the archive is. Copies share the handle.
    [[nodiscard]] const Xapian::Database& postings() const { return postings_; }

    /// Each by itself, in the order in which they were added to postings().
    [[nodiscard]] const std::vector<Xapian::Database>& segments() const { return segments_; }

    /// What the segment at that place of segments() keeps beside the words.
    [[nodiscard]] const DocumentTable& documents(std::size_t segment) const {
        return documents_[segment];
    }

    /// The place in segments() of one of them, or of Xapian's own handle to it.
    [[nodiscard]] std::size_t place_of(const Xapian::Database& segment) const;

    [[nodiscard]] const BiwordLists& biwords(std::size_t segment) const {
        return biwords_[segment];
    }

    /// As Lexicon::containing, over all segments with their counts added up.
    struct Word {
        std::string word;
        std::uint64_t articles = 0;
    };

    [[nodiscard]] std::vector<Word> words_containing(std::string_view piece, std::size_t limit)
        const;

    /// As Lexicon::walk, one segment after the other; false ends the walk through one of them.
    void walk_words(std::u16string_view from, const Lexicon::Visit& visit) const;

    /// In how many articles a term stands, hidden ones included. Throws: ArchiveCorrupt.
    [[nodiscard]] std::uint64_t articles_with(const std::string& term) const;

    /// Calls `visit` with each term that begins with `prefix` and its articles, ascending, until it
    /// returns false. Throws: ArchiveCorrupt.
    void walk_terms(
        std::string_view prefix,
        const std::function<bool(const std::string& term, std::uint64_t articles)>& visit
    ) const;

    /// Terms that begin in some way, the most frequent first.
    struct FrequentTerms {
        std::vector<std::string> terms;
        bool all = true;  ///< false: there are more
    };

    /// The `limit` most frequent of the terms that begin with `prefix` and that `wanted` says yes to;
    /// where very many do, of the first ones in the order of their bytes. Throws: ArchiveCorrupt.
    [[nodiscard]] FrequentTerms frequent_terms(
        std::string_view prefix,
        std::size_t limit,
        const std::function<bool(std::string_view term)>& wanted
    ) const;

    /// As Lexicon::bigram_articles, summed.
    [[nodiscard]] std::uint64_t bigram_articles(std::string_view bigram) const;

  private:
    std::vector<SegmentUse> uses_;
    std::vector<Xapian::Database> segments_;
    Xapian::Database postings_;
    std::vector<Lexicon> lexicons_;
    std::vector<BiwordLists> biwords_;
    std::vector<DocumentTable> documents_;
    std::map<std::string, std::size_t> places_;  ///< by the UUID of the postings
};

/// Opens one segment's database. Throws: ArchiveCorrupt.
[[nodiscard]] Xapian::Database open_postings(const std::filesystem::path& segment_folder);
}  // namespace gisa::segment
