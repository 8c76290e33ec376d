// SPDX-License-Identifier: GPL-2.0-or-later
// The set of published segments and its changes, each one transaction.
#include <algorithm>

#include "common/catalog/catalog_impl.h"

namespace gisa::catalog {
namespace {
[[noreturn]] void refuse(const SegmentRecord& segment, const std::string& why) {
    throw Error(
        ErrorCode::InvalidArgument, "segment " + std::to_string(segment.number) + " " + why
    );
}

void require_articles(const SegmentRecord& segment, std::uint64_t articles) {
    if (segment.articles != articles) {
        refuse(
            segment,
            "holds " + std::to_string(segment.articles) + " articles where "
                + std::to_string(articles) + " belong into it"
        );
    }
}

/// Rows that no segment holds any more.
class Purge {
  public:
    explicit Purge(Database& database) : database_(database) {}

    /// Makes a hidden row a former one; false when it is not hidden. Of an article that was taken
    /// down nothing is left then, and a version that a change of the user's dictionary has moved to
    /// another row is not kept twice.
    bool leave_out(Row row) {
        Use(leave_out_, row).run();
        if (database_.changed_rows() != 1) {
            return false;
        }
        Use(forget_, row).run();
        if (database_.changed_rows() > 0) {
            Use(forget_texts_, row).run();
        }
        return true;
    }

