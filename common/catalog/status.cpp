// SPDX-License-Identifier: GPL-2.0-or-later
// The archive's state as people want to see it: counts, publishers, segments, runs, sizes on disk.
#include <algorithm>
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

std::optional<std::chrono::year_month_day> day(std::optional<std::int64_t> number) {
    if (!number) {
        return std::nullopt;
    }
    return std::chrono::sys_days(std::chrono::days(*number));
}

void find_first_and_last(Database& database, ArchiveStatus& status) {
    Statement statement(database, "SELECT min(day), max(day) FROM day_totals WHERE day <> ?1");
    Use use(statement, kNoDay);
    if (use.next()) {
        status.first = day(use.optional_integer(0));
        status.last = day(use.optional_integer(1));
    }
}

void find_gaps(Database& database, PublisherStatus& publisher) {
    constexpr std::size_t kMostGaps = 5;
    Statement days(
        database, "SELECT day FROM days WHERE publisher = ?1 AND day <> ?2 ORDER BY day"
    );
    std::optional<std::int64_t> before;
    for (Use use(days, publisher.publisher, kNoDay); use.next();) {
        const std::int64_t here = use.integer(0);
        if (before && here > *before + 1) {
            publisher.empty_days += static_cast<std::uint64_t>(here - *before - 1);
            publisher.gaps.push_back({*day(*before + 1), *day(here - 1)});
        }
        before = here;
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
        "SELECT publisher, sum(articles), min(nullif(day, ?1)), max(nullif(day, ?1)) FROM days"
        " GROUP BY publisher ORDER BY sum(articles) DESC, publisher LIMIT 20"
    );
    for (Use use(statement, kNoDay); use.next();) {
        PublisherStatus& publisher = status.publishers.emplace_back();
        publisher.publisher = use.text(0);
        publisher.articles = use.count(1);
        publisher.first = day(use.optional_integer(2));
        publisher.last = day(use.optional_integer(3));
    }
    for (PublisherStatus& publisher : status.publishers) {
        find_gaps(database, publisher);
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
