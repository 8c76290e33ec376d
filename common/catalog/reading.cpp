// SPDX-License-Identifier: GPL-2.0-or-later
// Reading from the catalog: the published set and the articles.
#include <algorithm>
#include <utility>

#include "common/catalog/catalog_impl.h"
#include "common/schema/calendar.h"

namespace gisa::catalog {
namespace {
using io::FileHash;

std::optional<std::chrono::year_month_day> seoul_day(std::optional<std::int64_t> published) {
    if (!published) {
        return std::nullopt;
    }
    return schema::seoul_day(std::chrono::sys_seconds(std::chrono::seconds(*published)));
}

std::vector<FileHash> hashes_of(Blob stored) {
    std::vector<FileHash> hashes(stored.size() / sizeof(FileHash));
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        const Blob one = stored.subspan(i * sizeof(FileHash), sizeof(FileHash));
        std::copy(one.begin(), one.end(), hashes[i].begin());
    }
    return hashes;
}
}  // namespace

std::vector<Row> Catalog::pending_rows() const {
    // The index is named because SQLite would rather walk the whole table, which is in row order.
    Statement statement(
        impl_->database,
        "SELECT row FROM articles INDEXED BY pending_id WHERE state = 0 ORDER BY row"
    );
    Use use(statement);
    std::vector<Row> rows;
    while (use.next()) {
        rows.push_back(use.integer(0));
    }
    return rows;
}

PublishedSet Catalog::published_set() const {
    Database& database = impl_->database;
    const Snapshot snapshot(database);
    PublishedSet set;
    set.state = state();
    Statement segments(
        database,
        "SELECT number, articles, bytes, fingerprint, hashes, first_row, last_row"
        " FROM segments ORDER BY first_row"
    );
    for (Use use(segments); use.next();) {
        set.segments.push_back(
            {use.count(0),
             use.count(1),
             use.count(2),
             std::string(use.text(3)),
             hashes_of(use.blob(4)),
             use.integer(5),
             use.integer(6)}
        );
        set.articles += use.count(1);
    }
    Statement hidden(
        database, "SELECT row FROM articles INDEXED BY hidden_row WHERE state = 2 ORDER BY row"
    );
    for (Use use(hidden); use.next();) {
        set.hidden.push_back(use.integer(0));
    }
    set.articles -= set.hidden.size();
    set.user_words = user_words();
    Statement days(database, "SELECT min(first_published), max(last_published) FROM segments");
    if (Use use(days); use.next()) {
        set.first_day = seoul_day(use.optional_integer(0));
        set.last_day = seoul_day(use.optional_integer(1));
    }
    Statement runs(database, "SELECT min(started), max(started) FROM runs");
    if (Use use(runs); use.next()) {
        set.first_collected = seoul_day(use.optional_integer(0));
        set.last_collected = seoul_day(use.optional_integer(1));
        set.begun =
            std::chrono::sys_seconds(std::chrono::seconds(use.optional_integer(0).value_or(0)));
    }
    return set;
}

std::uint64_t Catalog::state() const {
    Use use(impl_->statements.state);
    return use.next() ? use.count(0) : 0;
}

bool Catalog::text(Row row, std::string& title, std::string& body) const {
    Use use(impl_->statements.text, row);
    if (!use.next()) {
        return false;
    }
    title.assign(use.text(0));
    impl_->unpack(use.blob(1), row, body);
    return true;
}

DayCounts Catalog::articles_by_day() const {
    Statement select(
        impl_->database, "SELECT day, articles FROM day_totals WHERE day <> ?1 ORDER BY day"
    );
    DayCounts days;
    for (Use use(select, kNoDay); use.next();) {
        days.emplace_back(std::chrono::sys_days(std::chrono::days(use.integer(0))), use.count(1));
    }
    return days;
}

std::uint64_t Catalog::text_bytes(Row row) const {
    Use use(impl_->statements.text_bytes, row);
    return use.next() ? use.count(0) : 0;
}

std::optional<Article> Catalog::Impl::read_article(Row row, bool with_body) {
    Use use(with_body ? statements.article : statements.headline, row);
    if (!use.next()) {
        return std::nullopt;
    }
    Article article;
    article.id = use.text(0);
    article.url = use.text(1);
    article.publisher = use.text(2);
    article.byline = use.text(3);
    article.sections = split_lines(use.text(4));
    article.language = use.text(5);
    if (const std::optional<std::int64_t> published = use.optional_integer(6)) {
        article.published = std::chrono::sys_seconds(std::chrono::seconds(*published));
    }
    article.title = use.text(7);
    unpack(use.blob(8), row, article.other_fields);
    if (with_body) {
        unpack(use.blob(9), row, article.body);
    }
    return article;
}

std::chrono::sys_seconds Catalog::first_stored(Row row) const {
    Use use(impl_->statements.first_stored, row);
    return std::chrono::sys_seconds(std::chrono::seconds(use.next() ? use.integer(0) : 0));
}

std::vector<Row> Catalog::rows_since(Row last) const {
    Statement select(
        impl_->database,
        "SELECT row FROM articles AS new WHERE row > ?1 AND state >= 1 AND NOT EXISTS"
        " (SELECT 1 FROM articles INDEXED BY former_id"
        "  WHERE id = new.id AND state >= 2 AND row <= ?1) ORDER BY row"
    );
    std::vector<Row> rows;
    for (Use use(select, last); use.next();) {
        rows.push_back(use.integer(0));
    }
    return rows;
}

std::optional<Article> Catalog::article(Row row) const {
    return impl_->read_article(row, true);
}

std::optional<Article> Catalog::headline(Row row) const {
    return impl_->read_article(row, false);
}

std::optional<Row> Catalog::find(std::string_view article_id) const {
    Use use(impl_->statements.find, article_id);
    return use.next() ? std::optional<Row>(use.integer(0)) : std::nullopt;
}

Reading::Reading(const Catalog& catalog)
    : snapshot_(std::make_unique<Snapshot>(catalog.impl_->database)) {}

Reading::~Reading() = default;
}  // namespace gisa::catalog
