// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write/segment_builder.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "common/io/durable.h"
#include "common/segment/biword_lists.h"
#include "common/segment/document_table.h"
#include "common/segment/segment_files.h"
#include "common/text/form_memo.h"
#include "indexer/analyze/article_analyzer.h"
#include "indexer/analyze/term_numbers.h"
#include "indexer/write/biword_files.h"
#include "indexer/write/compaction.h"
#include "indexer/write/cpu_clock.h"
#include "indexer/write/document_files.h"
#include "indexer/write/glass_database.h"
#include "indexer/write/interruption.h"

namespace gisa::indexer {
namespace {
/// More databases than this are merged in groups first: it bounds open files and memory.
constexpr std::size_t kMostMergedAtOnce = 48;

/// Batches wait in memory, at less than half of their text's bytes, until their database is whole.
constexpr std::size_t kMostBatchesInDatabase = 60;

/// By all threads together: some 140 MB.
constexpr std::size_t kRememberedForms = 3'000'000;

using Paths = std::vector<std::filesystem::path>;

void add_seconds(StageSeconds& sum, const StageSeconds& more) {
    sum.catalog += more.catalog;
    sum.analyze += more.analyze;
    sum.write += more.write;
    sum.compact += more.compact;
}

/// Runs jobs 0..count-1 on threads and waits for them while `watch` is called from this thread.
/// The first exception stops the rest and is thrown again here.
class Jobs {
  public:
    using Job = std::function<void(std::size_t job)>;
    /// Makes what one thread needs for its jobs, inside that thread.
    using JobMaker = std::function<Job()>;

    Jobs(std::size_t count, unsigned threads) : count_(count), threads_(threads) {}

    void run(const JobMaker& make_job, const std::function<void()>& watch) {
        std::vector<std::thread> workers;
        const std::size_t wanted = std::min<std::size_t>(threads_, count_);
        running_ = wanted;
        for (std::size_t i = 0; i < wanted; ++i) {
            workers.emplace_back([this, &make_job] { work(make_job); });
        }
        std::unique_lock lock(mutex_);
        while (!changed_.wait_for(lock, std::chrono::milliseconds(200), [this] {
            return running_ == 0;
        })) {
            lock.unlock();
            watch();
            lock.lock();
        }
        lock.unlock();
        for (std::thread& worker : workers) {
            worker.join();
        }
        if (failure_) {
            std::rethrow_exception(failure_);
        }
    }

  private:
    void work(const JobMaker& make_job) {
        try {
            const Job job = make_job();
            for (std::size_t next = taken_++; next < count_ && !failed_; next = taken_++) {
                job(next);
            }
        } catch (...) {
            const std::scoped_lock lock(mutex_);
            if (!failure_) {
                failure_ = std::current_exception();
            }
            failed_ = true;
        }
        const std::scoped_lock lock(mutex_);
        --running_;
        changed_.notify_all();
    }

    std::size_t count_;
    unsigned threads_;
    std::atomic<std::size_t> taken_ = 0;
    std::atomic<bool> failed_ = false;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t running_ = 0;
    std::exception_ptr failure_;
};

/// One build from rows and databases to files.
class Build {
  public:
    Build(
        const std::vector<SegmentPart>& parts,
        const std::filesystem::path& folder,
        const SegmentBuilderOptions& options,
        Progress::Stage stage
    )
        : folder_(folder),
          options_(options),
          stage_(stage) {
        plan(parts);
    }

    BuiltSegment run() {
        std::filesystem::create_directories(folder_);
        write_databases();
        if (built_.articles == 0) {
            return built_;
        }
        report(Progress::Stage::Compacting);
        Paths databases;
        for (const Database& database : databases_) {
            databases.push_back(database.folder);
        }
        while (databases.size() > kMostMergedAtOnce) {
            databases = merge_groups(databases);
        }
        finish(databases);
        return built_;
    }

  private:
    /// Some rows of one part, analysed by one thread.
    struct Batch {
        std::span<const catalog::Row> rows;
        std::size_t first = 0;     ///< how many rows all the batches before it have
        std::size_t database = 0;  ///< into databases_
        std::size_t place = 0;     ///< into the database's batches
    };

    /// A database that some batches make, or one that is there already.
    struct Database {
        std::filesystem::path folder;
        std::filesystem::path biwords;    ///< a file
        std::filesystem::path documents;  ///< likewise
        std::vector<InvertedBatch> batches;
        std::size_t missing = 0;  ///< batches that are not analysed yet; under mutex_
    };

