// SPDX-License-Identifier: GPL-2.0-or-later
// The catalog held against itself, and copied.
#include <algorithm>

#include "common/catalog/catalog_impl.h"
#include "common/io/durable.h"
#include "common/messages/tr.h"

namespace gisa::catalog {
std::vector<std::string> Catalog::damage() const {
    Database& database = impl_->database;
    const Snapshot snapshot(database);
    std::vector<std::string> found;
    Statement check(database, "PRAGMA quick_check(20)");
    for (Use use(check); use.next();) {
        if (use.text(0) != "ok") {
            found.push_back(tr("the catalog is damaged: %1", {use.text(0)}));
        }
    }
    const std::int64_t without_texts = database.integer(
        "SELECT count(*) FROM articles WHERE state IN (0, 1)"
        " AND NOT EXISTS (SELECT 1 FROM texts WHERE texts.row = articles.row)"
    );
    if (without_texts > 0) {
        found.push_back(tr("%1 articles have lost their texts", {std::to_string(without_texts)}));
    }
    const std::int64_t lost_ids = database.integer(
        "SELECT abs((SELECT count(*) FROM visible_ids) - count(*)) + total(row IS NOT"
        " (SELECT row FROM visible_ids WHERE visible_ids.id = articles.id))"
        " FROM articles WHERE state = 1"
    );
    if (lost_ids > 0) {
        found.push_back(tr("%1 articles are not found by their ids", {std::to_string(lost_ids)}));
    }
    const std::int64_t miscounted = database.integer(
        "WITH counted AS (SELECT publisher, day, count(*) FROM articles WHERE state = 1"
        " GROUP BY publisher, day)"
        " SELECT max((SELECT count(*) FROM (SELECT * FROM days EXCEPT SELECT * FROM counted)),"
        " (SELECT count(*) FROM (SELECT * FROM counted EXCEPT SELECT * FROM days)))"
    );
    const std::int64_t missummed = database.integer(
        "WITH summed AS (SELECT day, sum(articles) FROM days GROUP BY day)"
        " SELECT max((SELECT count(*) FROM (SELECT * FROM day_totals EXCEPT SELECT * FROM summed)),"
        " (SELECT count(*) FROM (SELECT * FROM summed EXCEPT SELECT * FROM day_totals)))"
    );
    if (const std::int64_t days = std::max(miscounted, missummed); days > 0) {
        found.push_back(tr("the articles of %1 days are miscounted", {std::to_string(days)}));
    }
    const std::int64_t without_articles = database.integer(
        "SELECT count(*) FROM texts"
        " WHERE NOT EXISTS (SELECT 1 FROM articles WHERE articles.row = texts.row)"
    );
    if (without_articles > 0) {
        found.push_back(tr("%1 texts belong to no article", {std::to_string(without_articles)}));
    }
    const std::int64_t taken_down = database.integer(
        "SELECT count(*) FROM takedowns CROSS JOIN articles INDEXED BY former_id USING (id)"
        " JOIN texts USING (row) WHERE state >= 2"
    );
    if (taken_down > 0) {
        found.push_back(tr("%1 texts are left of what was taken down", {std::to_string(taken_down)})
        );
    }
    return found;
}

bool Catalog::has_content(Row row, const Article& article) const {
    const ContentHash hash = content_hash(article);
    Statement select(impl_->database, "SELECT content_hash FROM articles WHERE row = ?1");
    Use use(select, row);
    if (!use.next()) {
        return false;
    }
    const Blob stored = use.blob(0);
    return std::equal(stored.begin(), stored.end(), hash.begin(), hash.end());
}

std::uint64_t Catalog::copy_to(const std::filesystem::path& folder) const {
    const std::filesystem::path file = folder / impl_->database.file().filename();
    impl_->database.copy_to(file);
    io::fsync_file(file);
    return std::filesystem::file_size(file);
}
}  // namespace gisa::catalog
