// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gisa/article.h>
#include <gisa/export.h>
#include <gisa/user_words.h>

namespace gisa {
/// A record that could not become an article. The run goes on; the catalog keeps it.
struct RejectedRecord {
    std::string source;      ///< the path as given, "-" for standard input
    std::uint64_t line = 0;  ///< 1-based; 0 when the whole source is meant
    std::string reason;      ///< one clause for people, in the language of the process that read it
    std::string text;        ///< the record's first bytes (at most 4 KiB), valid UTF-8
    /// The whole record as it was read, to be tried again; empty when it is longer than 1 MiB.
    std::string record;
};

/// Where a run is. `done` and `total` count bytes while reading and articles afterwards;
/// `total` is 0 when it cannot be known (standard input).
struct Progress {
    enum class Stage {
        Reading,
        Comparing,  ///< looking for the articles that another user's dictionary concerns
        Indexing,
        Compacting,
        Publishing,
        Merging,
        Finished
    };
    Stage stage = Stage::Reading;
    std::uint64_t done = 0;
    std::uint64_t total = 0;
    std::uint64_t articles = 0;
};

/// Called from the thread that called the Indexer, a few times a second at most and once at the
/// beginning of each stage.
using ProgressCallback = std::function<void(const Progress&)>;

struct IndexerOptions {
    /// A compiled mecab-ko-dic; empty: the one libgisa was built or installed with. When that one
    /// is absent too, Korean is analysed without a dictionary and the fingerprint says so.
    std::filesystem::path dictionary;
    /// Worker threads; 0: one for each core.
    unsigned threads = 0;
    /// Bytes of text that one thread analyses at a time: small enough that a batch's postings stay
    /// in the processor's cache. The segment does not depend on it.
    std::uint64_t batch_bytes = 2000000;
    ProgressCallback on_progress;
    /// A stop asked for here ends a run at the next record, batch or merge with Interrupted.
    std::stop_token stop;
    /// Whether a run merges the segments that are due after it has published.
    bool merge = true;
    /// How long to wait for another run's lock.
    std::chrono::seconds wait{0};
    /// Opens also an archive of another analysis, to rebuild() it; the next function called must be
    /// that one.
    bool to_rebuild = false;
};

struct AddOptions {
    /// The name of an input format; empty: guessed from each file's name and first bytes.
    std::string format;
    /// Pairs of (name in the input, name of Gisa's field), for instance {"headline", "title"}.
    std::vector<std::pair<std::string, std::string>> field_names;
    /// Reads also the files that have not changed since they were read.
    bool reread = false;
    /// Removes the articles whose file is gone from a folder among the inputs, or that are gone
    /// from a file that is read.
    bool prune = false;
    /// More rejected records than this fail the run, and nothing of it is kept but the records.
    std::optional<std::uint64_t> max_rejected;
};

/// TakenDown: the id may not come back, and nothing was stored.
enum class PutOutcome { Added, Replaced, Unchanged, TakenDown };

/// CPU seconds by stage, all threads together.
struct StageSeconds {
    double read = 0;
    double catalog = 0;
    double analyze = 0;
    double write = 0;
    double compact = 0;
    double merge = 0;  ///< of the segments that were there before
};

/// What merging did.
struct MergeReport {
    std::uint64_t merged = 0;    ///< segments that others took the place of
    std::uint64_t articles = 0;  ///< in the segments that were written
    std::uint64_t purged = 0;    ///< hidden articles that were left out
    std::uint64_t bytes = 0;     ///< written
    std::uint64_t segments = 0;  ///< there are now
};

/// What one run did.
struct RunReport {
    std::uint64_t run = 0;  ///< 1 for an archive's first run
    std::uint64_t added = 0;
    std::uint64_t replaced = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t removed = 0;
    std::uint64_t rejected = 0;
    std::uint64_t unchanged_files = 0;  ///< not read again; their articles count as unchanged
    std::uint64_t taken_down = 0;       ///< articles that may not come back, and were not stored
    /// Articles that an interrupted earlier run had stored and this one published.
    std::uint64_t resumed = 0;
    /// UTF-8 bytes of title and body that were indexed.
    std::uint64_t text_bytes = 0;
    double wall_seconds = 0;
    StageSeconds cpu_seconds;
    MergeReport merge;
    std::vector<std::string> warnings;  ///< one sentence each; the run went on
    /// The first rejected records of the run, at most 20; the catalog has all of them.
    std::vector<RejectedRecord> first_rejected;
    std::string fingerprint;
};

/// What Indexer::set_user_words() did.
struct UserWordsReport {
    std::uint64_t run = 0;
    std::uint64_t words = 0;  ///< in effect now
    /// Against the dictionary before: words that are new, gone, or have other parts.
    std::uint64_t added = 0;
    std::uint64_t removed = 0;
    std::uint64_t changed = 0;
    std::uint64_t reanalyzed = 0;  ///< articles, those whose analysis the change concerned
    std::vector<UserWordProblem> problems;
    double wall_seconds = 0;
    std::string fingerprint;
};

/// Writes to an archive. Holds its lock from construction to destruction; a second Indexer, in this
/// or another process, gets ArchiveLocked. One thread at a time. What was put becomes durable, and
/// visible to searchers all together, at commit(); without it the next run publishes what had
/// reached the disk by then, so put the rest again.
class GISA_EXPORT Indexer {
  public:
    /// Opens the archive, or creates it when the folder is absent or empty.
    /// Throws: ArchiveLocked, ArchiveIncompatible, ArchiveCorrupt, StorageFailed, Configuration.
    explicit Indexer(const std::filesystem::path& archive, const IndexerOptions& options = {});
    ~Indexer();
    Indexer(Indexer&&) noexcept;
    Indexer& operator=(Indexer&&) noexcept;
    Indexer(const Indexer&) = delete;
    Indexer& operator=(const Indexer&) = delete;

