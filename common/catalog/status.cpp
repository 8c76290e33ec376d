// SPDX-License-Identifier: GPL-2.0-or-later
// The archive's state as people want to see it: counts, publishers, segments, runs, sizes on disk.
#include <algorithm>
#include <system_error>

#include "common/catalog/catalog_impl.h"
#include "common/schema/calendar.h"

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
        " (SELECT count(*) FROM rejected),"
        " (SELECT count(*) FROM articles INDEXED BY former_id WHERE state >= 2),"
        " (SELECT count(*) FROM takedowns)"
        " FROM articles WHERE state = 2"
    );
    Use use(statement);
    if (use.next()) {
        status.articles = use.count(0);
        status.text_bytes = use.count(1);
        status.pending = use.count(2);
        status.rejected = use.count(3);
        status.versions = use.count(4);
        status.taken_down = use.count(5);
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

std::chrono::sys_days seoul_days(std::int64_t published) {
    return schema::seoul_day(std::chrono::sys_seconds(std::chrono::seconds(published)));
}

/// Walks the index from day to day, one lookup for each day that has articles.
void find_gaps(Database& database, PublisherStatus& publisher) {
    constexpr std::size_t kMostGaps = 5;
    Statement next_article(
        database,
        "SELECT min(published) FROM articles INDEXED BY visible_publisher"
        " WHERE state = 1 AND publisher = ?1 AND published >= ?2"
    );
    std::chrono::sys_days day = seoul_days(publisher.first->time_since_epoch().count());
    for (;;) {
        const std::chrono::sys_days next_day = day + std::chrono::days(1);
        const std::chrono::sys_seconds begin =
            schema::seoul_to_utc(std::chrono::local_days(next_day.time_since_epoch()));
        Use use(next_article, publisher.publisher, std::int64_t{begin.time_since_epoch().count()});
        const std::optional<std::int64_t> next =
            use.next() ? use.optional_integer(0) : std::nullopt;
        if (!next) {
            break;
        }
        day = seoul_days(*next);
        if (day > next_day) {
            publisher.empty_days += static_cast<std::uint64_t>((day - next_day).count());
            publisher.gaps.push_back({next_day, day - std::chrono::days(1)});
        }
    }
    std::stable_sort(
        publisher.gaps.begin(),
        publisher.gaps.end(),
        [](const DayGap& left, const DayGap& right) {
            return std::chrono::sys_days(left.last) - std::chrono::sys_days(left.first)
                   > std::chrono::sys_days(right.last) - std::chrono::sys_days(right.first);
        }
    );
    publisher.gaps.resize(std::min(publisher.gaps.size(), kMostGaps));
}

void list_publishers(Database& database, ArchiveStatus& status) {
    Statement statement(
        database,
        "SELECT publisher, count(*), min(published), max(published)"
        " FROM articles INDEXED BY visible_publisher WHERE state = 1"
        " GROUP BY publisher ORDER BY count(*) DESC, publisher LIMIT 20"
    );
    for (Use use(statement); use.next();) {
        PublisherStatus& publisher = status.publishers.emplace_back();
        publisher.publisher = use.text(0);
        publisher.articles = use.count(1);
        publisher.first = instant(use.optional_integer(2));
        publisher.last = instant(use.optional_integer(3));
    }
    for (PublisherStatus& publisher : status.publishers) {
        if (publisher.first && publisher.last) {
            find_gaps(database, publisher);
        }
    }
}

void list_segments(Database& database, ArchiveStatus& status) {
    Statement statement(
        database,
        "SELECT number, articles,"
        " (SELECT count(*) FROM articles INDEXED BY hidden_row"
        "  WHERE state = 2 AND row BETWEEN first_row AND last_row),"
        " bytes, fingerprint FROM segments ORDER BY first_row"
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
        "SELECT run, command, inputs, started, finished, problem, added, replaced, unchanged,"
        " removed, rejected, taken_down, resumed, merged, wall_seconds, read_seconds,"
        " catalog_seconds, analyze_seconds, write_seconds, compact_seconds, merge_seconds,"
        " warnings"
        " FROM runs ORDER BY run DESC LIMIT 10"
    );
    for (Use use(statement); use.next();) {
        status.runs.push_back(
            {use.count(0),
             std::string(use.text(1)),
             std::string(use.text(2)),
             std::chrono::sys_seconds(std::chrono::seconds(use.integer(3))),
             instant(use.optional_integer(4)),
             std::string(use.text(5)),
             use.count(6),
             use.count(7),
             use.count(8),
             use.count(9),
             use.count(10),
             use.count(11),
             use.count(12),
             use.count(13),
             use.real(14),
             {use.real(15), use.real(16), use.real(17), use.real(18), use.real(19), use.real(20)},
             split_lines(use.text(21))}
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
    std::error_code unknown;
    status.free_bytes = std::filesystem::space(impl_->archive, unknown).available;
    return status;
}
}  // namespace gisa::catalog
