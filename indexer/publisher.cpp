// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/publisher.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/io/durable.h"
#include "common/segment/fingerprint.h"
#include "common/segment/segment_files.h"
#include "common/segment/segment_use.h"
#include "indexer/write/cpu_clock.h"

namespace gisa::indexer {
void sweep_leftovers(const std::filesystem::path& archive, const catalog::Catalog& catalog) {
    std::filesystem::remove_all(segment::building_folder(archive));
    std::set<std::filesystem::path> published;
    for (const catalog::SegmentRecord& record : catalog.published_set().segments) {
        published.insert(segment::segment_folder(archive, record.number));
    }
    const std::filesystem::path folder = segment::segments_folder(archive);
    if (!std::filesystem::exists(folder)) {
        return;
    }
    std::vector<std::filesystem::path> strays;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (!published.contains(entry.path())) {
            strays.push_back(entry.path());
        }
    }
    for (const std::filesystem::path& stray : strays) {
        if (!segment::is_in_use(stray)) {
            std::filesystem::remove_all(stray);
        }
    }
}

PlacedSegment place_segment(
    const SegmentBuilderOptions& options,
    const std::vector<SegmentPart>& parts,
    std::uint64_t number,
    Progress::Stage stage
) {
    const std::filesystem::path work = segment::building_folder(options.archive);
    std::filesystem::remove_all(work);
    PlacedSegment placed;
    placed.built = build_segment(parts, work, options, stage);
    placed.record.number = number;
    placed.record.articles = placed.built.articles;
    placed.record.bytes = placed.built.bytes;
    placed.record.fingerprint =
        segment::fingerprint(options.dictionary.get(), options.user_words.get());
    placed.record.hashes = placed.built.hashes;
    if (placed.built.articles == 0) {
        std::filesystem::remove_all(work);
        return placed;
    }
    std::filesystem::create_directories(segment::segments_folder(options.archive));
    io::fsync_folder(options.archive);
    io::rename_durably(work, segment::segment_folder(options.archive, number));
    return placed;
}

BuiltSegment publish_pending(
    catalog::Catalog& catalog,
    const SegmentBuilderOptions& options,
    const std::function<void()>& together_with
) {
    const std::vector<catalog::Row> rows = catalog.pending_rows();
    if (rows.empty()) {
        if (together_with) {
            catalog::Changes changes(catalog);
            together_with();
            changes.commit();
        }
        return {};
    }
    PlacedSegment placed = place_segment(options, {{rows, {}, 0}}, catalog.next_segment_number());
    if (options.on_progress) {
        options.on_progress(
            {.stage = Progress::Stage::Publishing,
             .done = rows.size(),
             .total = rows.size(),
             .articles = rows.size()}
        );
    }
    const CpuStage stage(placed.built.cpu_seconds.catalog);
    catalog::Changes changes(catalog);
    catalog.publish(placed.record, rows);
    if (together_with) {
        together_with();
    }
    changes.commit();
    return placed.built;
}
}  // namespace gisa::indexer
