// SPDX-License-Identifier: GPL-2.0-or-later
//
// A copy of the published state while runs go on: the segments are kept in use so that no merge
// takes them away, then the catalog is copied at one instant, then the segments that it names.
#include <filesystem>
#include <map>
#include <string>

#include <unistd.h>

#include <gisa/archive_care.h>
#include <gisa/error.h>

#include "common/catalog/catalog.h"
#include "common/io/durable.h"
#include "common/io/file_hash.h"
#include "common/messages/tr.h"
#include "common/segment/segment_files.h"
#include "common/segment/segment_use.h"

namespace gisa {
namespace {
namespace fs = std::filesystem;
using catalog::SegmentRecord;

/// A run may publish between the first look and the copy of the catalog; then all is begun again.
constexpr int kTries = 5;

class Snapshotting {
  public:
    Snapshotting(const fs::path& archive, const fs::path& folder)
        : archive_(archive),
          work_(folder.string() + ".partial-" + std::to_string(getpid())),
          catalog_(archive, catalog::Access::ReadOnly) {}

    Snapshotting(const Snapshotting&) = delete;
    Snapshotting& operator=(const Snapshotting&) = delete;

    ~Snapshotting() {
        std::error_code gone;
        fs::remove_all(work_, gone);
    }

    std::uint64_t copy_to(const fs::path& folder) {
        for (int left = kTries;; --left) {
            fs::remove_all(work_);
            fs::create_directories(segment::segments_folder(work_));
            try {
                copy();
                break;
            } catch (const Error& error) {
                // The segments of a newer state are there when the older ones are not.
                if (error.code() != ErrorCode::ArchiveCorrupt || left == 1) {
                    throw;
                }
            }
        }
        fs::remove(folder);  // an empty folder may be there
        io::rename_durably(work_, folder);
        return bytes_;
    }

  private:
    void copy() {
        std::map<std::uint64_t, segment::SegmentUse> uses;
        for (const SegmentRecord& segment : catalog_.published_set().segments) {
            uses.emplace(segment.number, segment::segment_folder(archive_, segment.number));
        }
        bytes_ = catalog_.copy_to(work_);
        const catalog::Catalog copied(work_, catalog::Access::ReadOnly);
        for (const SegmentRecord& segment : copied.published_set().segments) {
            if (!uses.contains(segment.number)) {
                throw Error(ErrorCode::ArchiveCorrupt, tr("a run published during the copy"));
            }
            copy_segment(segment);
        }
        io::fsync_folder(segment::segments_folder(work_));
        io::fsync_folder(work_);
    }

    void copy_segment(const SegmentRecord& segment) {
        const fs::path from = segment::segment_folder(archive_, segment.number);
        const fs::path to = segment::segment_folder(work_, segment.number);
        fs::create_directory(to);
        for (std::size_t i = 0; i < segment::kSegmentFiles.size(); ++i) {
            const std::string_view name = segment::kSegmentFiles[i];
            fs::copy_file(from / name, to / name);
            io::fsync_file(to / name);
            if (i >= segment.hashes.size() || io::hash_file(to / name) != segment.hashes[i]) {
                throw Error(
                    ErrorCode::StorageFailed,
                    tr("%1 has not the bytes that were written", {(from / name).string()}),
                    tr("make the segments again (gisa-index rebuild), then take the snapshot")
                );
            }
            bytes_ += fs::file_size(to / name);
        }
        io::fsync_folder(to);
    }

    const fs::path& archive_;
    fs::path work_;
    catalog::Catalog catalog_;
    std::uint64_t bytes_ = 0;
};
}  // namespace

std::uint64_t snapshot_archive(const fs::path& archive, const fs::path& folder) {
    try {
        if (fs::exists(folder) && !(fs::is_directory(folder) && fs::is_empty(folder))) {
            throw Error(
                ErrorCode::InvalidArgument,
                tr("%1 is there already, and not an empty folder", {folder.string()}),
                tr("name a new folder")
            );
        }
        // "copies/monday/" names the folder monday.
        const fs::path target = folder.has_filename() ? folder : folder.parent_path();
        return Snapshotting(archive, target).copy_to(target);
    } catch (const fs::filesystem_error& error) {
        throw Error(
            ErrorCode::StorageFailed, error.what(), tr("check free space and permissions there")
        );
    }
}
}  // namespace gisa