    /// Whether add() can begin, asked before an archive is opened or made for it: throws what add()
    /// throws of unknown formats and field names and of missing inputs.
    static void check(const std::vector<std::string>& inputs, const AddOptions& options = {});

    /// Reads files and folders ("-" is standard input), stores what is new or changed, and commits.
    /// Throws: InputNotFound before anything is read; InvalidArgument for an unknown format or
    /// field name; StorageFailed.
    RunReport add(const std::vector<std::string>& inputs, const AddOptions& options = {});

    /// Stores one article. Throws: InvalidArgument when id, or title and body, are empty or not
    /// UTF-8; StorageFailed.
    PutOutcome put(const Article& article);

    /// Tries the rejected records of earlier runs again, with these options, and commits. Those that
    /// are articles now are no longer rejected. Throws: as add().
    RunReport retry(const AddOptions& options = {});

    /// Takes an article out of every answer at once, without waiting for commit().
    /// Returns whether it was there.
    bool remove(std::string_view article_id);

    /// Takes an article down: out of every answer at once, its texts overwritten in the catalog, and
    /// its id never to come back. Its words leave the segments with the next merge that is due, or,
    /// in a very large segment, with merge_all(). Returns whether it was there.
    bool take_down(std::string_view article_id, std::string_view reason);
    /// Lets an id come back that was taken down; what it meant is gone. Whether it was taken down.
    bool lift_takedown(std::string_view article_id);

    /// Indexes what was put since the last commit and publishes it. Without news it only reports.
    RunReport commit();

    /// Gives the archive another user's dictionary (check_user_words() describes the text); an empty
    /// text takes it away. The articles it concerns are analysed again, and they and the dictionary
    /// take effect together: searchers see all of the change or nothing of it, also when this is
    /// killed. What was put before is committed first, with the dictionary as it was. Bad lines are
    /// problems of the report and are not stored.
    /// Throws: InvalidArgument when every line is bad, and nothing is changed then; StorageFailed.
    UserWordsReport set_user_words(std::string_view text);

    /// Merges the segments that are due, as each run does after it has published.
    RunReport merge_due();
    /// Merges all segments into one without hidden articles. Takes as long as a copy of the index,
    /// or as indexing where there are hidden articles.
    RunReport merge_all();
    /// Makes all segments anew from the catalog alone. What was pending is published with it.
    RunReport rebuild();

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};
}  // namespace gisa
