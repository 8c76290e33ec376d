// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/source_memory.h"

#include <filesystem>
#include <optional>

#include <sys/stat.h>

#include "common/io/file_hash.h"

namespace gisa::indexer {
namespace {
namespace fs = std::filesystem;

constexpr std::int64_t kNanoseconds = 1'000'000'000;

/// A file as it lies there now; nothing for what is no regular file.
std::optional<catalog::SourceRecord> look_at(const std::string& path) {
    struct stat status {};

    if (path == "-" || stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return std::nullopt;
    }
    catalog::SourceRecord record;
    record.path = fs::absolute(path).lexically_normal().string();
    record.bytes = static_cast<std::uint64_t>(status.st_size);
    record.modified = status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec;
    return record;
}

/// The options that decide what becomes of a file.
std::string way_of_reading(const AddOptions& options) {
    std::string way = options.format;
    for (const auto& [foreign, ours] : options.field_names) {
        way.append("\n").append(foreign).append("=").append(ours);
    }
    return way;
}

bool same_file(const catalog::SourceRecord& left, const catalog::SourceRecord& right) {
    return left.bytes == right.bytes && left.modified == right.modified;
}
}  // namespace

SourceVisit begin_visit(
    catalog::Catalog& catalog, const std::string& path, const AddOptions& options, std::uint64_t run
) {
    SourceVisit visit;
    const std::optional<catalog::SourceRecord> now = look_at(path);
    if (!now) {
        return visit;
    }
    visit.record = *now;
    visit.record.options = way_of_reading(options);
    visit.record.reading = run;
    const std::optional<catalog::SourceRecord> known = catalog.source(now->path);
    if (known && !options.reread && known->options == visit.record.options) {
        const bool finished = known->content_hash.has_value();
        const bool same = same_file(*known, *now);
        if (finished
            && (same || (known->bytes == now->bytes && known->content_hash == io::hash_file(path))
            )) {
            visit.kind = SourceVisit::Kind::Unchanged;
            visit.record = *known;
            visit.record.modified = now->modified;
            if (!same) {
                catalog.finish_source(visit.record, run);
            }
            return visit;
        }
        if (!finished && same && known->records > 0) {
            visit.kind = SourceVisit::Kind::Resumed;
            visit.record = *known;
        }
    }
    visit.record.number = catalog.begin_source(visit.record, run);
    return visit;
}

std::optional<catalog::SourceRecord> end_visit(const SourceVisit& visit) {
    if (visit.record.number == 0) {
        return std::nullopt;
    }
    catalog::SourceRecord record = visit.record;
    record.content_hash = io::hash_file(record.path);
    const std::optional<catalog::SourceRecord> now = look_at(record.path);
    return now && same_file(record, *now) ? std::optional(record) : std::nullopt;
}

std::vector<catalog::SourceRecord> vanished_sources(
    const catalog::Catalog& catalog, const std::vector<std::string>& inputs
) {
    std::vector<catalog::SourceRecord> vanished;
    for (const std::string& input : inputs) {
        if (input == "-" || !fs::is_directory(input)) {
            continue;
        }
        // A normal path may still end with the slash it was given with.
        std::string folder = fs::absolute(input).lexically_normal().string();
        if (folder.size() > 1 && folder.ends_with('/')) {
            folder.pop_back();
        }
        for (catalog::SourceRecord& source : catalog.sources_below(folder)) {
            if (!fs::exists(source.path)) {
                vanished.push_back(std::move(source));
            }
        }
    }
    return vanished;
}
}  // namespace gisa::indexer
