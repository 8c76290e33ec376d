// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "common/catalog/catalog.h"
#include "common/catalog/content.h"
#include "common/catalog/database.h"
#include "common/catalog/schema.h"

namespace gisa::catalog {
/// Every statement that runs often. Prepared at its first use.
struct Statements {
    Database& database;

    // writing
    Statement pending_version{
        database, "SELECT row, content_hash FROM articles WHERE id = ?1 AND state = 0"};
    Statement visible_version{
        database, "SELECT row, content_hash FROM articles WHERE id = ?1 AND state = 1"};
    Statement insert_article{
        database,
        "INSERT INTO articles (id, state, url, publisher, byline, sections, language, published,"
        " day, content_hash, text_bytes, run)"
        " VALUES (?1, 0, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"};
    Statement insert_texts{
        database, "INSERT INTO texts (row, title, body, other_fields) VALUES (?1, ?2, ?3, ?4)"};
    Statement delete_article{database, "DELETE FROM articles WHERE row = ?1"};
    Statement delete_texts{database, "DELETE FROM texts WHERE row = ?1"};
    Statement hide{
        database, "UPDATE articles SET state = 2, hidden_run = ?2 WHERE id = ?1 AND state = 1"};
    Statement hide_replaced{
        database,
        "UPDATE articles SET state = 2, hidden_run = (SELECT run FROM articles WHERE row = ?1)"
        " WHERE id = (SELECT id FROM articles WHERE row = ?1) AND state = 1"};
    Statement show{
        database,
        "UPDATE articles SET state = 1, segment = ?2 WHERE row = ?1 AND state = 0"
        " RETURNING text_bytes"};
    Statement grow_state{database, "UPDATE meta SET value = value + 1 WHERE key = 'state'"};
    Statement insert_rejected{
        database,
        "INSERT INTO rejected (run, source, line, reason, text) VALUES (?1, ?2, ?3, ?4, ?5)"};

    // reading
    Statement state{database, "SELECT value FROM meta WHERE key = 'state'"};
    Statement text{database, "SELECT title, body FROM texts WHERE row = ?1"};
    Statement headline{
        database,
        "SELECT id, url, publisher, byline, sections, language, published, title, other_fields"
        " FROM articles JOIN texts USING (row) WHERE row = ?1"};
    Statement article{
        database,
        "SELECT id, url, publisher, byline, sections, language, published, title, other_fields,"
        " body FROM articles JOIN texts USING (row) WHERE row = ?1"};
    Statement find{database, "SELECT row FROM articles WHERE id = ?1 AND state = 1"};
};

/// What catalog.cpp (writing), reading.cpp and status.cpp share.
class Catalog::Impl {
  public:
    Impl(const std::filesystem::path& folder, Access access)
        : archive(folder),
          database(open_catalog(folder, access)) {}

    /// The article of a row, with or without its body.
    std::optional<Article> read_article(Row row, bool with_body);
    void unpack(Blob packed, Row row, std::string& text);
    void drop_pending(Row row);
    Row insert(const Article& article, const ContentHash& hash, std::uint64_t run);
    /// `text_bytes` is that of all its articles.
    void insert_segment(const SegmentRecord& segment, std::int64_t text_bytes);

    std::filesystem::path archive;
    Database database;
    Statements statements{database};
    Packer packer;
    std::vector<std::byte> packed_body;
    std::vector<std::byte> packed_fields;
};
}  // namespace gisa::catalog
