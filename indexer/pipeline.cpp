// SPDX-License-Identifier: GPL-2.0-or-later
//
// The indexer's story: read -> store as pending -> build a segment -> publish it.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <variant>

#include <gisa/error.h>
#include <gisa/indexer.h>

#include "common/catalog/catalog.h"
#include "common/io/folder_lock.h"
#include "common/text/analyzer.h"
#include "common/text/user_words.h"
#include "indexer/publisher.h"
#include "indexer/read/article_reader.h"
#include "indexer/read/plain_text.h"
#include "indexer/user_words.h"
#include "indexer/write/cpu_clock.h"

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
            "check free space and permissions, then run this again"
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
                "the archive was indexed with another analysis: it has \"" + segment.fingerprint
                    + "\", this program has \"" + ours + "\"",
                "use the dictionary it was built with (--dictionary), or re-index into a fresh "
                "archive"
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
          lock_(archive_),
          catalog_(archive_, catalog::Access::ReadWrite),
          dictionary_(text::Dictionary::open(options.dictionary)),
          user_words_(text::make_user_words(catalog_.user_words())),
          fingerprint_(text::Analyzer::fingerprint(dictionary_.get(), user_words_.get())) {
        check_fingerprint(catalog_, fingerprint_);
        on_disk([this] { indexer::sweep_leftovers(archive_, catalog_); });
        left_over_ = catalog_.pending_rows().size();
    }

    RunReport add(const std::vector<std::string>& inputs, const AddOptions& options) {
        indexer::check_options(options);
        const std::vector<indexer::Source> sources = indexer::list_sources(inputs);
        begin_run("add", joined(inputs));
        std::uint64_t total = 0;
        for (const indexer::Source& source : sources) {
            total += source.bytes;
        }
        std::uint64_t done = 0;
        show({.stage = Progress::Stage::Reading, .total = total});
        for (const indexer::Source& source : sources) {
            read(source, options, done, total);
            done += source.bytes;
        }
        return commit();
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
        begin_run("remove", "");
        close_transaction();
        const bool was_there = catalog_.remove(id, report_->run);
        report_->removed += was_there ? 1 : 0;
        return was_there;
    }

    RunReport commit() {
        begin_run("add", "");
        close_transaction();
        const indexer::BuiltSegment built =
            on_disk([this] { return indexer::publish_pending(catalog_, builder_options()); });
        RunReport report = std::move(*report_);
        report_.reset();
        report.text_bytes = built.text_bytes;
        report.cpu_seconds.analyze += built.cpu_seconds.analyze;
        report.cpu_seconds.write += built.cpu_seconds.write;
        report.cpu_seconds.compact += built.cpu_seconds.compact;
        report.cpu_seconds.catalog += built.cpu_seconds.catalog;
        report.resumed = built.articles > 0 ? std::exchange(left_over_, 0) : 0;
        report.wall_seconds = std::chrono::duration<double>(Clock::now() - began_).count();
        catalog_.finish_run(report);
        show(
            {.stage = Progress::Stage::Finished,
             .done = built.articles,
             .total = built.articles,
             .articles = built.articles}
        );
        return report;
    }

    UserWordsReport set_user_words(std::string_view text) {
        text::UserWordsText wanted = text::read_user_words_text(text);
        if (wanted.check.words.empty() && !wanted.check.problems.empty()) {
            throw Error(
                ErrorCode::InvalidArgument,
                "no line of the dictionary can be used: " + wanted.check.problems.front().reason,
                "list one Korean word a line, with its parts behind it if it has any"
            );
        }
        if (report_ || !catalog_.pending_rows().empty()) {
            static_cast<void>(commit());
        }
        begin_run("dictionary", "");
        UserWordsReport report = on_disk([&] {
            return indexer::replace_user_words(
                catalog_, wanted.good_lines, report_->run, builder_options()
            );
        });
        user_words_ = text::make_user_words(wanted.good_lines);
        fingerprint_ = report.fingerprint;
        report_->replaced = report.reanalyzed;
        catalog_.finish_run(*std::exchange(report_, std::nullopt));
        report.problems = std::move(wanted.check.problems);
        report.wall_seconds = std::chrono::duration<double>(Clock::now() - began_).count();
        show(
            {.stage = Progress::Stage::Finished,
             .done = report.reanalyzed,
             .total = report.reanalyzed,
             .articles = report.reanalyzed}
        );
        return report;
    }

  private:
    using Clock = std::chrono::steady_clock;

    /// A run begins with the first thing that is done in it.
    void begin_run(std::string_view command, std::string_view inputs) {
        if (report_) {
            return;
        }
        began_ = Clock::now();
        report_.emplace();
        report_->fingerprint = fingerprint_;
        report_->run = catalog_.begin_run(command, inputs);
    }

    void read(
        const indexer::Source& source,
        const AddOptions& options,
        std::uint64_t done,
        std::uint64_t total
    ) {
        const auto reader = indexer::open_source(source, options);
        for (;;) {
            std::optional<indexer::ReadOutcome> outcome;
            {
                const CpuStage stage(report_->cpu_seconds.read);
                outcome = reader->next();
            }
            if (std::holds_alternative<indexer::EndOfInput>(*outcome)) {
                return;
            }
            const CpuStage stage(report_->cpu_seconds.catalog);
            if (const auto* article = std::get_if<Article>(&*outcome)) {
                store(*article);
            } else {
                reject(std::get<RejectedRecord>(*outcome));
            }
            show_reading(
                {.stage = Progress::Stage::Reading,
                 .done = done + reader->bytes_read(),
                 .total = total,
                 .articles = seen()}
            );
        }
    }

    PutOutcome store(const Article& article) {
        open_transaction();
        const PutOutcome outcome = catalog_.put(article, report_->run);
        report_->added += outcome == PutOutcome::Added ? 1 : 0;
        report_->replaced += outcome == PutOutcome::Replaced ? 1 : 0;
        report_->unchanged += outcome == PutOutcome::Unchanged ? 1 : 0;
        transaction_bytes_ += article.title.size() + article.body.size();
        if (transaction_bytes_ > kTransactionBytes) {
            close_transaction();
        }
        return outcome;
    }

    void reject(const RejectedRecord& record) {
        open_transaction();
        catalog_.reject(record, report_->run);
        ++report_->rejected;
        if (report_->first_rejected.size() < kReportedRejections) {
            report_->first_rejected.push_back(record);
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
            in_transaction_ = false;
            catalog_.commit();
        }
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
            .batch_articles = options_.batch_articles,
            .on_progress = options_.on_progress,
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
    bool in_transaction_ = false;
    std::uint64_t transaction_bytes_ = 0;
};

Indexer::Indexer(const std::filesystem::path& archive, const IndexerOptions& options)
    : impl_(std::make_unique<Impl>(archive, options)) {}

Indexer::~Indexer() = default;
Indexer::Indexer(Indexer&&) noexcept = default;
Indexer& Indexer::operator=(Indexer&&) noexcept = default;

RunReport Indexer::add(const std::vector<std::string>& inputs, const AddOptions& options) {
    return impl_->add(inputs, options);
}

PutOutcome Indexer::put(const Article& article) {
    return impl_->put(article);
}

bool Indexer::remove(std::string_view article_id) {
    return impl_->remove(article_id);
}

RunReport Indexer::commit() {
    return impl_->commit();
}

UserWordsReport Indexer::set_user_words(std::string_view text) {
    return impl_->set_user_words(text);
}
}  // namespace gisa
