// SPDX-License-Identifier: GPL-2.0-or-later
//
// The indexer's story: read -> store as pending -> build a segment -> publish it -> merge.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <variant>

#include <gisa/error.h>
#include <gisa/indexer.h>

#include "common/catalog/catalog.h"
#include "common/io/folder_lock.h"
#include "common/messages/tr.h"
#include "common/segment/fingerprint.h"
#include "common/text/user_words.h"
#include "indexer/merger.h"
#include "indexer/pruning.h"
#include "indexer/publisher.h"
#include "indexer/read/article_reader.h"
#include "indexer/read/plain_text.h"
#include "indexer/read_ahead.h"
#include "indexer/source_memory.h"
#include "indexer/user_words.h"
#include "indexer/write/cpu_clock.h"
#include "indexer/write/interruption.h"

namespace gisa {
namespace {
using indexer::CpuStage;

/// A transaction is closed after so much text: it bounds what a kill makes the next run read again.
constexpr std::uint64_t kTransactionBytes = 8U << 20U;
constexpr std::size_t kReportedRejections = 20;

/// Runs `work`; what std::filesystem throws becomes Gisa's own.
template <typename Work>
auto on_disk(Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (const std::filesystem::filesystem_error& error) {
        throw Error(
            ErrorCode::StorageFailed,
            error.what(),
            tr("check free space and permissions, then run this again")
        );
    }
}

/// The folder, made if need be; one that holds something else is left alone.
std::filesystem::path existing_or_new(const std::filesystem::path& archive) {
    catalog::check_folder(archive);
    std::filesystem::create_directories(archive);
    return archive;
}

void check_fingerprint(const catalog::Catalog& catalog, const std::string& ours) {
    for (const catalog::SegmentRecord& segment : catalog.published_set().segments) {
        if (segment.fingerprint != ours) {
            throw Error(
                ErrorCode::ArchiveIncompatible,
                tr("the archive was indexed in another way: it has \"%1\", this program has \"%2\"",
                   {segment.fingerprint, ours}),
                tr("use the dictionary it was built with (--dictionary), or analyse all of it "
                   "again: gisa-index rebuild")
            );
        }
    }
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        out.append(out.empty() ? "" : " ").append(word);
    }
    return out;
}
}  // namespace

class Indexer::Impl {
  public:
    Impl(const std::filesystem::path& archive, const IndexerOptions& options)
        : archive_(on_disk([&] { return existing_or_new(archive); })),
          options_(options),
          lock_(archive_, options.wait),
          catalog_(archive_, catalog::Access::ReadWrite),
          dictionary_(text::Dictionary::open(options.dictionary)),
          user_words_(text::make_user_words(catalog_.user_words())),
          fingerprint_(segment::fingerprint(dictionary_.get(), user_words_.get())) {
        if (!options.to_rebuild) {
            check_fingerprint(catalog_, fingerprint_);
        }
        on_disk([this] { indexer::sweep_leftovers(archive_, catalog_); });
        left_over_ = catalog_.pending_rows().size();
    }

    RunReport add(const std::vector<std::string>& inputs, const AddOptions& options) {
        indexer::check_options(options);
        const std::vector<indexer::Source> sources = indexer::list_sources(inputs);
        return logged_run("add", joined(inputs), [&] {
            for (const indexer::Source& source : sources) {
                bytes_to_read_ += source.bytes;
            }
            show({.stage = Progress::Stage::Reading, .total = bytes_to_read_});
            indexer::Pruning pruning;
            for (const indexer::Source& source : sources) {
                visit(source, options, pruning);
                bytes_done_ += source.bytes;
            }
            if (options.prune) {
                pruning.add_vanished(indexer::vanished_sources(catalog_, inputs));
            }
            publish([this, &pruning] { report_->removed += pruning.apply(catalog_, report_->run); }
            );
            merge();
        });
    }

    RunReport retry(const AddOptions& options) {
        indexer::check_options(options);
        return logged_run("retry", "", [&] {
            retry_rejected(options);
            publish();
            merge();
        });
    }

    PutOutcome put(const Article& article) {
        if (article.id.empty() || (article.title.empty() && article.body.empty())) {
            throw Error(
                ErrorCode::InvalidArgument, "an article needs an id, and a title or a body"
            );
        }
        for (const std::string* text : {&article.id, &article.title, &article.body}) {
            if (indexer::first_ill_formed(*text)) {
                throw Error(ErrorCode::InvalidArgument, "the article holds ill-formed UTF-8");
            }
        }
        begin_run("add", "");
        return store(article);
    }

