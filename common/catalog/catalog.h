// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gisa/archive_status.h>
#include <gisa/article.h>
#include <gisa/article_versions.h>
#include <gisa/indexer.h>

#include "common/io/file_hash.h"

namespace gisa::catalog {
class Snapshot;
class Transaction;

/// A version of an article in the catalog. A changed article gets a new row, so a row never changes
/// its text, and a segment's document is known by its row for ever.
using Row = std::int64_t;

/// A segment as the catalog knows it.
struct SegmentRecord {
    std::uint64_t number = 0;
    std::uint64_t articles = 0;
    std::uint64_t bytes = 0;
    std::string fingerprint;
    std::vector<io::FileHash> hashes;  ///< of its files, as the segment names them
    /// Its articles are the visible and hidden ones of these rows; segments do not overlap. The
    /// catalog fills them in.
    Row first_row = 0;
    Row last_row = 0;
};

/// The published state at one instant: what a searcher opens.
struct PublishedSet {
    std::vector<SegmentRecord> segments;  ///< by their rows, which is oldest first
    std::vector<Row> hidden;              ///< replaced or removed rows still in segments, ascending
    std::uint64_t articles = 0;           ///< visible ones
    /// Days in Asia/Seoul of the oldest and newest dated article in the segments, the hidden ones
    /// included; absent without one.
    std::optional<std::chrono::year_month_day> first_day;
    std::optional<std::chrono::year_month_day> last_day;
    /// Days of the first and the last run; no article was first stored outside them.
    std::optional<std::chrono::year_month_day> first_collected;
    std::optional<std::chrono::year_month_day> last_collected;
    /// When the first run began, which another archive in the same place does not share; 1970 before.
    std::chrono::sys_seconds begun{};
    std::uint64_t state = 0;  ///< grows with every change of what is published
    std::string user_words;   ///< the user's dictionary as text; the segments were analysed with it
};

/// One segment takes the place of neighbours.
struct SegmentMerge {
    std::vector<std::uint64_t> replaced;  ///< their numbers
    SegmentRecord segment;                ///< no segment at all when it has no articles
    std::vector<Row> purged;              ///< hidden rows of theirs that it leaves out
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

using SourceNumber = std::int64_t;

/// A file that articles were read from.
struct SourceRecord {
    SourceNumber number = 0;
    std::string path;  ///< absolute
    std::uint64_t bytes = 0;
    std::int64_t modified = 0;                 ///< nanoseconds since 1970
    std::optional<io::FileHash> content_hash;  ///< absent: not read to its end
    std::string options;                       ///< how it was read
    std::uint64_t records = 0;                 ///< read and stored
    std::uint64_t articles = 0;                ///< of them, those that were not rejected
    std::uint64_t reading = 0;                 ///< the run that began to read it
};

/// A rejected record with the number the catalog knows it by.
struct NumberedRejection {
    std::int64_t number = 0;
    RejectedRecord record;
};

/// Whether a folder may be used as an archive: absent, empty, or with a catalog. Asked before the
/// lock file is put there. Throws: ArchiveNotFound for a folder that holds something else;
/// StorageFailed.
void check_folder(const std::filesystem::path& archive);

enum class Access { ReadOnly, ReadWrite };

/// Days with how many articles each has.
using DayCounts = std::vector<std::pair<std::chrono::sys_days, std::uint64_t>>;

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
    /// Begins a run and returns its number. `command` is that of gisa-index.
    std::uint64_t begin_run(std::string_view command, std::string_view inputs);
    /// Writes down what a run did. Throws: InvalidArgument for an unknown run.
    void finish_run(const RunReport& report);
    /// Writes down why a run failed; what it had stored stays.
    void fail_run(std::uint64_t run, std::string_view problem);
    /// Takes back what a run stored and did not publish, and forgets that it read its files.
    void drop_stored(std::uint64_t run);

    /// Groups the following changes; they reach the disk (fsync) at commit(). Without begin() each
    /// change is committed by itself. A change that throws takes the whole group back, and commit()
    /// then throws StorageFailed.
    void begin();
    void commit();

    /// Stores an article as pending unless its newest stored version has the same content.
    /// A pending older version of the same id gives way at once, also to a visible one that the
    /// article equals again. Replaced: another version was visible or pending. TakenDown: the id
    /// may not come back, and nothing is stored. `source`, when it has a number, is where the
    /// article was read. Throws: InvalidArgument for an empty id.
    PutOutcome put(const Article& article, std::uint64_t run, const SourceRecord& source = {});
    /// Hides the visible version and drops a pending one; whether there was any.
    bool remove(std::string_view article_id, std::uint64_t run);
    /// Forgets an article: its texts and everything else about its versions are overwritten, and
    /// its id may not come back. Its words stay in their segment until a merge leaves them out.
    /// Whether there was such an article.
    bool take_down(std::string_view article_id, std::string_view reason, std::uint64_t run);
    /// Lets an id that was taken down come back; whether it was taken down.
    bool lift_takedown(std::string_view article_id);

    // --- rejected records -------------------------------------------------------------------
    void reject(const RejectedRecord& record, std::uint64_t run);
    /// Up to `limit` rejected records that can be tried again, those after `number`, ascending.
    [[nodiscard]] std::vector<NumberedRejection> rejected_after(
        std::int64_t number, std::size_t limit
    ) const;
    void forget_rejected(std::int64_t number);

