// SPDX-License-Identifier: GPL-2.0-or-later
// Opening a catalog: is it there, is it ours, is it of our format, and can it be read from
// where it lies. Kept apart from what is then asked of it.
#include "common/catalog/schema.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>

#include <unistd.h>

#include "common/io/durable.h"
#include "common/messages/tr.h"

namespace gisa::catalog {
/// schema.sql, compiled in.
extern const std::string_view kSchema;

namespace {
using std::chrono::seconds;

constexpr seconds kWriterPatience{10};
constexpr seconds kReaderPatience{5};

// Bigger pages than SQLite's 4,096: a packed article is a kilobyte or two, and the more of them fit
// into a page, the less of it stays empty (with pages of 8 KB a seventh of the texts' table did).
// Pages that nothing uses any more are given back when a lot of them are freed at once.
constexpr const char* kBeforeCreation =
    "PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL";

// synchronous = FULL: a commit is on the disk when it returns. secure_delete: what was taken down is
// overwritten. A limit for the log makes the last connection empty it, so that a copy without the log
// loses nothing.
constexpr const char* kWriterSettings =
    "PRAGMA synchronous = FULL;"
    "PRAGMA secure_delete = ON;"
    "PRAGMA journal_size_limit = 67108864;"
    "PRAGMA wal_autocheckpoint = 2000;"
    "PRAGMA cache_size = -65536";
// Readers look at pages where the system has them: copying sixteen kilobytes for each text was a
// sixth of a search. SQLite holds the map to its own bound (2 GB) and reads what lies beyond.
constexpr const char* kReaderSettings =
    "PRAGMA cache_size = -16384; PRAGMA mmap_size = 2147418112; PRAGMA query_only = ON";

enum class Owner { Nobody, Gisa };

[[noreturn]] void throw_foreign(const std::filesystem::path& file) {
    throw Error(
        ErrorCode::ArchiveNotFound,
        tr("%1 is another program's database, not a Gisa archive", {file.string()}),
        tr("name another folder")
    );
}

/// Whose database it is; Nobody's when it is empty (its creation was interrupted, or is due).
Owner owner(Database& database) {
    const std::int64_t application = database.integer("PRAGMA application_id");
    const std::int64_t version = database.integer("PRAGMA user_version");
    if (application == 0 && version == 0
        && database.integer("SELECT count(*) FROM sqlite_schema") == 0) {
        return Owner::Nobody;
    }
    if (application != kApplicationId) {
        throw_foreign(database.file());
    }
    if (version > kFormatVersion) {
        throw Error(
            ErrorCode::ArchiveIncompatible,
            tr("%1 was written by a newer Gisa (its format is %2, this Gisa knows %3)",
               {database.file().string(), std::to_string(version), std::to_string(kFormatVersion)}),
            tr("use that newer Gisa, or index again into a new folder")
        );
    }
    if (version >= 1 && version < kFormatVersion) {
        throw Error(
            ErrorCode::ArchiveIncompatible,
            tr("%1 was written by an older Gisa (its format is %2, this Gisa knows %3)",
               {database.file().string(), std::to_string(version), std::to_string(kFormatVersion)}),
            tr("index the articles again into a new folder")
        );
    }
    if (version < 1) {
        throw Error(
            ErrorCode::ArchiveCorrupt,
            tr("%1 has the impossible format %2",
               {database.file().string(), std::to_string(version)}),
            tr("restore it from a backup, or index into a new folder")
        );
    }
    return Owner::Gisa;
}

void create_schema(Database& database) {
    Transaction transaction(database);
    // Somebody else may have been quicker between our look and our lock.
    if (owner(database) == Owner::Gisa) {
        return;
    }
    database.execute(std::string(kSchema).c_str());
    const std::string marks = "PRAGMA application_id = " + std::to_string(kApplicationId)
                              + "; PRAGMA user_version = " + std::to_string(kFormatVersion);
    database.execute(marks.c_str());
    transaction.commit();
}

/// Bytes of the write-ahead log beside a catalog; 0 when there is none.
std::uintmax_t log_bytes(const std::filesystem::path& file) {
    std::error_code missing;
    const std::uintmax_t bytes = std::filesystem::file_size(file.string() + "-wal", missing);
    return missing ? 0 : bytes;
}

[[noreturn]] void throw_not_found(const std::string& what) {
    throw Error(
        ErrorCode::ArchiveNotFound, what, tr("check the path; `gisa-index add` makes an archive")
    );
}

void require_file(const std::filesystem::path& archive, const std::filesystem::path& file) {
    std::error_code failure;
    const bool there = std::filesystem::exists(file, failure);
    if (failure) {
        throw Error(
            ErrorCode::StorageFailed,
            tr("cannot look into %1: %2", {archive.string(), failure.message()}),
            tr("check the permissions of the folder and of those above it")
        );
    }
    if (!there) {
        throw_not_found(tr("there is no archive in %1", {archive.string()}));
    }
}

/// Whether a kill left a log with a header and no page behind it, where we may not write. There is
/// nothing in it to read, but SQLite, which cannot make its index there, asks for ten seconds whether
/// somebody else does. A writer who lives puts a page behind the header at once, so this looks for a
/// second. Source of the size: https://www.sqlite.org/fileformat2.html#walformat.
bool is_log_without_pages(const std::filesystem::path& file) {
    constexpr std::uintmax_t kHeaderBytes = 32;
    constexpr int kLooks = 200;
    constexpr std::chrono::milliseconds kBetweenLooks{5};
    if (access(file.parent_path().c_str(), W_OK) == 0) {
        return false;
    }
    for (int looks = 0; looks < kLooks; ++looks) {
        if (log_bytes(file) != kHeaderBytes) {
            return false;
        }
        std::this_thread::sleep_for(kBetweenLooks);
    }
    return true;
}

Database open_to_read(const std::filesystem::path& archive, const std::filesystem::path& file) {
    require_file(archive, file);
    const bool immutable = is_log_without_pages(file);
    Database database(
        file, immutable ? Database::Mode::Immutable : Database::Mode::ReadOnly, kReaderPatience
    );
    if (!immutable && !database.readable()) {
        // Neither is the log's index there nor can we make one: a copy, or read-only media.
        if (log_bytes(file) > 0) {
            throw Error(
                ErrorCode::StorageFailed,
                tr("the newest changes in %1 cannot be read without write permission",
                   {file.string() + "-wal"}),
                tr("let a user who may write there run `gisa-index status` once, then copy the "
                   "whole folder")
            );
        }
        database = Database(file, Database::Mode::Immutable, kReaderPatience);
    }
    if (owner(database) == Owner::Nobody) {
        throw_not_found(
            tr("there is no archive in %1: its first run was interrupted at its very beginning",
               {archive.string()})
        );
    }
    database.execute(kReaderSettings);
    return database;
}

Database open_to_write(const std::filesystem::path& archive, const std::filesystem::path& file) {
    check_folder(archive);
    std::error_code failure;
    std::filesystem::create_directories(archive, failure);
    if (failure) {
        throw Error(
            ErrorCode::StorageFailed,
            tr("cannot make the folder %1: %2", {archive.string(), failure.message()}),
            tr("check the permissions of the folder above it")
        );
    }
    Database database(file, Database::Mode::ReadWrite, kWriterPatience);
    const bool fresh = owner(database) == Owner::Nobody;
    if (fresh) {
        database.execute(kBeforeCreation);
    }
    database.execute("PRAGMA journal_mode = WAL");
    database.execute(kWriterSettings);
    database.keep_log();
    if (fresh) {
        create_schema(database);
        io::fsync_folder(archive);
    }
    return database;
}

/// What a run may leave in a folder before it has made the catalog.
bool belongs_to_empty_archive(const std::filesystem::path& entry) {
    const std::string name = entry.filename().string();
    return name == "lock" || (name == "segments" && std::filesystem::is_empty(entry));
}
}  // namespace

void check_folder(const std::filesystem::path& archive) {
    try {
        if (!std::filesystem::exists(archive)
            || std::filesystem::exists(archive / "catalog.sqlite")) {
            return;
        }
        for (const auto& entry : std::filesystem::directory_iterator(archive)) {
            if (!belongs_to_empty_archive(entry.path())) {
                throw Error(
                    ErrorCode::ArchiveNotFound,
                    tr("%1 holds other files and no archive", {archive.string()}),
                    tr("name an empty or a new folder")
                );
            }
        }
    } catch (const std::filesystem::filesystem_error& failure) {
        throw Error(
            ErrorCode::StorageFailed,
            tr("cannot look into %1: %2", {archive.string(), failure.code().message()}),
            tr("name a folder that you may read and write")
        );
    }
}

Database open_catalog(const std::filesystem::path& archive, Access access) {
    const std::filesystem::path file = archive / "catalog.sqlite";
    return access == Access::ReadOnly ? open_to_read(archive, file) : open_to_write(archive, file);
}
}  // namespace gisa::catalog
