// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/publisher.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/io/durable.h"
#include "common/segment/segment_files.h"
#include "common/text/analyzer.h"
#include "indexer/write/cpu_clock.h"

namespace gisa::indexer {
namespace {
std::uint64_t folder_bytes(const std::filesystem::path& folder) {
    std::uint64_t bytes = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        bytes += entry.file_size();
    }
    return bytes;
}
}  // namespace

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
        std::filesystem::remove_all(stray);
    }
}

PlacedSegment place_segment(
    const catalog::Catalog& catalog,
    const std::vector<catalog::Row>& rows,
    const SegmentBuilderOptions& options
) {
    PlacedSegment placed;
    placed.record = {
        .number = catalog.next_segment_number(),
        .articles = rows.size(),
        .bytes = 0,
        .fingerprint =
            text::Analyzer::fingerprint(options.dictionary.get(), options.user_words.get()),
    };
    const std::filesystem::path work = segment::building_folder(options.archive);
    placed.built = build_segment(rows, work, options);
    placed.record.bytes = folder_bytes(work);

    if (options.on_progress) {
        options.on_progress(
            {.stage = Progress::Stage::Publishing,
             .done = rows.size(),
             .total = rows.size(),
             .articles = rows.size()}
        );
    }
    std::filesystem::create_directories(segment::segments_folder(options.archive));
    io::fsync_folder(options.archive);
    io::rename_durably(work, segment::segment_folder(options.archive, placed.record.number));
    return placed;
}

BuiltSegment publish_pending(catalog::Catalog& catalog, const SegmentBuilderOptions& options) {
    const std::vector<catalog::Row> rows = catalog.pending_rows();
    if (rows.empty()) {
        return {};
    }
    PlacedSegment placed = place_segment(catalog, rows, options);
    const CpuStage stage(placed.built.cpu_seconds.catalog);
    catalog.publish(placed.record, rows);
    return placed.built;
}
}  // namespace gisa::indexer