    bool remove(std::string_view id) {
        begin_run("remove", id);
        close_transaction();
        const bool was_there = catalog_.remove(id, report_->run);
        report_->removed += was_there ? 1 : 0;
        return was_there;
    }

    bool take_down(std::string_view id, std::string_view reason) {
        begin_run("takedown", id);
        close_transaction();
        const bool was_there = catalog_.take_down(id, reason, report_->run);
        report_->removed += was_there ? 1 : 0;
        return was_there;
    }

    bool lift_takedown(std::string_view id) {
        begin_run("takedown", id);
        close_transaction();
        return catalog_.lift_takedown(id);
    }

    RunReport commit() {
        return logged_run("add", "", [this] {
            publish();
            merge();
        });
    }

    RunReport merge_due() {
        return logged_run("merge", "", [this] {
            publish();
            merge_with([this](const auto& how) {
                return indexer::merge_due(catalog_, how, report_->warnings);
            });
        });
    }

    RunReport merge_all() {
        return logged_run("merge", "full", [this] {
            publish();
            merge_with([this](const auto& how) {
                return indexer::merge_all(catalog_, how, report_->warnings);
            });
        });
    }

    RunReport rebuild() {
        return logged_run("rebuild", "", [this] {
            close_transaction();
            merge_with([this](const auto& how) { return indexer::rebuild_segments(catalog_, how); }
            );
            publish();
        });
    }

    UserWordsReport set_user_words(std::string_view text) {
        text::UserWordsText wanted = text::read_user_words_text(text);
        if (wanted.check.words.empty() && !wanted.check.problems.empty()) {
            throw Error(
                ErrorCode::InvalidArgument,
                tr("no line of the dictionary can be used: %1",
                   {wanted.check.problems.front().reason}),
                tr("list one Korean word a line, with its parts behind it if it has any")
            );
        }
        if (report_ || !catalog_.pending_rows().empty()) {
            static_cast<void>(commit());
        }
        UserWordsReport report;
        const RunReport run = logged_run("dictionary", "", [&] {
            report = indexer::replace_user_words(
                catalog_, wanted.good_lines, report_->run, builder_options()
            );
            user_words_ = text::make_user_words(wanted.good_lines);
            fingerprint_ = report.fingerprint;
            report_->replaced = report.reanalyzed;
            // No merge: it would forget the rows that open searchers still read from.
        });
        report.problems = std::move(wanted.check.problems);
        report.wall_seconds = run.wall_seconds;
        return report;
    }

  private:
    using Clock = std::chrono::steady_clock;

    // --- a run ------------------------------------------------------------------------------

    /// A run begins with the first thing that is done in it.
    void begin_run(std::string_view command, std::string_view inputs) {
        if (report_) {
            return;
        }
        began_ = Clock::now();
        bytes_done_ = 0;
        bytes_to_read_ = 0;
        report_.emplace();
        report_->fingerprint = fingerprint_;
        report_->run = catalog_.begin_run(command, inputs);
    }

    /// Does the rest of a run and writes down how it ended.
    template <typename Work>
    RunReport logged_run(std::string_view command, std::string_view inputs, Work&& work) {
        begin_run(command, inputs);
        try {
            on_disk(std::forward<Work>(work));
        } catch (const Error& error) {
            log_failure(error);
            throw;
        }
        RunReport report = std::move(*report_);
        report_.reset();
        report.wall_seconds = std::chrono::duration<double>(Clock::now() - began_).count();
        catalog_.finish_run(report);
        show(
            {.stage = Progress::Stage::Finished,
             .done = indexed_,
             .total = indexed_,
             .articles = indexed_}
        );
        return report;
    }

    /// What was stored in the open transaction is kept when it can be. On a full disk the log of
    /// runs cannot tell it either; the caller is told in any case.
    void log_failure(const Error& failure) {
        const std::uint64_t run = std::exchange(report_, std::nullopt)->run;
        const bool was_open = std::exchange(in_transaction_, false);
        try {
            if (was_open) {
                catalog_.commit();
            }
            catalog_.fail_run(run, failure.what());
        } catch (const Error&) {
            return;  // the first failure is the one to tell
        }
    }

    // --- reading ----------------------------------------------------------------------------