  private:
    Database& database_;
    Statement leave_out_{database_, "UPDATE articles SET state = 3 WHERE row = ?1 AND state = 2"};
    Statement forget_{
        database_,
        "DELETE FROM articles WHERE row = ?1 AND (id IN (SELECT id FROM takedowns)"
        " OR EXISTS (SELECT 1 FROM articles AS moved WHERE moved.row ="
        "  (SELECT row FROM visible_ids WHERE visible_ids.id = articles.id)"
        "  AND moved.row > ?1 AND moved.run = articles.run"
        "  AND moved.content_hash = articles.content_hash)"
        " OR EXISTS (SELECT 1 FROM articles AS moved WHERE moved.id = articles.id"
        "  AND moved.state >= 2 AND moved.row > ?1 AND moved.run = articles.run"
        "  AND moved.content_hash = articles.content_hash))"};
    Statement forget_texts_{database_, "DELETE FROM texts WHERE row = ?1"};
};

/// The range of rows that neighbouring segments hold together.
SegmentRecord range_of(Database& database, const std::vector<std::uint64_t>& numbers) {
    Statement select(
        database, "SELECT first_row, last_row, articles FROM segments WHERE number = ?1"
    );
    SegmentRecord range;
    for (const std::uint64_t number : numbers) {
        Use use(select, number);
        if (!use.next()) {
            range.number = number;
            refuse(range, "is not published");
        }
        const Row first = use.integer(0);
        range.first_row = range.first_row == 0 ? first : std::min(range.first_row, first);
        range.last_row = std::max(range.last_row, use.integer(1));
        range.articles += use.count(2);
    }
    Statement between(database, "SELECT count(*) FROM segments WHERE first_row BETWEEN ?1 AND ?2");
    Use use(between, range.first_row, range.last_row);
    if (!use.next() || use.count(0) != numbers.size()) {
        refuse(range, "would take the place of segments that are no neighbours");
    }
    return range;
}
}  // namespace

std::uint64_t Catalog::next_segment_number() const {
    return static_cast<std::uint64_t>(impl_->database.integer(
               "SELECT max(seq) FROM sqlite_sequence WHERE name = 'segments'"
           ))
           + 1;
}

void Catalog::publish(const SegmentRecord& segment, const std::vector<Row>& rows) {
    require_articles(segment, rows.size());
    Transaction transaction(impl_->database);
    for (const Row row : rows) {
        Use(impl_->statements.hide_replaced, row).run();
        Use show(impl_->statements.show, row);
        if (!show.next()) {
            refuse(segment, "holds row " + std::to_string(row) + ", which is not pending");
        }
        show.run();
    }
    SegmentRecord placed = segment;
    Impl::set_range(placed, rows);
    Statement left_out(
        impl_->database, "SELECT 1 FROM articles INDEXED BY pending_id WHERE state = 0 AND row < ?1"
    );
    if (Use use(left_out, placed.last_row); use.next()) {
        refuse(segment, "leaves out a pending row before its last");
    }
    impl_->insert_segment(placed);
    Use(impl_->statements.grow_state).run();
    transaction.commit();
}

void Catalog::Impl::set_range(SegmentRecord& segment, const std::vector<Row>& rows) {
    segment.first_row = rows.empty() ? 0 : rows.front();
    segment.last_row = rows.empty() ? 0 : rows.back();
}

void Catalog::Impl::insert_segment(const SegmentRecord& segment) {
    Statement insert(
        database,
        "INSERT INTO segments (number, first_row, last_row, articles, text_bytes, bytes,"
        " hashes, first_published, last_published, fingerprint)"
        " SELECT ?1, ?2, ?3, ?4, total(text_bytes), ?5, ?6, min(published), max(published), ?7"
        " FROM articles WHERE row BETWEEN ?2 AND ?3 AND state IN (1, 2)"
    );
    Use(insert,
        segment.number,
        segment.first_row,
        segment.last_row,
        segment.articles,
        segment.bytes,
        std::as_bytes(std::span(segment.hashes)),
        segment.fingerprint)
        .run();
}

std::vector<Row> Catalog::Impl::rows_of(const char* statement, const SegmentRecord& segment) {
    Statement select(database, statement);
    std::vector<Row> rows;
    for (Use use(select, segment.first_row, segment.last_row); use.next();) {
        rows.push_back(use.integer(0));
    }
    return rows;
}

std::vector<Row> Catalog::visible_rows(const SegmentRecord& segment) const {
    return impl_->rows_of(
        "SELECT row FROM articles WHERE row BETWEEN ?1 AND ?2 AND state = 1 ORDER BY row", segment
    );
}

std::vector<Row> Catalog::hidden_rows(const SegmentRecord& segment) const {
    return impl_->rows_of(
        "SELECT row FROM articles INDEXED BY hidden_row"
        " WHERE row BETWEEN ?1 AND ?2 AND state = 2 ORDER BY row",
        segment
    );
}

std::vector<Row> Catalog::taken_down_rows(const SegmentRecord& segment) const {
    return impl_->rows_of(
        "SELECT row FROM takedowns CROSS JOIN articles INDEXED BY former_id USING (id)"
        " WHERE row BETWEEN ?1 AND ?2 AND state >= 2 AND state = 2 ORDER BY row",
        segment
    );
}

void Catalog::replace_segments(const SegmentMerge& merge) {
    Database& database = impl_->database;
    Transaction transaction(database);
    SegmentRecord segment = merge.segment;
    const SegmentRecord range = range_of(database, merge.replaced);
    segment.first_row = range.first_row;
    segment.last_row = range.last_row;
    require_articles(segment, range.articles - merge.purged.size());

    Purge purge(database);
    for (const Row row : merge.purged) {
        if (row < range.first_row || row > range.last_row || !purge.leave_out(row)) {
            refuse(segment, "would leave out row " + std::to_string(row) + ", which is not hidden");
        }
    }
    Statement drop(database, "DELETE FROM segments WHERE number = ?1");
    for (const std::uint64_t number : merge.replaced) {
        Use(drop, number).run();
    }
    if (segment.articles > 0) {
        impl_->insert_segment(segment);
    }
    Use(impl_->statements.grow_state).run();
    transaction.commit();
}

void Catalog::replace_all_segments(const std::vector<SegmentRecord>& segments) {
    Database& database = impl_->database;
    Transaction transaction(database);
    Purge purge(database);
    for (const Row row : hidden_rows({.first_row = 1, .last_row = next_row()})) {
        purge.leave_out(row);
    }
    database.execute("DELETE FROM segments");
    std::uint64_t articles = 0;
    Row last = 0;
    for (const SegmentRecord& segment : segments) {
        if (segment.first_row <= last || segment.last_row < segment.first_row) {
            refuse(segment, "overlaps with the one before");
        }
        require_articles(segment, visible_rows(segment).size());
        impl_->insert_segment(segment);
        articles += segment.articles;
        last = segment.last_row;
    }
    Statement visible(database, "SELECT count(*) FROM articles WHERE state = 1");
    if (Use use(visible); !use.next() || use.count(0) != articles) {
        throw Error(
            ErrorCode::InvalidArgument,
            "the segments hold " + std::to_string(articles) + " articles, and not all there are"
        );
    }
    impl_->renew_ids_and_days();
    Use(impl_->statements.grow_state).run();
    transaction.commit();
}

void Catalog::Impl::renew_ids_and_days() {
    database.execute(
        "DELETE FROM recent_ids; DELETE FROM ids;"
        "INSERT INTO ids SELECT id, row FROM articles WHERE state = 1 ORDER BY id;"
        "DELETE FROM days;"
        "INSERT INTO days SELECT publisher, day, count(*) FROM articles WHERE state = 1"
        " GROUP BY publisher, day;"
        "DELETE FROM day_totals;"
        "INSERT INTO day_totals SELECT day, sum(articles) FROM days GROUP BY day"
    );
}

bool Catalog::settle_ids() {
    // A night writes about all of the recent ids' pages, and a move all pages of both: the least is
    // written in all when the recent ones grow to the geometric mean of a night and the archive.
    constexpr std::int64_t kFewest = 20'000;
    constexpr std::int64_t kNight = 2'000;
    Database& database = impl_->database;
    const std::int64_t recent = database.integer("SELECT count(*) FROM recent_ids");
    const std::int64_t all = database.integer("SELECT total(articles) FROM segments");
    if (recent < kFewest || recent * recent < kNight * all) {
        return false;
    }
    Transaction transaction(database);
    database.execute(
        "INSERT INTO ids SELECT id, row FROM recent_ids ORDER BY id; DELETE FROM recent_ids"
    );
    transaction.commit();
    database.execute("PRAGMA incremental_vacuum");
    return true;
}
}  // namespace gisa::catalog