    void plan(const std::vector<SegmentPart>& parts) {
        for (const SegmentPart& part : parts) {
            if (part.postings.empty()) {
                cut_into_batches(part.rows);
            } else {
                const std::filesystem::path from = part.postings.parent_path();
                databases_.push_back(
                    {part.postings,
                     from / segment::kBiwordsFile,
                     from / segment::kDocumentsFile,
                     {},
                     0}
                );
                built_.articles += part.articles;
            }
        }
    }

    void cut_into_batches(std::span<const catalog::Row> rows) {
        const catalog::Catalog catalog(options_.archive, catalog::Access::ReadOnly);
        std::size_t begin = 0;
        std::uint64_t bytes = 0;
        for (std::size_t end = 1; end <= rows.size(); ++end) {
            bytes += catalog.text_bytes(rows[end - 1]);
            if (bytes >= options_.batch_bytes || end == rows.size()) {
                add_batch(rows.subspan(begin, end - begin), begin == 0);
                begin = end;
                bytes = 0;
            }
        }
    }

    void add_batch(std::span<const catalog::Row> rows, bool is_first_of_part) {
        if (is_first_of_part || databases_.back().missing == kMostBatchesInDatabase) {
            const std::string number = std::to_string(total_);
            databases_.push_back(
                {folder_ / ("batches-" + number),
                 folder_ / ("biwords-" + number),
                 folder_ / ("documents-" + number),
                 {},
                 0}
            );
        }
        Database& database = databases_.back();
        batches_.push_back({rows, total_, databases_.size() - 1, database.missing});
        database.batches.resize(++database.missing);
        total_ += rows.size();
    }

    void write_databases() {
        report(stage_);
        const auto memo = std::make_shared<text::FormMemo>(kRememberedForms);
        Jobs(batches_.size(), options_.threads)
            .run(
                [&] {
                    auto articles = std::make_shared<catalog::Catalog>(
                        options_.archive, catalog::Access::ReadOnly
                    );
                    auto analyzer = std::make_shared<ArticleAnalyzer>(
                        options_.dictionary, options_.user_words, memo
                    );
                    return [this, articles, analyzer](std::size_t batch) {
                        finish(batch, invert(batches_[batch], *articles, *analyzer));
                    };
                },
                [this] { report(stage_); }
            );
    }

    InvertedBatch invert(
        const Batch& batch, const catalog::Catalog& articles, ArticleAnalyzer& analyzer
    ) {
        BuiltSegment part;
        TermNumbers numbers;
        Inverter inverter;
        for (std::size_t i = 0; i < batch.rows.size(); ++i) {
            throw_if_stopped(options_.stop);
            std::optional<Article> article;
            std::chrono::sys_seconds first_stored;
            {
                const CpuStage stage(part.cpu_seconds.catalog);
                article = articles.article(batch.rows[i]);
                first_stored = articles.first_stored(batch.rows[i]);
            }
            if (!article) {
                continue;
            }
            AnalyzedArticle analyzed;
            {
                const CpuStage stage(part.cpu_seconds.analyze);
                analyzed = analyzer.analyze(name_of(batch, i), *article, first_stored, numbers);
            }
            const CpuStage stage(part.cpu_seconds.write);
            inverter.add(analyzed);
            ++part.articles;
            part.text_bytes += analyzed.text_bytes;
            ++done_;
        }
        InvertedBatch inverted;
        {
            const CpuStage stage(part.cpu_seconds.write);
            inverted = std::move(inverter).finish(numbers);
        }
        add(part);
        return inverted;
    }

    /// The thread that brings a database's last batch writes it.
    void finish(std::size_t batch, InvertedBatch inverted) {
        Database& database = databases_[batches_[batch].database];
        std::vector<InvertedBatch> all;
        {
            const std::scoped_lock lock(mutex_);
            database.batches[batches_[batch].place] = std::move(inverted);
            if (--database.missing > 0) {
                return;
            }
            all = std::move(database.batches);
        }
        BuiltSegment part;
        {
            const CpuStage stage(part.cpu_seconds.write);
            write_glass_database(database.folder, all);
            write_biwords(database.biwords, all);
            write_documents(database.documents, all);
        }
        add(part);
    }

    /// The row by which the segment calls article `i` of a batch.
    [[nodiscard]] catalog::Row name_of(const Batch& batch, std::size_t i) const {
        return options_.first_row ? *options_.first_row + static_cast<catalog::Row>(batch.first + i)
                                  : batch.rows[i];
    }