    void visit(
        const indexer::Source& source, const AddOptions& options, indexer::Pruning& pruning
    ) {
        indexer::throw_if_stopped(options_.stop);
        close_transaction();
        indexer::SourceVisit visit =
            indexer::begin_visit(catalog_, source.path, options, report_->run);
        if (visit.kind == indexer::SourceVisit::Kind::Unchanged) {
            ++report_->unchanged_files;
            report_->unchanged += visit.record.articles;
            return;
        }
        const auto reader = indexer::open_source(source, options);
        if (visit.kind == indexer::SourceVisit::Kind::Resumed) {
            reader->skip(visit.record.records);
            report_->unchanged += visit.record.articles;
        }
        source_ = &visit.record;
        const auto forget = std::unique_ptr<Impl, ForgetSource>(this);
        read(*reader, options);
        close_transaction();
        const std::optional<catalog::SourceRecord> finished = indexer::end_visit(visit);
        if (options.prune && visit.record.number != 0) {
            pruning.add_read(visit.record, finished);
        } else if (finished) {
            catalog_.finish_source(*finished, report_->run);
        }
    }

    struct ForgetSource {
        void operator()(Impl* indexer) const { indexer->source_ = nullptr; }
    };

    void read(indexer::ArticleReader& source, const AddOptions& options) {
        indexer::ReadAhead reader(source);
        const double read_before = report_->cpu_seconds.read;
        for (;;) {
            indexer::throw_if_stopped(options_.stop);
            indexer::ReadOutcome outcome = reader.next();
            report_->cpu_seconds.read = read_before + reader.cpu_seconds();
            if (std::holds_alternative<indexer::EndOfInput>(outcome)) {
                return;
            }
            const CpuStage stage(report_->cpu_seconds.catalog);
            if (const auto* article = std::get_if<Article>(&outcome)) {
                store(*article);
            } else {
                reject(std::get<RejectedRecord>(outcome), options);
            }
            show_reading(
                {.stage = Progress::Stage::Reading,
                 .done = bytes_done_ + reader.bytes_read(),
                 .total = bytes_to_read_,
                 .articles = seen()}
            );
        }
    }

    PutOutcome store(const Article& article) {
        open_transaction();
        const PutOutcome outcome = catalog_.put(
            article, report_->run, source_ != nullptr ? *source_ : catalog::SourceRecord{}
        );
        switch (outcome) {
            case PutOutcome::Added:
                ++report_->added;
                break;
            case PutOutcome::Replaced:
                ++report_->replaced;
                break;
            case PutOutcome::Unchanged:
                ++report_->unchanged;
                break;
            case PutOutcome::TakenDown:
                ++report_->taken_down;
                break;
        }
        if (source_ != nullptr) {
            ++source_->records;
            ++source_->articles;
        }
        transaction_bytes_ += article.title.size() + article.body.size();
        if (transaction_bytes_ > kTransactionBytes) {
            close_transaction();
        }
        return outcome;
    }

    void reject(RejectedRecord record, const AddOptions& options) {
        open_transaction();
        if (report_->first_rejected.size() < kReportedRejections) {
            report_->first_rejected.push_back(record);
        }
        ++report_->rejected;
        if (source_ != nullptr) {
            ++source_->records;
            // By its full name: a later run may be called from elsewhere.
            record.source = source_->path.empty() ? record.source : source_->path;
        }
        catalog_.reject(record, report_->run);
        if (options.max_rejected && report_->rejected > *options.max_rejected) {
            give_up(*options.max_rejected);
        }
    }

    [[noreturn]] void give_up(std::uint64_t most) {
        source_ = nullptr;
        close_transaction();
        catalog_.drop_stored(report_->run);
        throw Error(
            ErrorCode::InputRejected,
            tr_n(
                "more than %1 record was rejected",
                "more than %1 records were rejected",
                most,
                {std::to_string(most)}
            ),
            tr("nothing of this run was kept; `gisa-index status` shows the records and why")
        );
    }

    void retry_rejected(const AddOptions& options) {
        constexpr std::size_t kAtOnce = 1'000;
        std::int64_t last = 0;
        for (;;) {
            const std::vector<catalog::NumberedRejection> rejected =
                catalog_.rejected_after(last, kAtOnce);
            if (rejected.empty()) {
                return;
            }
            for (const catalog::NumberedRejection& again : rejected) {
                indexer::throw_if_stopped(options_.stop);
                last = again.number;
                indexer::ReadOutcome outcome = indexer::read_record(again.record, options);
                if (const auto* article = std::get_if<Article>(&outcome)) {
                    store(*article);
                    catalog_.forget_rejected(again.number);
                } else {
                    ++report_->rejected;
                    if (report_->first_rejected.size() < kReportedRejections) {
                        report_->first_rejected.push_back(again.record);
                    }
                }
            }
        }
    }

    void open_transaction() {
        if (!in_transaction_) {
            catalog_.begin();
            in_transaction_ = true;
            transaction_bytes_ = 0;
        }
    }

