// SPDX-License-Identifier: GPL-2.0-or-later
// Reading from the catalog: the published set and the articles.
#include <utility>

#include "common/catalog/catalog_impl.h"

namespace gisa::catalog {
namespace {
std::optional<std::chrono::year_month_day> day_of(std::optional<std::int64_t> number) {
    if (!number) {
        return std::nullopt;
    }
    const auto year = static_cast<int>(*number / 10'000);
    const auto month = static_cast<unsigned>(*number / 100 % 100);
    const auto day = static_cast<unsigned>(*number % 100);
    return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
}

std::optional<std::chrono::year_month_day> ask_day(Database& database, const char* sql) {
    Statement statement(database, sql);
    Use use(statement);
    return use.next() ? day_of(use.optional_integer(0)) : std::nullopt;
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

std::uint64_t Catalog::next_segment_number() const {
    return static_cast<std::uint64_t>(impl_->database.integer(
               "SELECT max(seq) FROM sqlite_sequence WHERE name = 'segments'"
           ))
           + 1;
}

PublishedSet Catalog::published_set() const {
    Database& database = impl_->database;
    const Snapshot snapshot(database);
    PublishedSet set;
    set.state = state();
    Statement segments(
        database, "SELECT number, articles, bytes, fingerprint FROM segments ORDER BY number"
    );
    for (Use use(segments); use.next();) {
        set.segments.push_back({use.count(0), use.count(1), use.count(2), std::string(use.text(3))}
        );
        set.articles += use.count(1);
    }
    Statement hidden(
        database, "SELECT row FROM articles INDEXED BY hidden_segment WHERE state = 2 ORDER BY row"
    );
    for (Use use(hidden); use.next();) {
        set.hidden.push_back(use.integer(0));
    }
    set.articles -= set.hidden.size();
    set.user_words = user_words();
    set.first_day =
        ask_day(database, "SELECT min(day) FROM articles WHERE state = 1 AND day IS NOT NULL");
    set.last_day =
        ask_day(database, "SELECT max(day) FROM articles WHERE state = 1 AND day IS NOT NULL");
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

void Catalog::Impl::unpack(Blob packed, Row row, std::string& text) {
    if (!packer.unpack(packed, text)) {
        throw Error(
            ErrorCode::ArchiveCorrupt,
            "the text in row " + std::to_string(row) + " of " + database.file().string()
                + " is damaged",
            "restore it from a backup, or index into a new folder"
        );
    }
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
    article.sections = split_sections(use.text(4));
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
