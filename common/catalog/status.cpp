// SPDX-License-Identifier: GPL-2.0-or-later
// The archive's state as people want to see it: counts, publishers, segments, runs, sizes on disk.
#include <system_error>

#include "common/catalog/catalog_impl.h"

namespace gisa::catalog {
namespace {
std::optional<std::chrono::sys_seconds> instant(std::optional<std::int64_t> seconds) {
    if (!seconds) {
        return std::nullopt;
    }
    return std::chrono::sys_seconds(std::chrono::seconds(*seconds));
}

void count_articles(Database& database, ArchiveStatus& status) {
    Statement statement(
        database,
        "SELECT (SELECT total(articles) FROM segments) - count(*),"
        " (SELECT total(text_bytes) FROM segments) - total(text_bytes),"
        " (SELECT count(*) FROM articles WHERE state = 0),"
        " (SELECT count(*) FROM rejected)"
        " FROM articles WHERE state = 2"
    );
    Use use(statement);
    if (use.next()) {
        status.articles = use.count(0);
        status.text_bytes = use.count(1);
        status.pending = use.count(2);
        status.rejected = use.count(3);
    }
}

void find_first_and_last(Database& database, ArchiveStatus& status) {
    Statement statement(
        database,
        "SELECT min(published), max(published) FROM articles INDEXED BY visible_publisher"
        " WHERE state = 1"
    );
    Use use(statement);
    if (use.next()) {
        status.first = instant(use.optional_integer(0));
        status.last = instant(use.optional_integer(1));
    }
}

void list_publishers(Database& database, ArchiveStatus& status) {
    Statement statement(
        database,
        "SELECT publisher, count(*), min(published), max(published)"
        " FROM articles INDEXED BY visible_publisher WHERE state = 1"
        " GROUP BY publisher ORDER BY count(*) DESC, publisher LIMIT 20"
    );
    for (Use use(statement); use.next();) {
        status.publishers.push_back(
            {std::string(use.text(0)),
             use.count(1),
             instant(use.optional_integer(2)),
             instant(use.optional_integer(3))}
        );
    }
}

void list_segments(Database& database, ArchiveStatus& status) {
    Statement statement(
        database,
        "SELECT number, articles,"
        " (SELECT count(*) FROM articles WHERE state = 2 AND segment = number),"
        " bytes, fingerprint FROM segments ORDER BY number"
    );
    for (Use use(statement); use.next();) {
        status.segments.push_back(
            {use.count(0), use.count(1), use.count(2), use.count(3), std::string(use.text(4))}
        );
    }
    if (!status.segments.empty()) {
        status.fingerprint = status.segments.back().fingerprint;
    }
}

void list_runs(Database& database, ArchiveStatus& status) {
    Statement statement(
        database,
        "SELECT run, command, started, finished, added, replaced, unchanged, removed, rejected"
        " FROM runs ORDER BY run DESC LIMIT 10"
    );
    for (Use use(statement); use.next();) {
        status.runs.push_back(
            {use.count(0),
             std::string(use.text(1)),
             std::chrono::sys_seconds(std::chrono::seconds(use.integer(2))),
             instant(use.optional_integer(3)),
             use.count(4),
             use.count(5),
             use.count(6),
             use.count(7),
             use.count(8)}
        );
    }
}

void list_rejected(Database& database, ArchiveStatus& status) {
    Statement statement(
        database, "SELECT source, line, reason, text FROM rejected ORDER BY number DESC LIMIT 20"
    );
    for (Use use(statement); use.next();) {
        status.last_rejected.push_back(
            {std::string(use.text(0)),
             use.count(1),
             std::string(use.text(2)),
             std::string(use.text(3))}
        );
    }
}

/// 0 for a file that is not there, or went away just now.
std::uint64_t file_bytes(const std::filesystem::path& file) {
    std::error_code missing;
    const std::uintmax_t bytes = std::filesystem::file_size(file, missing);
    return missing ? 0 : bytes;
}

/// The files below a folder. A merge may delete some meanwhile; those count nothing.
std::uint64_t folder_bytes(const std::filesystem::path& folder) {
    std::uint64_t bytes = 0;
    std::error_code failure;
    std::filesystem::recursive_directory_iterator entry(folder, failure);
    while (!failure && entry != std::filesystem::recursive_directory_iterator()) {
        bytes += file_bytes(entry->path());
        entry.increment(failure);
    }
    return bytes;
}
}  // namespace

ArchiveStatus Catalog::status() const {
    ArchiveStatus status;
    status.path = impl_->archive;
    {
        const Snapshot snapshot(impl_->database);
        count_articles(impl_->database, status);
        find_first_and_last(impl_->database, status);
        list_publishers(impl_->database, status);
        list_segments(impl_->database, status);
        list_runs(impl_->database, status);
        list_rejected(impl_->database, status);
    }
    const std::string file = impl_->database.file().string();
    status.catalog_bytes = file_bytes(file) + file_bytes(file + "-wal") + file_bytes(file + "-shm");
    status.segment_bytes = folder_bytes(impl_->archive / "segments");
    return status;
}
}  // namespace gisa::catalog
