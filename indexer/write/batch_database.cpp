// SPDX-License-Identifier: GPL-2.0-or-later
//
// Everything that writes through Xapian. After any exception from it the handle is dropped and
// nothing more is asked of it: a second commit would "succeed" and write nothing.
#include "indexer/write/batch_database.h"

#include <sstream>
#include <string>

#include <xapian.h>

#include <gisa/error.h>

#include "common/schema/terms.h"
#include "common/segment/lexicon.h"
#include "common/segment/xapian_guard.h"

namespace gisa::indexer {
using segment::guarded;

class BatchDatabase::Impl {
  public:
    std::filesystem::path folder;
    Xapian::WritableDatabase database;
};

BatchDatabase::BatchDatabase(const std::filesystem::path& folder)
    : impl_(std::make_unique<Impl>()) {
    constexpr int kFlags = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS
                           | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST;
    impl_->folder = folder;
    impl_->database = guarded("creating " + folder.string(), [&] {
        return Xapian::WritableDatabase(folder.string(), kFlags);
    });
    // Xapian commits an unfinished database when it is destroyed, except inside a transaction.
    guarded("creating " + folder.string(), [&] { impl_->database.begin_transaction(true); });
}

BatchDatabase::~BatchDatabase() = default;

void BatchDatabase::add(const AnalyzedArticle& article) {
    guarded("writing " + impl_->folder.string(), [&] {
        Xapian::Document document;
        for (const std::string& filter : article.filters) {
            document.add_boolean_term(filter);
        }
        for (const AnalyzedArticle::Term& term : article.terms) {
            document.add_term(term.term, term.count);
        }
        document.add_value(schema::kRowSlot, schema::row_value(article.row));
        if (article.published) {
            document.add_value(schema::kPublishedSlot, schema::published_value(*article.published));
        }
        impl_->database.add_document(document);
    });
}

void BatchDatabase::finish() {
    guarded("writing " + impl_->folder.string(), [&] {
        impl_->database.commit_transaction();
        impl_->database.close();
    });
}

void compact(
    const std::vector<std::filesystem::path>& databases, const std::filesystem::path& file
) {
    guarded("compacting " + file.string(), [&] {
        Xapian::Database all;
        for (const std::filesystem::path& database : databases) {
            all.add_database(Xapian::Database(database.string()));
        }
        all.compact(file.string(), Xapian::DBCOMPACT_SINGLE_FILE | Xapian::DBCOMPACT_MULTIPASS);
    });
}

void check_compacted(const std::filesystem::path& file, std::uint64_t documents) {
    guarded("checking " + file.string(), [&] {
        std::ostringstream findings;
        const std::size_t errors = Xapian::Database::check(file.string(), 0, &findings);
        const Xapian::Database database(file.string());
        if (errors != 0 || database.get_doccount() != documents) {
            throw Error(
                ErrorCode::ArchiveCorrupt,
                "the new segment " + file.string() + " is damaged: " + findings.str(),
                "nothing of it was published; check the disk and run this again"
            );
        }
    });
}

void write_lexicon(const std::filesystem::path& database, const std::filesystem::path& file) {
    segment::LexiconWriter lexicon;
    guarded("reading the words of " + database.string(), [&] {
        const Xapian::Database postings(database.string());
        for (auto term = postings.allterms_begin(); term != postings.allterms_end(); ++term) {
            lexicon.add(*term, term.get_termfreq());
        }
    });
    lexicon.write(file);
}
}  // namespace gisa::indexer
