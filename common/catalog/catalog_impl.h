// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "common/catalog/catalog.h"
#include "common/catalog/content.h"
#include "common/catalog/database.h"
#include "common/catalog/packer.h"
#include "common/catalog/schema.h"

namespace gisa::catalog {
/// Every statement that runs often. Prepared at its first use.
struct Statements {
    Database& database;

    // writing
    Statement pending_version{
        database, "SELECT row, content_hash FROM articles WHERE id = ?1 AND state = 0"};
    Statement visible_version{
        database,
        "SELECT row, content_hash FROM articles"
        " WHERE row = (SELECT row FROM visible_ids WHERE id = ?1)"};
    Statement is_taken_down{database, "SELECT 1 FROM takedowns WHERE id = ?1"};
    Statement insert_article{
        database,
        "INSERT INTO articles (id, state, url, publisher, byline, sections, language, published, "
        "day,"
        " content_hash, text_bytes, run, source, reading)"
        " VALUES (?1, 0, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, nullif(?12, 0), ?13)"};
    Statement insert_texts{
        database, "INSERT INTO texts (row, title, body, other_fields) VALUES (?1, ?2, ?3, ?4)"};
    Statement see_again{database, "UPDATE articles SET source = ?2, reading = ?3 WHERE row = ?1"};
    // A pending version stands in no segment, so it is former at once.
    Statement give_way{
        database, "UPDATE articles SET state = 3, hidden_run = ?2 WHERE row = ?1 AND state = 0"};
    Statement hide{
        database,
        "UPDATE articles SET state = 2, hidden_run = ?2"
        " WHERE row = (SELECT row FROM visible_ids WHERE id = ?1)"};
    Statement hide_replaced{
        database,
        "UPDATE articles SET state = 2, hidden_run = (SELECT run FROM articles WHERE row = ?1)"
        " WHERE row = (SELECT row FROM visible_ids"
        "  WHERE id = (SELECT id FROM articles WHERE row = ?1))"};
    Statement show{
        database,
        "UPDATE articles SET state = 1 WHERE row = ?1 AND state = 0 RETURNING text_bytes"};
    Statement grow_state{database, "UPDATE meta SET value = value + 1 WHERE key = 'state'"};
    Statement advance_source{
        database, "UPDATE sources SET records = ?2, articles = ?3 WHERE source = ?1"};

    // reading
    Statement state{database, "SELECT value FROM meta WHERE key = 'state'"};
    Statement text{database, "SELECT title, body FROM texts WHERE row = ?1"};
    Statement text_bytes{database, "SELECT text_bytes FROM articles WHERE row = ?1"};
    Statement headline{
        database,
        "SELECT id, url, publisher, byline, sections, language, published, title, other_fields"
        " FROM articles JOIN texts USING (row) WHERE row = ?1"};
    Statement article{
        database,
        "SELECT id, url, publisher, byline, sections, language, published, title, other_fields,"
        " body FROM articles JOIN texts USING (row) WHERE row = ?1"};
    Statement first_stored{
        database,
        "WITH mine(id, run) AS (SELECT id, run FROM articles WHERE row = ?1)"
        " SELECT started FROM runs WHERE run = (SELECT min(run) FROM (SELECT run FROM mine UNION "
        "ALL"
        " SELECT articles.run FROM mine CROSS JOIN visible_ids USING (id)"
        "  CROSS JOIN articles USING (row) UNION ALL"
        " SELECT articles.run FROM mine CROSS JOIN articles INDEXED BY former_id USING (id)"
        "  WHERE state >= 2))"};
    Statement find{database, "SELECT row FROM visible_ids WHERE id = ?1"};
};

/// What the files of this folder share that are about the catalog's tables.
class Catalog::Impl {
  public:
    Impl(const std::filesystem::path& folder, Access access)
        : archive(folder),
          database(open_catalog(folder, access)) {
        if (access == Access::ReadWrite) {
            begin_packing();
        }
    }

    /// The article of a row, with or without its body.
    std::optional<Article> read_article(Row row, bool with_body);
    void unpack(Blob packed, Row row, std::string& text);
    Row insert(
        const Article& article,
        const ContentHash& hash,
        std::uint64_t run,
        const SourceRecord& source
    );
    void insert_segment(const SegmentRecord& segment);
    /// What the triggers keep, made again from the articles.
    void renew_ids_and_days();
    /// A segment's range begins and ends with rows that are its own.
    static void set_range(SegmentRecord& segment, const std::vector<Row>& rows);
    [[nodiscard]] std::vector<Row> rows_of(const char* statement, const SegmentRecord& segment);

    [[nodiscard]] std::vector<std::string> ids_of(SourceNumber source, std::int64_t except_reading);

    /// Packs with the newest dictionary, if there is one.
    void begin_packing();
    /// Makes another dictionary when the archive has grown enough since the last.
    void renew_dictionary();
    void learn_dictionary(Packer::DictionaryNumber number);

    std::filesystem::path archive;
    Database database;
    Statements statements{database};
    Packer packer;
    std::vector<std::byte> packed_body;
    std::vector<std::byte> packed_fields;
    /// The number of rows from which on another dictionary is due.
    Row renewal_row = 0;
};
}  // namespace gisa::catalog
