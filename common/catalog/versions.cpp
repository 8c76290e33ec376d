// SPDX-License-Identifier: GPL-2.0-or-later
// An article's history, and its end.
#include "common/catalog/catalog_impl.h"

namespace gisa::catalog {
namespace {
std::chrono::sys_seconds instant(std::int64_t seconds) {
    return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

constexpr std::int64_t kPending = 0;
constexpr std::int64_t kVisible = 1;

ArticleVersion::State version_state(std::int64_t state) {
    switch (state) {
        case kPending:
            return ArticleVersion::State::Pending;
        case kVisible:
            return ArticleVersion::State::Visible;
        default:
            return ArticleVersion::State::Removed;
    }
}

/// A version that was hidden by the run that stored the next one was replaced by it.
void tell_replaced(std::vector<ArticleVersion>& versions) {
    for (std::size_t i = 0; i + 1 < versions.size(); ++i) {
        ArticleVersion& version = versions[i];
        if (version.state == ArticleVersion::State::Removed
            && version.ended_run == versions[i + 1].run) {
            version.state = ArticleVersion::State::Replaced;
        }
    }
}
}  // namespace

std::vector<ArticleVersion> Catalog::versions(std::string_view article_id) const {
    const Snapshot snapshot(impl_->database);
    // Three lookups, since each state has an index of its own. A version that was moved to another
    // row still is the same version.
    Statement select(
        impl_->database,
        "WITH mine AS ("
        " SELECT row, state, run, hidden_run, content_hash FROM articles WHERE id = ?1 AND state = "
        "0"
        " UNION ALL"
        " SELECT row, state, run, hidden_run, content_hash FROM articles"
        "  WHERE row IN (SELECT row FROM visible_ids WHERE id = ?1)"
        " UNION ALL"
        " SELECT row, state, run, hidden_run, content_hash FROM articles"
        "  WHERE id = ?1 AND state >= 2)"
        " SELECT row, state, run, (SELECT started FROM runs WHERE runs.run = mine.run),"
        " hidden_run, (SELECT started FROM runs WHERE runs.run = hidden_run) FROM mine"
        " WHERE row IN (SELECT max(row) FROM mine GROUP BY run, content_hash) ORDER BY row"
    );
    std::vector<ArticleVersion> versions;
    for (Use use(select, article_id); use.next();) {
        std::optional<Article> article = impl_->read_article(use.integer(0), true);
        if (!article) {
            continue;  // taken down
        }
        ArticleVersion& version = versions.emplace_back();
        version.article = std::move(*article);
        version.state = version_state(use.integer(1));
        version.run = use.count(2);
        version.stored = instant(use.integer(3));
        if (const auto run = use.optional_integer(4)) {
            version.ended_run = static_cast<std::uint64_t>(*run);
            version.ended = instant(use.integer(5));
        }
    }
    tell_replaced(versions);
    return versions;
}

std::optional<Takedown> Catalog::takedown(std::string_view article_id) const {
    Statement select(
        impl_->database,
        "SELECT id, reason, run, started FROM takedowns JOIN runs USING (run) WHERE id = ?1"
    );
    Use use(select, article_id);
    if (!use.next()) {
        return std::nullopt;
    }
    return Takedown{
        std::string(use.text(0)), std::string(use.text(1)), use.count(2), instant(use.integer(3))};
}

bool Catalog::take_down(std::string_view article_id, std::string_view reason, std::uint64_t run) {
    Database& database = impl_->database;
    Transaction transaction(database);
    bool was_there = remove(article_id, run);
    Statement forget_texts(
        database,
        "DELETE FROM texts WHERE row IN (SELECT row FROM articles WHERE id = ?1 AND state >= 2)"
    );
    Use(forget_texts, article_id).run();
    was_there = was_there || database.changed_rows() > 0;
    // A row whose document still stands in a segment is kept, empty, to be purged by a merge.
    Statement forget_former(
        database, "DELETE FROM articles WHERE id = ?1 AND state >= 2 AND state = 3"
    );
    Use(forget_former, article_id).run();
    Statement blank(
        database,
        "UPDATE articles SET url = '', publisher = '', byline = '', sections = '', language = '',"
        " published = NULL, content_hash = zeroblob(16) WHERE id = ?1 AND state >= 2"
    );
    Use(blank, article_id).run();
    Statement note(
        database, "INSERT OR REPLACE INTO takedowns (id, reason, run) VALUES (?1, ?2, ?3)"
    );
    Use(note, article_id, reason, run).run();
    transaction.commit();
    return was_there;
}

bool Catalog::lift_takedown(std::string_view article_id) {
    Statement lift(impl_->database, "DELETE FROM takedowns WHERE id = ?1");
    Use(lift, article_id).run();
    return impl_->database.changed_rows() > 0;
}
}  // namespace gisa::catalog
