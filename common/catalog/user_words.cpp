// SPDX-License-Identifier: GPL-2.0-or-later
//
// The user's dictionary in the catalog, and the one transaction in which another one takes effect.
// Nothing of a change is stored before: a run that is killed while it analyses leaves no row that
// another run could analyse with the wrong dictionary.
#include "common/catalog/catalog_impl.h"

namespace gisa::catalog {
namespace {
/// Copies visible rows to new ones, visible in a segment, and hides the old ones.
class RowMove {
  public:
    RowMove(Database& database, const UserWordsChange& change)
        : database_(database),
          change_(change) {}

    void move(Row from, Row to) {
        Use(hide_, from, change_.run).run();
        if (database_.changed_rows() != 1) {
            throw Error(
                ErrorCode::InvalidArgument, "row " + std::to_string(from) + " is not visible"
            );
        }
        Use(copy_article_, from, to).run();
        Use(copy_texts_, from, to).run();
    }

  private:
    Database& database_;
    const UserWordsChange& change_;
    Statement hide_{
        database_, "UPDATE articles SET state = 2, hidden_run = ?2 WHERE row = ?1 AND state = 1"};
    Statement copy_article_{
        database_,
        "INSERT INTO articles (row, id, state, url, publisher, byline, sections, language,"
        " published, day, content_hash, text_bytes, run, source, reading)"
        " SELECT ?2, id, 1, url, publisher, byline, sections, language, published, day,"
        " content_hash, text_bytes, run, source, reading FROM articles WHERE row = ?1"};
    Statement copy_texts_{
        database_,
        "INSERT INTO texts (row, title, body, other_fields)"
        " SELECT ?2, title, body, other_fields FROM texts WHERE row = ?1"};
};
}  // namespace

std::string Catalog::user_words() const {
    Statement select(impl_->database, "SELECT text FROM user_words");
    Use use(select);
    return use.next() ? std::string(use.text(0)) : std::string();
}

std::vector<Row> Catalog::visible_rows() const {
    Statement select(impl_->database, "SELECT row FROM articles WHERE state = 1 ORDER BY row");
    std::vector<Row> rows;
    for (Use use(select); use.next();) {
        rows.push_back(use.integer(0));
    }
    return rows;
}

Row Catalog::next_row() const {
    return impl_->database.integer("SELECT max(seq) FROM sqlite_sequence WHERE name = 'articles'")
           + 1;
}

void Catalog::change_user_words(const UserWordsChange& change) {
    if (change.segment.articles != change.rows.size()) {
        throw Error(
            ErrorCode::InvalidArgument,
            "segment " + std::to_string(change.segment.number) + " holds "
                + std::to_string(change.segment.articles) + " articles, but "
                + std::to_string(change.rows.size()) + " rows were named"
        );
    }
    Database& database = impl_->database;
    Transaction transaction(database);
    if (!change.rows.empty()) {
        RowMove rows(database, change);
        SegmentRecord segment = change.segment;
        segment.first_row = next_row();
        segment.last_row = segment.first_row;
        for (const Row from : change.rows) {
            rows.move(from, segment.last_row++);
        }
        --segment.last_row;
        impl_->insert_segment(segment);
    }
    Statement rename(database, "UPDATE segments SET fingerprint = ?1");
    Use(rename, change.fingerprint).run();
    Statement replace(database, "INSERT OR REPLACE INTO user_words (one, text) VALUES (1, ?1)");
    Use(replace, change.user_words).run();
    Use(impl_->statements.grow_state).run();
    transaction.commit();
}
}  // namespace gisa::catalog
