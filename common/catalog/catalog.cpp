// SPDX-License-Identifier: GPL-2.0-or-later
// Storing and removing articles. Each change is one transaction, or part of the one that begin()
// began.
#include "common/catalog/catalog.h"

#include <algorithm>

#include "common/catalog/catalog_impl.h"
#include "common/messages/tr.h"
#include "common/schema/calendar.h"

namespace gisa::catalog {
namespace {
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

/// As articles.day has it.
std::int64_t day_of(std::optional<std::chrono::sys_seconds> published) {
    return published
               ? std::chrono::sys_days(schema::seoul_day(*published)).time_since_epoch().count()
               : kNoDay;
}
}  // namespace

Catalog::Catalog(const std::filesystem::path& archive, Access access)
    : impl_(std::make_unique<Impl>(archive, access)) {}

Catalog::~Catalog() = default;
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;

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
            tr("the changes to %1 were taken back after an earlier failure",
               {impl_->database.file().string()}),
            tr("run this again")
        );
    }
    impl_->renew_dictionary();
    impl_->database.execute("COMMIT");
}

Changes::Changes(Catalog& catalog)
    : transaction_(std::make_unique<Transaction>(catalog.impl_->database)) {}

Changes::~Changes() = default;

void Changes::commit() {
    transaction_->commit();
}

PutOutcome Catalog::put(const Article& article, std::uint64_t run, const SourceRecord& source) {
    if (article.id.empty()) {
        throw Error(ErrorCode::InvalidArgument, "an article needs an id");
    }
    if (Use use(impl_->statements.is_taken_down, article.id); use.next()) {
        return PutOutcome::TakenDown;
    }
    const ContentHash hash = content_hash(article);
    Transaction transaction(impl_->database);
    const std::optional<Version> pending =
        version(impl_->statements.pending_version, article.id, hash);
    const std::optional<Version> visible =
        version(impl_->statements.visible_version, article.id, hash);

    PutOutcome outcome = PutOutcome::Unchanged;
    std::optional<Row> unchanged;
    if (pending && pending->same) {
        unchanged = pending->row;
    } else {
        if (pending) {
            Use(impl_->statements.give_way, pending->row, run).run();
        }
        if (visible && visible->same) {
            unchanged = visible->row;
        } else {
            impl_->insert(article, hash, run, source);
            outcome = pending || visible ? PutOutcome::Replaced : PutOutcome::Added;
        }
    }
    if (unchanged && source.number != 0) {
        Use(impl_->statements.see_again, *unchanged, source.number, source.reading).run();
    }
    transaction.commit();
    return outcome;
}

Row Catalog::Impl::insert(
    const Article& article, const ContentHash& hash, std::uint64_t run, const SourceRecord& source
) {
    std::optional<std::int64_t> published;
    if (article.published) {
        published = article.published->time_since_epoch().count();
    }
    const std::string sections = join_lines(article.sections);
    const auto text_bytes = static_cast<std::int64_t>(article.title.size() + article.body.size());
    Use(statements.insert_article,
        article.id,
        article.url,
        article.publisher,
        article.byline,
        sections,
        article.language,
        published,
        day_of(article.published),
        Blob(hash),
        text_bytes,
        run,
        source.number,
        source.reading)
        .run();
    const Row row = database.last_inserted_row();
    const Blob body = packer.pack(article.body, packed_body);
    const Blob other_fields = packer.pack(article.other_fields, packed_fields);
    Use(statements.insert_texts, row, article.title, body, other_fields).run();
    return row;
}

bool Catalog::remove(std::string_view article_id, std::uint64_t run) {
    Transaction transaction(impl_->database);
    std::optional<Row> pending;
    if (Use use(impl_->statements.pending_version, article_id); use.next()) {
        pending = use.integer(0);
    }
    if (pending) {
        Use(impl_->statements.give_way, *pending, run).run();
    }
    Use(impl_->statements.hide, article_id, run).run();
    const bool hidden = impl_->database.changed_rows() > 0;
    if (hidden) {
        Use(impl_->statements.grow_state).run();
    }
    transaction.commit();
    return pending || hidden;
}
}  // namespace gisa::catalog
