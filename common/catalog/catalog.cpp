// SPDX-License-Identifier: GPL-2.0-or-later
// Writing to the catalog: runs, articles, rejected records, publication. Reading is in reading.cpp
// and status.cpp. Each change is one transaction, or part of the one that begin() began.
#include "common/catalog/catalog.h"

#include <algorithm>

#include "common/catalog/catalog_impl.h"
#include "common/schema/calendar.h"

namespace gisa::catalog {
namespace {
std::int64_t now() {
    const auto instant = std::chrono::system_clock::now();
    return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
}

/// A day as the number YYYYMMDD.
std::int64_t day_number(std::chrono::year_month_day day) {
    const auto month = static_cast<unsigned>(day.month());
    const auto day_of_month = static_cast<unsigned>(day.day());
    return static_cast<int>(day.year()) * 10'000 + static_cast<int>(month * 100 + day_of_month);
}

bool same_hash(Blob stored, const ContentHash& hash) {
    return std::equal(stored.begin(), stored.end(), hash.begin(), hash.end());
}

/// A stored version of an article: which row, and whether it has the content asked about.
struct Version {
    Row row = 0;
    bool same = false;
};

std::optional<Version> version(Statement& statement, std::string_view id, const ContentHash& hash) {
    Use use(statement, id);
    if (!use.next()) {
        return std::nullopt;
    }
    return Version{use.integer(0), same_hash(use.blob(1), hash)};
}
}  // namespace

Catalog::Catalog(const std::filesystem::path& archive, Access access)
    : impl_(std::make_unique<Impl>(archive, access)) {}

Catalog::~Catalog() = default;
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;

std::uint64_t Catalog::begin_run(std::string_view command, std::string_view inputs) {
    Statement insert(
        impl_->database, "INSERT INTO runs (command, inputs, started) VALUES (?1, ?2, ?3)"
    );
    Use(insert, command, inputs, now()).run();
    return static_cast<std::uint64_t>(impl_->database.last_inserted_row());
}

void Catalog::finish_run(const RunReport& report) {
    Statement update(
        impl_->database,
        "UPDATE runs SET finished = ?2, added = ?3, replaced = ?4, unchanged = ?5, removed = ?6,"
        " rejected = ?7 WHERE run = ?1"
    );
    Use(update,
        report.run,
        now(),
        report.added,
        report.replaced,
        report.unchanged,
        report.removed,
        report.rejected)
        .run();
    if (impl_->database.changed_rows() != 1) {
        throw Error(
            ErrorCode::InvalidArgument,
            "there is no run " + std::to_string(report.run) + " to finish"
        );
    }
    if (!impl_->database.in_transaction()) {
        impl_->database.empty_log();
    }
}

void Catalog::begin() {
    if (impl_->database.in_transaction()) {
        throw Error(ErrorCode::InvalidArgument, "begin() was called twice without a commit()");
    }
    impl_->database.execute("BEGIN IMMEDIATE");
}

void Catalog::commit() {
    if (!impl_->database.in_transaction()) {
        throw Error(
            ErrorCode::StorageFailed,
            "the changes to " + impl_->database.file().string()
                + " were taken back after an earlier failure",
            "run this again"
        );
    }
    impl_->database.execute("COMMIT");
}

PutOutcome Catalog::put(const Article& article, std::uint64_t run) {
    if (article.id.empty()) {
        throw Error(ErrorCode::InvalidArgument, "an article needs an id");
    }
    const ContentHash hash = content_hash(article);
    Transaction transaction(impl_->database);
    const std::optional<Version> pending =
        version(impl_->statements.pending_version, article.id, hash);
    const std::optional<Version> visible =
        version(impl_->statements.visible_version, article.id, hash);

    PutOutcome outcome = pending || visible ? PutOutcome::Replaced : PutOutcome::Added;
    if (pending && pending->same) {
        outcome = PutOutcome::Unchanged;
    } else {
        if (pending) {
            impl_->drop_pending(pending->row);
        }
        if (visible && visible->same) {
            outcome = PutOutcome::Unchanged;
        } else {
            impl_->insert(article, hash, run);
        }
    }
    transaction.commit();
    return outcome;
}

Row Catalog::Impl::insert(const Article& article, const ContentHash& hash, std::uint64_t run) {
    std::optional<std::int64_t> published;
    std::optional<std::int64_t> day;
    if (article.published) {
        published = article.published->time_since_epoch().count();
        day = day_number(schema::seoul_day(*article.published));
    }
    const std::string sections = join_sections(article.sections);
    const auto text_bytes = static_cast<std::int64_t>(article.title.size() + article.body.size());
    Use(statements.insert_article,
        article.id,
        article.url,
        article.publisher,
        article.byline,
        sections,
        article.language,
        published,
        day,
        Blob(hash),
        text_bytes,
        run)
        .run();
    const Row row = database.last_inserted_row();
    const Blob body = packer.pack(article.body, packed_body);
    const Blob other_fields = packer.pack(article.other_fields, packed_fields);
    Use(statements.insert_texts, row, article.title, body, other_fields).run();
    return row;
}

void Catalog::Impl::drop_pending(Row row) {
    Use(statements.delete_texts, row).run();
    Use(statements.delete_article, row).run();
}

bool Catalog::remove(std::string_view article_id, std::uint64_t run) {
    Transaction transaction(impl_->database);
    std::optional<Row> pending;
    if (Use use(impl_->statements.pending_version, article_id); use.next()) {
        pending = use.integer(0);
    }
    if (pending) {
        impl_->drop_pending(*pending);
    }
    Use(impl_->statements.hide, article_id, run).run();
    const bool hidden = impl_->database.changed_rows() > 0;
    if (hidden) {
        Use(impl_->statements.grow_state).run();
    }
    transaction.commit();
    return pending || hidden;
}

void Catalog::reject(const RejectedRecord& record, std::uint64_t run) {
    Transaction transaction(impl_->database);
    Use(impl_->statements.insert_rejected,
        run,
        record.source,
        record.line,
        record.reason,
        record.text)
        .run();
    transaction.commit();
}

void Catalog::publish(const SegmentRecord& segment, const std::vector<Row>& rows) {
    if (segment.articles != rows.size()) {
        throw Error(
            ErrorCode::InvalidArgument,
            "segment " + std::to_string(segment.number) + " holds "
                + std::to_string(segment.articles) + " articles, but " + std::to_string(rows.size())
                + " rows were named"
        );
    }
    Transaction transaction(impl_->database);
    std::int64_t text_bytes = 0;
    for (const Row row : rows) {
        Use(impl_->statements.hide_replaced, row).run();
        Use show(impl_->statements.show, row, segment.number);
        if (!show.next()) {
            throw Error(
                ErrorCode::InvalidArgument, "row " + std::to_string(row) + " is not pending"
            );
        }
        text_bytes += show.integer(0);
        show.run();
    }
    impl_->insert_segment(segment, text_bytes);
    Use(impl_->statements.grow_state).run();
    transaction.commit();
}

void Catalog::Impl::insert_segment(const SegmentRecord& segment, std::int64_t text_bytes) {
    Statement insert(
        database,
        "INSERT INTO segments (number, articles, text_bytes, bytes, fingerprint)"
        " VALUES (?1, ?2, ?3, ?4, ?5)"
    );
    Use(insert, segment.number, segment.articles, text_bytes, segment.bytes, segment.fingerprint)
        .run();
}
}  // namespace gisa::catalog