    /// One level of merging: neighbours together, so that the order of the articles stays.
    Paths merge_groups(const Paths& databases) {
        const std::size_t count = (databases.size() + kMostMergedAtOnce - 1) / kMostMergedAtOnce;
        const std::size_t level = ++level_;
        Paths merged(count);
        Jobs(count, options_.threads)
            .run(
                [&] {
                    return [&](std::size_t group) {
                        const auto first = databases.begin()
                                           + static_cast<std::ptrdiff_t>(group * kMostMergedAtOnce);
                        const auto last = databases.begin()
                                          + static_cast<std::ptrdiff_t>(std::min(
                                              (group + 1) * kMostMergedAtOnce, databases.size()
                                          ));
                        const Paths inputs(first, last);
                        merged[group] =
                            folder_
                            / ("merge-" + std::to_string(level) + "-" + std::to_string(group));
                        BuiltSegment part;
                        {
                            const CpuStage stage(part.cpu_seconds.compact);
                            compact(inputs, merged[group]);
                        }
                        add(part);
                        remove_all(inputs);
                    };
                },
                [this] { report(Progress::Stage::Compacting); }
            );
        return merged;
    }

    void finish(const Paths& databases) {
        const CpuStage stage(built_.cpu_seconds.compact);
        const std::filesystem::path postings = folder_ / segment::kPostingsFile;
        const std::filesystem::path lexicon = folder_ / segment::kLexiconFile;
        compact(databases, postings);
        remove_all(databases);
        check_compacted(postings, built_.articles);
        write_lexicon(postings, lexicon);
        put_together(&Database::biwords, merge_biwords, folder_ / segment::kBiwordsFile);
        put_together(&Database::documents, merge_documents, folder_ / segment::kDocumentsFile);
        check_counts();
        for (const std::string_view name : segment::kSegmentFiles) {
            io::fsync_file(folder_ / name);
            built_.bytes += std::filesystem::file_size(folder_ / name);
        }
        io::fsync_folder(folder_);
        for (const std::string_view name : segment::kSegmentFiles) {
            built_.hashes.push_back(io::hash_file(folder_ / name));
        }
    }

    /// What goes into the files beside the postings was written by us, and may be damaged.
    void check_counts() const {
        const std::filesystem::path documents = folder_ / segment::kDocumentsFile;
        const std::filesystem::path biwords = folder_ / segment::kBiwordsFile;
        if (segment::DocumentTable(documents).documents() != built_.articles) {
            throw segment::damaged(documents);
        }
        if (segment::BiwordLists(biwords).documents() != built_.articles) {
            throw segment::damaged(biwords);
        }
    }

    /// Merges one file of each database.
    void put_together(
        std::filesystem::path Database::*one,
        void (*merge)(const Paths& files, const std::filesystem::path& merged),
        const std::filesystem::path& file
    ) const {
        Paths parts;
        for (const Database& database : databases_) {
            parts.push_back(database.*one);
        }
        merge(parts, file);
        remove_all(parts);
    }

    /// Removes our own databases; those of other segments are not ours.
    void remove_all(const Paths& databases) const {
        for (const std::filesystem::path& database : databases) {
            if (database.parent_path() == folder_) {
                std::filesystem::remove_all(database);
            }
        }
    }

    void add(const BuiltSegment& part) {
        const std::scoped_lock lock(mutex_);
        built_.articles += part.articles;
        built_.text_bytes += part.text_bytes;
        add_seconds(built_.cpu_seconds, part.cpu_seconds);
    }

    void report(Progress::Stage stage) const {
        if (options_.on_progress) {
            const std::uint64_t done = done_;
            options_.on_progress({.stage = stage, .done = done, .total = total_, .articles = done});
        }
    }

    std::vector<Batch> batches_;
    std::vector<Database> databases_;
    std::size_t total_ = 0;
    const std::filesystem::path& folder_;
    const SegmentBuilderOptions& options_;
    Progress::Stage stage_;
    std::atomic<std::uint64_t> done_ = 0;
    std::size_t level_ = 0;
    std::mutex mutex_;
    BuiltSegment built_;
};
}  // namespace

BuiltSegment build_segment(
    const std::vector<SegmentPart>& parts,
    const std::filesystem::path& folder,
    const SegmentBuilderOptions& options,
    Progress::Stage stage
) {
    return Build(parts, folder, options, stage).run();
}
}  // namespace gisa::indexer