    // --- the files that articles come from --------------------------------------------------
    /// What is known of a file; `path` is absolute.
    [[nodiscard]] std::optional<SourceRecord> source(const std::string& path) const;
    /// The files below a folder that are known, in order.
    [[nodiscard]] std::vector<SourceRecord> sources_below(const std::string& folder) const;
    /// Notes that a file is read from its beginning, or read on where an interrupted run stopped;
    /// what was rejected of it before is forgotten when it begins anew.
    SourceNumber begin_source(const SourceRecord& source, std::uint64_t run);
    /// Notes how many records and articles of it are stored, in the transaction that stores them.
    void advance_source(const SourceRecord& source);
    /// Notes that it was read to its end, and looked so then.
    void finish_source(const SourceRecord& source, std::uint64_t run);
    /// Ids of the visible or pending articles that were last read from a source, but not in its
    /// last reading; of all that were read from it.
    [[nodiscard]] std::vector<std::string> unseen_ids(const SourceRecord& source) const;
    [[nodiscard]] std::vector<std::string> ids_of_source(SourceNumber source) const;
    void forget_source(SourceNumber source);

    // --- publishing -------------------------------------------------------------------------
    /// Rows stored and not yet published, ascending.
    [[nodiscard]] std::vector<Row> pending_rows() const;
    /// A number no segment of this archive ever had.
    [[nodiscard]] std::uint64_t next_segment_number() const;
    /// One transaction: the segment joins the set, its rows become visible, and what they replace
    /// is hidden. `rows` are the pending rows the segment holds, the first of all, ascending.
    /// Throws: InvalidArgument when a row is not pending, one before the last is left out, or their
    /// number is not the segment's.
    void publish(const SegmentRecord& segment, const std::vector<Row>& rows);

    /// One transaction: a segment takes the place of neighbours. Rows that it leaves out become
    /// former, and those of articles that were taken down are deleted.
    /// Throws: InvalidArgument when the replaced are no neighbours or the numbers of articles do
    /// not add up.
    void replace_segments(const SegmentMerge& merge);
    /// One transaction: these segments take the place of all, which is what a rebuild ends with.
    /// Each holds the visible rows of its range, the ranges ascend and hold all visible rows; no
    /// row is hidden afterwards. Throws: InvalidArgument when an article would be lost.
    void replace_all_segments(const std::vector<SegmentRecord>& segments);

    /// Moves the ids of the last nights to those of all, when they are many: one transaction that
    /// writes as much as all ids are. True when it did.
    bool settle_ids();

    /// Hidden rows in the range of a segment, ascending; those of articles that were taken down
    /// alone, when asked.
    [[nodiscard]] std::vector<Row> hidden_rows(const SegmentRecord& segment) const;
    [[nodiscard]] std::vector<Row> taken_down_rows(const SegmentRecord& segment) const;

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
    /// When the run began that stored the first version of a row's article; versions that are not
    /// there any more do not count. 1970 when the row is gone.
    [[nodiscard]] std::chrono::sys_seconds first_stored(Row row) const;
    /// UTF-8 bytes of title and body; 0 when the row is gone.
    [[nodiscard]] std::uint64_t text_bytes(Row row) const;
    /// How many visible articles there are of each day of Seoul that has any, ascending.
    [[nodiscard]] DayCounts articles_by_day() const;
    /// Everything but the body.
    [[nodiscard]] std::optional<Article> headline(Row row) const;
    /// Rows above `last` that were published, visible or not, of articles that had no row up to there;
    /// ascending.
    [[nodiscard]] std::vector<Row> rows_since(Row last) const;
    /// Rows of every visible article, ascending; of those in the range of a segment.
    [[nodiscard]] std::vector<Row> visible_rows() const;
    [[nodiscard]] std::vector<Row> visible_rows(const SegmentRecord& segment) const;
    /// The user's dictionary as text; empty when there is none.
    [[nodiscard]] std::string user_words() const;
    /// The visible row of an article, if any.
    [[nodiscard]] std::optional<Row> find(std::string_view article_id) const;
    /// All versions of an article that are still there, oldest first.
    [[nodiscard]] std::vector<ArticleVersion> versions(std::string_view article_id) const;
    /// Why an id may not come back; nothing when it may.
    [[nodiscard]] std::optional<Takedown> takedown(std::string_view article_id) const;
    /// What is wrong with the catalog itself, one clause each: SQLite's check, articles without
    /// their texts, texts of what was taken down.
    [[nodiscard]] std::vector<std::string> damage() const;
    /// Whether an article is what was stored in a row.
    [[nodiscard]] bool has_content(Row row, const Article& article) const;
    /// Copies the catalog, at one instant, into another folder that has none, and brings it to the
    /// disk; the bytes of the copy.
    [[nodiscard]] std::uint64_t copy_to(const std::filesystem::path& folder) const;
    /// Fills everything of the status that the catalog knows; path and sizes on disk included.
    [[nodiscard]] ArchiveStatus status() const;

  private:
    friend class Changes;
    friend class Reading;
    class Impl;
    std::unique_ptr<Impl> impl_;
};

/// Groups changes into one transaction, so that searchers see all of them or none. What is not
/// committed when it is destroyed is taken back. The catalog must outlive it.
class Changes {
  public:
    explicit Changes(Catalog& catalog);
    Changes(const Changes&) = delete;
    Changes& operator=(const Changes&) = delete;
    ~Changes();

    void commit();

  private:
    std::unique_ptr<Transaction> transaction_;
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
