// SPDX-License-Identifier: GPL-2.0-or-later
//
// The archive held against itself, from the catalog's pages to single words in segments.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <gisa/archive_care.h>
#include <gisa/error.h>

#include "common/catalog/catalog.h"
#include "common/io/file_hash.h"
#include "common/messages/tr.h"
#include "common/segment/fingerprint.h"
#include "common/segment/lexicon.h"
#include "common/segment/segment_files.h"
#include "common/segment/segment_use.h"
#include "common/text/user_words.h"
#include "indexer/analyze/article_analyzer.h"
#include "indexer/write/segment_check.h"

namespace gisa {
namespace {
namespace fs = std::filesystem;
using catalog::Row;
using catalog::SegmentRecord;

constexpr const char* kRebuild =
    tr_later("make the segments again from the catalog: gisa-index rebuild");
constexpr const char* kRestore =
    tr_later("restore the catalog from a snapshot, then index the days since");

/// Of the time that a segment takes, about so much goes into its files.
constexpr double kShareOfFiles = 0.5;

class Verification {
  public:
    Verification(const fs::path& archive, const CheckOptions& options)
        : archive_(archive),
          options_(options),
          catalog_(archive, catalog::Access::ReadOnly),
          published_(catalog_.published_set()) {
        for (const SegmentRecord& segment : published_.segments) {
            total_bytes_ += segment.bytes;
        }
    }

    ArchiveCheck run() {
        const auto began = std::chrono::steady_clock::now();
        check_.segments = published_.segments.size();
        check_.articles = published_.articles;
        for (std::string& finding : catalog_.damage()) {
            tell(std::move(finding), kRestore);
        }
        prepare_sample();
        for (const SegmentRecord& segment : published_.segments) {
            check_segment(segment);
            done_bytes_ += segment.bytes;
        }
        look_for_strays();
        check_.wall_seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
        return std::move(check_);
    }

  private:
    void prepare_sample() {
        const auto user_words = text::make_user_words(published_.user_words);
        auto dictionary = text::Dictionary::open(options_.dictionary);
        const std::string ours = segment::fingerprint(dictionary.get(), user_words.get());
        for (const SegmentRecord& segment : published_.segments) {
            if (segment.fingerprint != ours) {
                tell(
                    tr("the segments were built with another analysis: \"%1\" and not \"%2\"",
                       {segment.fingerprint, ours}),
                    tr_later(
                        "use the dictionary they were built with (--dictionary), or gisa-index "
                        "rebuild"
                    )
                );
                return;
            }
        }
        analyzer_.emplace(std::move(dictionary), user_words);
    }

    void check_segment(const SegmentRecord& segment) {
        show(0);
        const fs::path folder = segment::segment_folder(archive_, segment.number);
        try {
            const segment::SegmentUse use(folder);
            check_files(segment, folder);
            show(kShareOfFiles, segment.bytes);
            const indexer::SegmentContent content(folder);
            check_rows(segment, content);
            if (analyzer_) {
                check_sample(segment, content);
            }
        } catch (const Error& error) {
            tell(error.what(), kRebuild);
        }
    }

    void check_files(const SegmentRecord& segment, const fs::path& folder) {
        for (std::size_t i = 0; i < segment::kSegmentFiles.size(); ++i) {
            const fs::path file = folder / segment::kSegmentFiles[i];
            if (i >= segment.hashes.size() || io::hash_file(file) != segment.hashes[i]) {
                tell(tr("%1 has not the bytes that were written", {file.string()}), kRebuild);
            }
        }
        if (std::string findings = indexer::engine_findings(folder); !findings.empty()) {
            tell(std::move(findings), kRebuild);
        }
        static_cast<void>(segment::Lexicon(folder / segment::kLexiconFile));
    }

    void check_rows(const SegmentRecord& segment, const indexer::SegmentContent& content) {
        std::vector<Row> expected = catalog_.visible_rows(segment);
        const std::vector<Row> hidden = catalog_.hidden_rows(segment);
        const auto middle = static_cast<std::ptrdiff_t>(expected.size());
        expected.insert(expected.end(), hidden.begin(), hidden.end());
        std::inplace_merge(expected.begin(), expected.begin() + middle, expected.end());
        if (content.rows() != expected) {
            tell(
                tr("segment %1 holds %2 articles, and not the %3 that the catalog has for it",
                   {std::to_string(segment.number),
                    std::to_string(content.rows().size()),
                    std::to_string(expected.size())}),
                kRebuild
            );
        }
        if (const std::size_t left = catalog_.taken_down_rows(segment).size(); left > 0) {
            tell(
                tr("words of %1 versions that were taken down still stand in segment %2",
                   {std::to_string(left), std::to_string(segment.number)}),
                tr_later("the next merge of it leaves them out; at once: gisa-index merge --full"),
                false
            );
        }
    }

