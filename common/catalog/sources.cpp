// SPDX-License-Identifier: GPL-2.0-or-later
// The files that articles come from.
#include <cstring>

#include "common/catalog/catalog_impl.h"

namespace gisa::catalog {
namespace {
SourceRecord source_record(const Use& use) {
    SourceRecord record;
    record.number = use.integer(0);
    record.path = use.text(1);
    record.bytes = use.count(2);
    record.modified = use.integer(3);
    const Blob hash = use.blob(4);
    if (io::FileHash content_hash{}; hash.size() == content_hash.size()) {
        std::memcpy(content_hash.data(), hash.data(), hash.size());
        record.content_hash = content_hash;
    }
    record.options = use.text(5);
    record.records = use.count(6);
    record.articles = use.count(7);
    record.reading = use.count(8);
    return record;
}
}  // namespace

std::optional<SourceRecord> Catalog::source(const std::string& path) const {
    Statement select(
        impl_->database,
        "SELECT source, path, bytes, modified, content_hash, options, records, articles,"
        " reading FROM sources WHERE path = ?1"
    );
    Use use(select, path);
    return use.next() ? std::optional(source_record(use)) : std::nullopt;
}

std::vector<SourceRecord> Catalog::sources_below(const std::string& folder) const {
    // What begins with "folder/" sorts from there to "folder0", 0 being the character after /.
    Statement select(
        impl_->database,
        "SELECT source, path, bytes, modified, content_hash, options, records, articles,"
        " reading FROM sources"
        " WHERE path > ?1 || '/' AND path < ?1 || '0' ORDER BY path"
    );
    const std::string base = folder == "/" ? "" : folder;
    std::vector<SourceRecord> records;
    for (Use use(select, base); use.next();) {
        records.push_back(source_record(use));
    }
    return records;
}

SourceNumber Catalog::begin_source(const SourceRecord& source, std::uint64_t run) {
    Transaction transaction(impl_->database);
    if (source.records == 0) {
        Statement forget(impl_->database, "DELETE FROM rejected WHERE source = ?1");
        Use(forget, source.path).run();
    }
    Statement insert(
        impl_->database,
        "INSERT INTO sources (path, bytes, modified, content_hash, options, records, articles,"
        " reading, run)"
        " VALUES (?1, ?2, ?3, x'', ?4, ?5, ?6, ?7, ?8)"
        " ON CONFLICT (path) DO UPDATE SET bytes = ?2, modified = ?3, content_hash = x'',"
        " options = ?4, records = ?5, articles = ?6, reading = ?7, run = ?8 RETURNING source"
    );
    Use use(
        insert,
        source.path,
        source.bytes,
        source.modified,
        source.options,
        source.records,
        source.articles,
        source.reading,
        run
    );
    const SourceNumber number = use.next() ? use.integer(0) : 0;
    use.run();
    transaction.commit();
    return number;
}

void Catalog::advance_source(const SourceRecord& source) {
    Use(impl_->statements.advance_source, source.number, source.records, source.articles).run();
}

void Catalog::finish_source(const SourceRecord& source, std::uint64_t run) {
    Statement update(
        impl_->database,
        "UPDATE sources SET bytes = ?2, modified = ?3, content_hash = ?4, run = ?5"
        " WHERE source = ?1"
    );
    Use(update, source.number, source.bytes, source.modified, Blob(source.content_hash.value()), run
    )
        .run();
}

std::vector<std::string> Catalog::unseen_ids(const SourceRecord& source) const {
    return impl_->ids_of(source.number, static_cast<std::int64_t>(source.reading));
}

std::vector<std::string> Catalog::ids_of_source(SourceNumber source) const {
    constexpr std::int64_t kNoReading = 0;
    return impl_->ids_of(source, kNoReading);
}

std::vector<std::string> Catalog::Impl::ids_of(SourceNumber source, std::int64_t except_reading) {
    Statement select(
        database, "SELECT id FROM articles WHERE state IN (0, 1) AND source = ?1 AND reading <> ?2"
    );
    std::vector<std::string> ids;
    for (Use use(select, source, except_reading); use.next();) {
        ids.emplace_back(use.text(0));
    }
    return ids;
}

void Catalog::forget_source(SourceNumber source) {
    Transaction transaction(impl_->database);
    Statement forget_rejected(
        impl_->database,
        "DELETE FROM rejected WHERE source = (SELECT path FROM sources WHERE source = ?1)"
    );
    Use(forget_rejected, source).run();
    Statement forget(impl_->database, "DELETE FROM sources WHERE source = ?1");
    Use(forget, source).run();
    transaction.commit();
}
}  // namespace gisa::catalog