    void close_transaction() {
        if (in_transaction_) {
            if (source_ != nullptr && source_->number != 0) {
                catalog_.advance_source(*source_);
            }
            in_transaction_ = false;
            catalog_.commit();
        }
    }

    // --- publishing and merging -------------------------------------------------------------

    void publish(const std::function<void()>& together_with = {}) {
        close_transaction();
        const indexer::BuiltSegment built =
            indexer::publish_pending(catalog_, builder_options(), together_with);
        indexed_ = built.articles;
        report_->text_bytes = built.text_bytes;
        report_->cpu_seconds.analyze += built.cpu_seconds.analyze;
        report_->cpu_seconds.write += built.cpu_seconds.write;
        report_->cpu_seconds.compact += built.cpu_seconds.compact;
        report_->cpu_seconds.catalog += built.cpu_seconds.catalog;
        report_->resumed = built.articles > 0 ? std::exchange(left_over_, 0) : 0;
    }

    void merge() {
        if (options_.merge) {
            merge_with([this](const auto& how) {
                return indexer::merge_due(catalog_, how, report_->warnings);
            });
        }
    }

    template <typename Merge>
    void merge_with(Merge&& merge) {
        const indexer::ProcessCpuStage stage(report_->cpu_seconds.merge);
        report_->merge = std::forward<Merge>(merge)(builder_options());
    }

    [[nodiscard]] std::uint64_t seen() const {
        return report_->added + report_->replaced + report_->unchanged + report_->rejected;
    }

    [[nodiscard]] indexer::SegmentBuilderOptions builder_options() const {
        return {
            .archive = archive_,
            .dictionary = dictionary_,
            .user_words = user_words_,
            .threads = threads(),
            .batch_bytes = options_.batch_bytes,
            .on_progress = options_.on_progress,
            .stop = options_.stop,
            .first_row = {},
        };
    }

    [[nodiscard]] unsigned threads() const {
        return options_.threads != 0 ? options_.threads
                                     : std::max(1U, std::thread::hardware_concurrency());
    }

    void show(const Progress& progress) const {
        if (options_.on_progress) {
            options_.on_progress(progress);
        }
    }

    void show_reading(const Progress& progress) {
        if (options_.on_progress && Clock::now() - shown_ > std::chrono::milliseconds(200)) {
            shown_ = Clock::now();
            options_.on_progress(progress);
        }
    }

    std::filesystem::path archive_;
    IndexerOptions options_;
    io::FolderLock lock_;
    catalog::Catalog catalog_;
    std::shared_ptr<const text::Dictionary> dictionary_;
    std::shared_ptr<const text::UserWords> user_words_;
    std::string fingerprint_;
    std::uint64_t left_over_ = 0;
    std::optional<RunReport> report_;
    Clock::time_point began_;
    Clock::time_point shown_;
    std::uint64_t bytes_to_read_ = 0;
    std::uint64_t bytes_done_ = 0;
    std::uint64_t indexed_ = 0;
    /// What is being read; null between sources.
    catalog::SourceRecord* source_ = nullptr;
    bool in_transaction_ = false;
    std::uint64_t transaction_bytes_ = 0;
};

Indexer::Indexer(const std::filesystem::path& archive, const IndexerOptions& options)
    : impl_(std::make_unique<Impl>(archive, options)) {}

Indexer::~Indexer() = default;
Indexer::Indexer(Indexer&&) noexcept = default;
Indexer& Indexer::operator=(Indexer&&) noexcept = default;

void Indexer::check(const std::vector<std::string>& inputs, const AddOptions& options) {
    indexer::check_options(options);
    indexer::check_inputs(inputs);
}

RunReport Indexer::add(const std::vector<std::string>& inputs, const AddOptions& options) {
    return impl_->add(inputs, options);
}

PutOutcome Indexer::put(const Article& article) {
    return impl_->put(article);
}

bool Indexer::remove(std::string_view article_id) {
    return impl_->remove(article_id);
}

RunReport Indexer::retry(const AddOptions& options) {
    return impl_->retry(options);
}

bool Indexer::take_down(std::string_view article_id, std::string_view reason) {
    return impl_->take_down(article_id, reason);
}

bool Indexer::lift_takedown(std::string_view article_id) {
    return impl_->lift_takedown(article_id);
}

RunReport Indexer::commit() {
    return impl_->commit();
}

RunReport Indexer::merge_due() {
    return impl_->merge_due();
}

RunReport Indexer::merge_all() {
    return impl_->merge_all();
}

RunReport Indexer::rebuild() {
    return impl_->rebuild();
}

UserWordsReport Indexer::set_user_words(std::string_view text) {
    return impl_->set_user_words(text);
}
}  // namespace gisa
