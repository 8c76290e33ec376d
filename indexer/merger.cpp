// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/merger.h"

#include <algorithm>
#include <filesystem>
#include <span>
#include <utility>

#include "common/messages/tr.h"
#include "common/segment/segment_files.h"
#include "indexer/merge_policy.h"
#include "indexer/publisher.h"
#include "indexer/write/interruption.h"

namespace gisa::indexer {
namespace {
using catalog::SegmentRecord;
using Segments = std::span<const SegmentRecord>;

/// A rebuild makes segments of so many articles, so that a merge need not copy all of them.
constexpr std::size_t kRebuiltArticles = 1'000'000;

/// Merges one range of segments after the other.
class Merger {
  public:
    Merger(
        catalog::Catalog& catalog,
        const SegmentBuilderOptions& options,
        std::vector<std::string>& warnings
    )
        : catalog_(catalog),
          options_(options),
          warnings_(warnings) {}

    void merge_due() {
        for (;;) {
            throw_if_stopped(options_.stop);
            const std::vector<SegmentRecord> segments = catalog_.published_set().segments;
            const std::vector<SegmentLoad> loads = loads_of(segments);
            const std::optional<SegmentRange> due = due_merge(loads);
            if (!due) {
                return;
            }
            const std::size_t count = due->last - due->first;
            const Segments range = std::span(segments).subspan(due->first, count);
            if (!has_room(range)) {
                warnings_.push_back(
                    tr("not enough free space to merge %1 segments", {std::to_string(count)})
                );
                return;
            }
            std::vector<bool> purged;
            for (const SegmentLoad& load : std::span(loads).subspan(due->first, count)) {
                purged.push_back(is_worth_a_purge(load));
            }
            merge(range, purged);
        }
    }

    void merge_all() {
        const std::vector<SegmentRecord> segments = catalog_.published_set().segments;
        std::vector<bool> purged;
        bool any = false;
        for (const SegmentRecord& segment : segments) {
            purged.push_back(!catalog_.hidden_rows(segment).empty());
            any = any || purged.back();
        }
        if (segments.size() > 1 || any) {
            merge(segments, purged);
        }
    }

    /// What was done, with the number of segments there are now.
    MergeReport report() {
        report_.segments = catalog_.published_set().segments.size();
        return report_;
    }

  private:
    [[nodiscard]] std::vector<SegmentLoad> loads_of(Segments segments) const {
        std::vector<SegmentLoad> loads;
        for (const SegmentRecord& segment : segments) {
            loads.push_back(
                {segment.bytes,
                 segment.articles,
                 catalog_.hidden_rows(segment).size(),
                 catalog_.taken_down_rows(segment).size()}
            );
        }
        return loads;
    }

    [[nodiscard]] bool has_room(Segments segments) const {
        std::uint64_t bytes = 0;
        for (const SegmentRecord& segment : segments) {
            bytes += segment.bytes;
        }
        // The result, and the work files of what is analysed again.
        return std::filesystem::space(options_.archive).available > 2 * bytes;
    }

    void merge(Segments segments, const std::vector<bool>& purged) {
        catalog::SegmentMerge merge;
        std::vector<SegmentPart> parts;
        for (std::size_t i = 0; i < segments.size(); ++i) {
            const SegmentRecord& segment = segments[i];
            merge.replaced.push_back(segment.number);
            if (purged[i] || is_damaged(segment)) {
                const std::vector<catalog::Row> hidden = catalog_.hidden_rows(segment);
                merge.purged.insert(merge.purged.end(), hidden.begin(), hidden.end());
                parts.push_back({catalog_.visible_rows(segment), {}, 0});
            } else {
                parts.push_back({{}, postings_of(segment), segment.articles});
            }
        }
        merge.segment =
            place_segment(options_, parts, catalog_.next_segment_number(), Progress::Stage::Merging)
                .record;
        catalog_.replace_segments(merge);
        sweep_leftovers(options_.archive, catalog_);
        report_.merged += merge.replaced.size();
        report_.articles += merge.segment.articles;
        report_.purged += merge.purged.size();
        report_.bytes += merge.segment.bytes;
    }

    /// Whether files that would be taken as they are have other bytes than were written: what is not
    /// found out now would be sound for ever. Such a segment is made again from the catalog.
    [[nodiscard]] bool is_damaged(const SegmentRecord& segment) {
        const std::filesystem::path folder =
            segment::segment_folder(options_.archive, segment.number);
        for (std::size_t i = 0; i < segment::kSegmentFiles.size(); ++i) {
            const std::filesystem::path file = folder / segment::kSegmentFiles[i];
            if (i >= segment.hashes.size() || !std::filesystem::exists(file)
                || io::hash_file(file) != segment.hashes[i]) {
                warnings_.push_back(tr(
                    "%1 has not the bytes that were written; its segment was made again from the "
                    "catalog",
                    {file.string()}
                ));
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::filesystem::path postings_of(const SegmentRecord& segment) const {
        return segment::segment_folder(options_.archive, segment.number) / segment::kPostingsFile;
    }

    catalog::Catalog& catalog_;
    const SegmentBuilderOptions& options_;
    std::vector<std::string>& warnings_;
    MergeReport report_;
};
}  // namespace

MergeReport merge_due(
    catalog::Catalog& catalog,
    const SegmentBuilderOptions& options,
    std::vector<std::string>& warnings
) {
    Merger merger(catalog, options, warnings);
    merger.merge_due();
    catalog.settle_ids();
    return merger.report();
}

MergeReport merge_all(
    catalog::Catalog& catalog,
    const SegmentBuilderOptions& options,
    std::vector<std::string>& warnings
) {
    Merger merger(catalog, options, warnings);
    merger.merge_all();
    return merger.report();
}

MergeReport rebuild_segments(catalog::Catalog& catalog, const SegmentBuilderOptions& options) {
    const std::vector<catalog::Row> rows = catalog.visible_rows();
    MergeReport report;
    report.merged = catalog.published_set().segments.size();
    std::vector<SegmentRecord> segments;
    for (std::size_t begin = 0; begin < rows.size(); begin += kRebuiltArticles) {
        const auto first = rows.begin() + static_cast<std::ptrdiff_t>(begin);
        const auto last =
            rows.begin()
            + static_cast<std::ptrdiff_t>(std::min(begin + kRebuiltArticles, rows.size()));
        SegmentPart part{{first, last}, {}, 0};
        SegmentRecord segment = place_segment(
                                    options,
                                    {part},
                                    catalog.next_segment_number() + segments.size(),
                                    Progress::Stage::Indexing
        )
                                    .record;
        segment.first_row = part.rows.front();
        segment.last_row = part.rows.back();
        report.articles += segment.articles;
        report.bytes += segment.bytes;
        segments.push_back(std::move(segment));
    }
    catalog.replace_all_segments(segments);
    sweep_leftovers(options.archive, catalog);
    report.segments = segments.size();
    return report;
}
}  // namespace gisa::indexer
