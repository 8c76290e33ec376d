// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gisa/archive_status.h>
#include <gisa/article.h>
#include <gisa/indexer.h>

namespace gisa::catalog {
class Snapshot;

/// A version of an article in the catalog. A changed article gets a new row, so a row never changes
/// its text, and a segment's document is known by its row for ever.
using Row = std::int64_t;

/// What a run adds to the published set.
struct SegmentRecord {
    std::uint64_t number = 0;
    std::uint64_t articles = 0;
    std::uint64_t bytes = 0;
    std::string fingerprint;
};

/// The published state at one instant: what a searcher opens.
struct PublishedSet {
    std::vector<SegmentRecord> segments;  ///< oldest first
    std::vector<Row> hidden;              ///< replaced or removed rows still in segments, ascending
    std::uint64_t articles = 0;           ///< visible ones
    /// Days in Asia/Seoul of the oldest and newest dated article; absent without one.
    std::optional<std::chrono::year_month_day> first_day;
    std::optional<std::chrono::year_month_day> last_day;
    std::uint64_t state = 0;  ///< grows with every publication and removal
    std::string user_words;   ///< the user's dictionary as text; the segments were analysed with it
};

/// Another user's dictionary takes effect, with what was analysed again because of it.
struct UserWordsChange {
    std::string user_words;   ///< the dictionary as text
    std::string fingerprint;  ///< of the chain with it
    /// The visible rows whose articles were analysed again, and the segment that holds them under
    /// the numbers next_row(), next_row() + 1 and so on; without rows there is no segment.
    std::vector<Row> rows;
    SegmentRecord segment;
    std::uint64_t run = 0;
};

/// Whether a folder may be used as an archive: absent, empty, or with a catalog. Asked before the
/// lock file is put there. Throws: ArchiveNotFound for a folder that holds something else;
/// StorageFailed.
void check_folder(const std::filesystem::path& archive);

enum class Access { ReadOnly, ReadWrite };

/// The truth of an archive: one SQLite file. One thread at a time; open one for each thread.
/// Every function throws StorageFailed or ArchiveCorrupt when SQLite does.
class Catalog {
  public:
    /// Opens `archive`/catalog.sqlite. ReadWrite creates it when the folder is absent or empty.
    /// Throws: ArchiveNotFound (ReadOnly, or a folder that holds something else),
    /// ArchiveIncompatible for a newer format.
    Catalog(const std::filesystem::path& archive, Access access);
    ~Catalog();
    Catalog(Catalog&&) noexcept;
    Catalog& operator=(Catalog&&) noexcept;
    Catalog(const Catalog&) = delete;
    Catalog& operator=(const Catalog&) = delete;

    // --- a run ------------------------------------------------------------------------------
    /// Begins a run and returns its number. `command` is "add", "remove" or "dictionary".
    std::uint64_t begin_run(std::string_view command, std::string_view inputs);
    void finish_run(const RunReport& report);

    /// Groups the following changes; they reach the disk (fsync) at commit(). Without begin() each
    /// change is committed by itself. A change that throws takes the whole group back, and commit()
    /// then throws StorageFailed.
    void begin();
    void commit();

    /// Stores an article as pending unless its newest stored version has the same content.
    /// A pending older version of the same id gives way at once, also to a visible one that the
    /// article equals again. Replaced: another version was visible or pending.
    /// Throws: InvalidArgument for an empty id.
    PutOutcome put(const Article& article, std::uint64_t run);
    /// Hides the visible version and drops a pending one; whether there was any.
    bool remove(std::string_view article_id, std::uint64_t run);
    void reject(const RejectedRecord& record, std::uint64_t run);

    // --- publishing -------------------------------------------------------------------------
    /// Rows stored and not yet published, ascending.
    [[nodiscard]] std::vector<Row> pending_rows() const;
    /// A number no segment of this archive ever had.
    [[nodiscard]] std::uint64_t next_segment_number() const;
    /// One transaction: the segment joins the set, its rows become visible, and what they replace
    /// is hidden. `rows` are the pending rows the segment holds.
    /// Throws: InvalidArgument when a row is not pending or their number is not the segment's.
    void publish(const SegmentRecord& segment, const std::vector<Row>& rows);

    /// The number that the next stored row gets.
    [[nodiscard]] Row next_row() const;
    /// One transaction: the articles of change.rows move to new rows with the same content, visible
    /// in the new segment, and the old rows are hidden; every segment gets the new fingerprint and
    /// the archive its dictionary. Until then nothing of the change is in the catalog.
    /// Throws: InvalidArgument when a row is not visible, or their number is not the segment's.
    void change_user_words(const UserWordsChange& change);

    // --- reading ----------------------------------------------------------------------------
    [[nodiscard]] PublishedSet published_set() const;
    /// The state number alone, cheap enough to ask before each query.
    [[nodiscard]] std::uint64_t state() const;
    /// An article with its body; nothing when the row is not there any more.
    [[nodiscard]] std::optional<Article> article(Row row) const;
    /// Title and body alone, into strings that keep their memory from call to call; false when the
    /// row is gone. The fastest way to a text.
    bool text(Row row, std::string& title, std::string& body) const;
    /// Everything but the body.
    [[nodiscard]] std::optional<Article> headline(Row row) const;
    /// Rows of every visible article, ascending.
    [[nodiscard]] std::vector<Row> visible_rows() const;
    /// The user's dictionary as text; empty when there is none.
    [[nodiscard]] std::string user_words() const;
    /// The visible row of an article, if any.
    [[nodiscard]] std::optional<Row> find(std::string_view article_id) const;
    /// Fills everything of the status that the catalog knows; path and sizes on disk included.
    [[nodiscard]] ArchiveStatus status() const;

  private:
    friend class Reading;
    class Impl;
    std::unique_ptr<Impl> impl_;
};

/// While it lives, all reads of a catalog see the same instant, and each takes half the time
/// (10 instead of 18 us for a text of 2.5 KB). Meant for the reads of one query: as long as it
/// lives, the catalog's log can only grow. The catalog must outlive it.
class Reading {
  public:
    explicit Reading(const Catalog& catalog);
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading();

  private:
    std::unique_ptr<Snapshot> snapshot_;
};
}  // namespace gisa::catalog
