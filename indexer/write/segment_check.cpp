// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/segment_check.h"

#include <algorithm>
#include <numeric>
#include <sstream>

#include <xapian.h>

#include "common/messages/tr.h"
#include "common/segment/biword_lists.h"
#include "common/segment/document_table.h"
#include "common/segment/segment_files.h"
#include "common/segment/segment_set.h"
#include "common/segment/xapian_guard.h"

namespace gisa::indexer {
using segment::guarded;

namespace {
constexpr const char* kReading = tr_later("reading %1");
}

std::string engine_findings(const std::filesystem::path& segment_folder) {
    const std::filesystem::path file = segment_folder / segment::kPostingsFile;
    std::ostringstream findings;
    try {
        const std::size_t errors = guarded(tr_later("checking %1"), file, [&] {
            return Xapian::Database::check(file.string(), 0, &findings);
        });
        return errors == 0 ? std::string() : tr("Xapian finds %1", {findings.str()});
    } catch (const Error& error) {
        return error.what();
    }
}

class SegmentContent::Impl {
  public:
    explicit Impl(const std::filesystem::path& segment_folder)
        : folder(segment_folder),
          postings(segment::open_postings(folder)),
          biwords(folder / segment::kBiwordsFile),
          documents(folder / segment::kDocumentsFile) {
        for (std::uint32_t document = 1; document <= documents.documents(); ++document) {
            rows.push_back(documents.row(document));
        }
    }

    [[nodiscard]] bool holds(const std::string& term, Xapian::docid document, std::uint32_t count)
        const {
        auto posting = postings.postlist_begin(term);
        if (posting == postings.postlist_end(term)) {
            return false;
        }
        posting.skip_to(document);
        return posting != postings.postlist_end(term) && *posting == document
               && posting.get_wdf() == count;
    }

    std::filesystem::path folder;
    Xapian::Database postings;
    segment::BiwordLists biwords;
    segment::DocumentTable documents;
    std::vector<catalog::Row> rows;
};

SegmentContent::SegmentContent(const std::filesystem::path& segment_folder)
    : impl_(std::make_unique<Impl>(segment_folder)) {}

SegmentContent::~SegmentContent() = default;

const std::vector<catalog::Row>& SegmentContent::rows() const {
    return impl_->rows;
}

std::string SegmentContent::missing_term(const AnalyzedArticle& article, const TermNumbers& numbers)
    const {
    const Xapian::docid document = impl_->documents.find(article.row);
    return guarded(kReading, impl_->folder, [&]() -> std::string {
        for (const AnalyzedArticle::Term& term : article.terms) {
            std::string word(numbers.term(term.number));
            if (document == 0 || !impl_->holds(word, document, term.count)) {
                return word;
            }
        }
        return {};
    });
}

bool SegmentContent::has_biwords(const AnalyzedArticle& article) const {
    const Xapian::docid document = impl_->documents.find(article.row);
    return std::all_of(article.biwords.begin(), article.biwords.end(), [&](schema::Biword biword) {
        const segment::Documents with = impl_->biwords.with(biword);
        return std::binary_search(with.begin(), with.end(), document);
    });
}

bool SegmentContent::has_record(const AnalyzedArticle& article) const {
    const Xapian::docid document = impl_->documents.find(article.row);
    if (document == 0) {
        return false;
    }
    const segment::DocumentRecord record = impl_->documents.record(document);
    const std::uint64_t words = std::accumulate(
        article.terms.begin(),
        article.terms.end(),
        std::uint64_t{0},
        [](std::uint64_t sum, const AnalyzedArticle::Term& term) { return sum + term.count; }
    );
    return record.published == article.published && record.length == words
           && record.story == article.story
           && record.title_letters
                  == std::min<std::size_t>(article.title_letters, segment::kMostTitleLetters);
}
}  // namespace gisa::indexer
