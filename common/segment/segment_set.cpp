// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/segment/segment_set.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <unordered_map>
#include <utility>

#include <gisa/error.h>

#include "common/messages/tr.h"
#include "common/segment/segment_files.h"
#include "common/segment/xapian_guard.h"

namespace gisa::segment {
namespace {
/// Whether the database is at fault and not the disk, whose failures come with a reason of the
/// system: an opening error is also a new file that could not be made.
bool is_damage(const Xapian::Error& error) {
    const std::string_view type = error.get_type();
    if (type == "DatabaseCorruptError" || type == "DatabaseVersionError") {
        return true;
    }
    const char* const reason = error.get_error_string();
    return (type == "DatabaseOpeningError" || type == "DatabaseNotFoundError")
           && (reason == nullptr || reason == std::generic_category().message(ENOENT));
}

void check_count(const std::filesystem::path& file, std::uint64_t held, std::uint64_t articles) {
    if (held != articles) {
        throw Error(
            ErrorCode::ArchiveCorrupt,
            tr("%1 holds %2 articles where the catalog says %3",
               {file.string(), std::to_string(held), std::to_string(articles)}),
            tr("`gisa-index rebuild` makes it again from the catalog")
        );
    }
}
}  // namespace

Error translated(const Xapian::Error& error, const char* doing, std::string_view path) {
    const std::string what =
        tr("Xapian failed while %1: %2", {tr(doing, {path}), error.get_description()});
    if (is_damage(error)) {
        return {
            ErrorCode::ArchiveCorrupt,
            what,
            tr("`gisa-index rebuild` makes it again from the catalog")};
    }
    return {
        ErrorCode::StorageFailed,
        what,
        tr("check free space and permissions, then run this again")};
}

Xapian::Database open_postings(const std::filesystem::path& segment_folder) {
    return guarded(tr_later("opening the segment %1"), segment_folder, [&] {
        return Xapian::Database((segment_folder / kPostingsFile).string());
    });
}

SegmentSet::SegmentSet(
    const std::filesystem::path& archive, const catalog::PublishedSet& published
) {
    for (const catalog::SegmentRecord& segment : published.segments) {
        const std::filesystem::path folder = segment_folder(archive, segment.number);
        uses_.emplace_back(folder);
        const Xapian::Database postings = open_postings(folder);
        documents_.emplace_back(folder / kDocumentsFile);
        // Documents are numbered without gaps, so that all files of a segment count alike.
        check_count(folder / kPostingsFile, postings.get_doccount(), segment.articles);
        check_count(folder / kPostingsFile, postings.get_lastdocid(), segment.articles);
        check_count(folder / kDocumentsFile, documents_.back().documents(), segment.articles);
        places_.emplace(postings.get_uuid(), segments_.size());
        postings_.add_database(postings);
        segments_.push_back(postings);
        lexicons_.emplace_back(folder / kLexiconFile);
        biwords_.emplace_back(folder / kBiwordsFile);
    }
}

std::size_t SegmentSet::place_of(const Xapian::Database& segment) const {
    return places_.at(segment.get_uuid());
}

std::vector<SegmentSet::Word> SegmentSet::words_containing(
    std::string_view piece, std::size_t limit
) const {
    std::unordered_map<std::string, std::uint64_t> counts;
    for (const Lexicon& lexicon : lexicons_) {
        for (LexiconWord& word : lexicon.containing(piece, limit)) {
            counts[std::move(word.word)] += word.articles;
        }
    }
    std::vector<Word> words;
    words.reserve(counts.size());
    for (const auto& [word, articles] : counts) {
        words.push_back({word, articles});
    }
    std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
        return a.articles != b.articles ? a.articles > b.articles : a.word < b.word;
    });
    words.resize(std::min(words.size(), limit));
    return words;
}

void SegmentSet::walk_words(std::u16string_view from, const Lexicon::Visit& visit) const {
    for (const Lexicon& lexicon : lexicons_) {
        lexicon.walk(from, visit);
    }
}

std::uint64_t SegmentSet::articles_with(const std::string& term) const {
    return uses_.empty()
               ? 0
               : guarded(tr_later("counting"), [&] { return postings_.get_termfreq(term); });
}

void SegmentSet::walk_terms(
    std::string_view prefix,
    const std::function<bool(const std::string& term, std::uint64_t articles)>& visit
) const {
    guarded(tr_later("reading the archive's terms"), [&] {
        const std::string begin(prefix);
        for (auto term = postings_.allterms_begin(begin); term != postings_.allterms_end(begin);
             ++term) {
            if (!visit(*term, term.get_termfreq())) {
                return;
            }
        }
    });
}

SegmentSet::FrequentTerms SegmentSet::frequent_terms(
    std::string_view prefix,
    std::size_t limit,
    const std::function<bool(std::string_view term)>& wanted
) const {
    constexpr std::size_t kMostLookedAt = 50'000;
    std::vector<std::pair<std::uint64_t, std::string>> found;
    std::size_t looked_at = 0;
    bool all = true;
    walk_terms(prefix, [&](const std::string& term, std::uint64_t articles) {
        all = looked_at++ < kMostLookedAt;
        if (all && wanted(term)) {
            found.emplace_back(articles, term);
        }
        return all;
    });
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first > b.first;
    });
    FrequentTerms frequent{.terms = {}, .all = all && found.size() <= limit};
    for (std::size_t i = 0; i < std::min(found.size(), limit); ++i) {
        frequent.terms.push_back(std::move(found[i].second));
    }
    return frequent;
}

std::uint64_t SegmentSet::bigram_articles(std::string_view bigram) const {
    std::uint64_t sum = 0;
    for (const Lexicon& lexicon : lexicons_) {
        sum += lexicon.bigram_articles(bigram);
    }
    return sum;
}
}  // namespace gisa::segment