    /// Evenly spread over the segment, as many as its share of the articles.
    void check_sample(const SegmentRecord& segment, const indexer::SegmentContent& content) {
        const std::vector<Row> rows = catalog_.visible_rows(segment);
        const double share = static_cast<double>(rows.size())
                             / static_cast<double>(std::max<std::uint64_t>(1, published_.articles));
        const auto wanted =
            static_cast<std::size_t>(share * static_cast<double>(options_.sample)) + 1;
        const std::size_t step = std::max<std::size_t>(1, rows.size() / wanted);
        for (std::size_t i = 0; i < rows.size(); i += step) {
            const double part = static_cast<double>(i) / static_cast<double>(rows.size());
            show(kShareOfFiles + (1 - kShareOfFiles) * part, segment.bytes);
            check_article(rows[i], segment, content);
        }
    }

    void check_article(
        Row row, const SegmentRecord& segment, const indexer::SegmentContent& content
    ) {
        ++check_.sampled;
        const std::optional<Article> article = readable_article(row);
        if (!article) {
            return;
        }
        if (!catalog_.has_content(row, *article)) {
            tell(tr("article %1 is not what was stored", {article->id}), kRestore);
        }
        indexer::TermNumbers numbers;
        const indexer::AnalyzedArticle analyzed =
            analyzer_->analyze(row, *article, catalog_.first_stored(row), numbers);
        const std::string missing = content.missing_term(analyzed, numbers);
        if (!missing.empty()) {
            tell(
                tr("article %1 is not found by \"%2\" in segment %3",
                   {article->id, missing, std::to_string(segment.number)}),
                kRebuild
            );
        }
        if (!content.has_biwords(analyzed)) {
            tell(
                tr("article %1 is not found by its neighbouring words in segment %2",
                   {article->id, std::to_string(segment.number)}),
                kRebuild
            );
        }
        if (!content.has_record(analyzed)) {
            tell(
                tr("article %1 has another text's date, length, sketch or title in segment %2",
                   {article->id, std::to_string(segment.number)}),
                kRebuild
            );
        }
    }

    std::optional<Article> readable_article(Row row) {
        try {
            return catalog_.article(row);
        } catch (const Error& error) {
            tell(error.what(), kRestore);
            return std::nullopt;
        }
    }

    void look_for_strays() {
        std::set<fs::path> published;
        for (const SegmentRecord& segment : published_.segments) {
            published.insert(segment::segment_folder(archive_, segment.number));
        }
        std::error_code none;
        for (const auto& entry : fs::directory_iterator(segment::segments_folder(archive_), none)) {
            if (!published.contains(entry.path())) {
                tell(
                    tr("%1 is no published segment", {entry.path().string()}),
                    tr_later("the next run removes it, when no reader uses it any more"),
                    false
                );
            }
        }
    }

    /// The remedy is translated here; what is wrong has been.
    void tell(std::string what, const char* remedy, bool is_damage = true) {
        check_.problems.push_back({std::move(what), tr(remedy), is_damage});
    }

    /// How much of a segment of so many bytes is done.
    void show(double share, std::uint64_t bytes = 0) const {
        if (options_.on_progress) {
            const auto done = static_cast<std::uint64_t>(share * static_cast<double>(bytes));
            options_.on_progress(
                {.stage = Progress::Stage::Comparing,
                 .done = done_bytes_ + done,
                 .total = total_bytes_,
                 .articles = check_.sampled}
            );
        }
    }

    const fs::path& archive_;
    const CheckOptions& options_;
    catalog::Catalog catalog_;
    catalog::PublishedSet published_;
    std::optional<indexer::ArticleAnalyzer> analyzer_;
    std::uint64_t total_bytes_ = 0;
    std::uint64_t done_bytes_ = 0;
    ArchiveCheck check_;
};
}  // namespace

ArchiveCheck verify_archive(const std::filesystem::path& archive, const CheckOptions& options) {
    return Verification(archive, options).run();
}
}  // namespace gisa
