// SPDX-License-Identifier: GPL-2.0-or-later
// The only file that calls SQLite. Above it stand statements, uses of them and transactions; every
// result code becomes a gisa::Error here, so nobody above has to look at one.
#include "common/catalog/database.h"

#include <system_error>
#include <thread>
#include <utility>

#include <sqlite3.h>

#include "common/messages/tr.h"

namespace gisa::catalog {
namespace {
/// A file name inside a "file:" URI. Source: https://www.sqlite.org/uri.html, section 3.
std::string uri_path(const std::string& path) {
    static constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string uri;
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#') {
            uri += '%';
            uri += kHex[static_cast<unsigned char>(c) >> 4U];
            uri += kHex[static_cast<unsigned char>(c) & 15U];
        } else {
            uri += c;
        }
    }
    return uri;
}

std::string uri(const std::filesystem::path& file, Database::Mode mode) {
    const std::string base = "file:" + uri_path(std::filesystem::absolute(file).string());
    switch (mode) {
        case Database::Mode::ReadOnly:
            return base + "?mode=ro";
        case Database::Mode::Immutable:
            return base + "?mode=ro&immutable=1";
        case Database::Mode::ReadWrite:
            break;
    }
    return base + "?mode=rwc";
}

int flags(Database::Mode mode) {
    const int access = mode == Database::Mode::ReadWrite
                           ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                           : SQLITE_OPEN_READONLY;
    return access | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
}

constexpr int kPrimaryMask = 0xFF;  // the low byte of an extended result code

/// A writer that comes first makes the log's index anew; who may not write is told for that moment
/// that he cannot read. Source: https://www.sqlite.org/rescode.html, readonly_recovery.
bool is_being_made(int result) {
    return result == SQLITE_READONLY_RECOVERY || result == SQLITE_READONLY_CANTINIT
           || result == SQLITE_READONLY_CANTLOCK;
}

/// Asks again for a second while a writer makes the log's index.
template <typename Ask>
int ask_until_made(Ask ask) {
    constexpr int kMostTries = 200;
    constexpr std::chrono::milliseconds kBetweenTries{5};
    int result = ask();
    for (int tries = 1; is_being_made(result) && tries < kMostTries; ++tries) {
        std::this_thread::sleep_for(kBetweenTries);
        result = ask();
    }
    return result;
}
}  // namespace

void Database::Close::operator()(sqlite3* handle) const {
    sqlite3_close(handle);
}

Database::Database(const std::filesystem::path& file, Mode mode, std::chrono::milliseconds patience)
    : file_(file),
      patience_(patience) {
    sqlite3* opened = nullptr;
    const int result = sqlite3_open_v2(uri(file, mode).c_str(), &opened, flags(mode), nullptr);
    handle_.reset(opened);
    if (result != SQLITE_OK) {
        throw error(result);
    }
    // Without permission to write, SQLite quietly opens for reading.
    if (mode == Mode::ReadWrite && sqlite3_db_readonly(opened, "main") == 1) {
        throw error(SQLITE_READONLY);
    }
    sqlite3_busy_timeout(opened, static_cast<int>(patience.count()));
}

void Database::execute(const char* statements) {
    const int result = sqlite3_exec(handle(), statements, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) {
        throw error(result);
    }
}

std::int64_t Database::integer(const char* statement) {
    Statement once(*this, statement);
    Use use(once);
    return use.next() ? use.integer(0) : 0;
}

bool Database::readable() {
    const int result = ask_until_made([this] {
        return sqlite3_exec(
            handle(), "SELECT 1 FROM sqlite_schema LIMIT 1", nullptr, nullptr, nullptr
        );
    });
    const int primary = result & kPrimaryMask;
    if (primary == SQLITE_CANTOPEN || primary == SQLITE_READONLY) {
        return false;
    }
    if (result != SQLITE_OK) {
        throw error(result);
    }
    return true;
}

void Database::empty_log() {
    sqlite3_busy_timeout(handle(), 0);
    const int result =
        sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(handle(), static_cast<int>(patience_.count()));
    if (result != SQLITE_OK && (result & kPrimaryMask) != SQLITE_BUSY) {
        throw error(result);
    }
}

void Database::keep_log() {
    int on = 1;
    const int result = sqlite3_file_control(handle(), "main", SQLITE_FCNTL_PERSIST_WAL, &on);
    if (result != SQLITE_OK) {
        throw error(result);
    }
}

void Database::copy_to(const std::filesystem::path& copy) {
    Database target(copy, Mode::ReadWrite, patience_);
    sqlite3_backup* backup = sqlite3_backup_init(target.handle(), "main", handle(), "main");
    if (backup == nullptr) {
        throw target.error(sqlite3_errcode(target.handle()));
    }
    // All pages in one step: one instant, and no writer in between begins the copy anew.
    sqlite3_backup_step(backup, -1);
    const int result = sqlite3_backup_finish(backup);
    if (result != SQLITE_OK) {
        throw target.error(result);
    }
    // A copy without a log beside it can be read from where nobody may write; a writer makes one again.
    target.execute("PRAGMA journal_mode = DELETE");
}

bool Database::in_transaction() const {
    return sqlite3_get_autocommit(handle()) == 0;
}

std::int64_t Database::changed_rows() const {
    return sqlite3_changes64(handle());
}

std::int64_t Database::last_inserted_row() const {
    return sqlite3_last_insert_rowid(handle());
}

Error Database::error(int result) const {
    const std::string path = file_.string();
    switch (result & kPrimaryMask) {
        case SQLITE_FULL:
            return {
                ErrorCode::StorageFailed,
                tr("no room is left on the disk of %1", {path}),
                tr("free some space there, then run this again; nothing published is lost")};
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return {
                ErrorCode::StorageFailed,
                tr("cannot write to %1: it is read-only", {path}),
                tr("check the permissions of the file and of its folder")};
        case SQLITE_CANTOPEN:
            return {
                ErrorCode::StorageFailed,
                tr("cannot open %1", {path}),
                tr("check the permissions of the file and of its folder")};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {
                ErrorCode::ArchiveLocked,
                tr("another program holds %1", {path}),
                tr("wait for it, then run this again")};
        case SQLITE_NOTADB:
            return {
                ErrorCode::ArchiveCorrupt,
                tr("%1 is no SQLite database", {path}),
                tr("restore it from a backup, or index into a new folder")};
        case SQLITE_CORRUPT:
            return {
                ErrorCode::ArchiveCorrupt,
                tr("%1 is damaged: %2", {path, sqlite3_errmsg(handle())}),
                tr("restore it from a backup, or index into a new folder")};
        case SQLITE_IOERR: {
            const int number = sqlite3_system_errno(handle());
            const std::string reason = number == 0 ? std::string(sqlite3_errmsg(handle()))
                                                   : std::generic_category().message(number);
            return {
                ErrorCode::StorageFailed,
                tr("cannot read or write %1: %2", {path, reason}),
                tr("check the disk and its free space, then run this again")};
        }
        default:
            return {ErrorCode::StorageFailed, path + ": " + sqlite3_errmsg(handle())};
    }
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

sqlite3_stmt* Statement::ready() {
    if (!prepared_) {
        sqlite3_stmt* prepared = nullptr;
        const int result = sqlite3_prepare_v3(
            database_.handle(), sql_, -1, SQLITE_PREPARE_PERSISTENT, &prepared, nullptr
        );
        prepared_.reset(prepared);
        if (result != SQLITE_OK) {
            throw database_.error(result);
        }
    }
    return prepared_.get();
}

Use::~Use() {
    // Its result repeats the failure that next() already threw.
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

void Use::check(int result) const {
    if (result != SQLITE_OK) {
        throw database_.error(result);
    }
}

bool Use::next() {
    const int result = ask_until_made([this] {
        const int step = sqlite3_step(statement_);
        // Such a result comes before the first row only, so nothing is read twice.
        return is_being_made(step) ? sqlite3_reset(statement_) : step;
    });
    if (result == SQLITE_ROW) {
        return true;
    }
    if (result != SQLITE_DONE) {
        throw database_.error(result);
    }
    return false;
}

void Use::bind(int index, double value) {
    check(sqlite3_bind_double(statement_, index, value));
}

void Use::bind(int index, std::int64_t value) {
    check(sqlite3_bind_int64(statement_, index, value));
}

void Use::bind(int index, const std::optional<std::int64_t>& value) {
    check(
        value ? sqlite3_bind_int64(statement_, index, *value) : sqlite3_bind_null(statement_, index)
    );
}

void Use::bind(int index, std::string_view value) {
    // A null pointer, which an empty view may hold, would be bound as NULL; so would a null blob.
    const char* bytes = value.data() == nullptr ? "" : value.data();
    check(sqlite3_bind_text64(statement_, index, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Use::bind(int index, Blob value) {
    const void* bytes = value.data() == nullptr ? static_cast<const void*>("") : value.data();
    check(sqlite3_bind_blob64(statement_, index, bytes, value.size(), SQLITE_STATIC));
}

std::int64_t Use::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::uint64_t Use::count(int column) const {
    return static_cast<std::uint64_t>(integer(column));
}

double Use::real(int column) const {
    return sqlite3_column_double(statement_, column);
}

std::optional<std::int64_t> Use::optional_integer(int column) const {
    if (sqlite3_column_type(statement_, column) == SQLITE_NULL) {
        return std::nullopt;
    }
    return integer(column);
}

std::string_view Use::text(int column) const {
    // The pointer must be asked for before the length: it may convert the value.
    const unsigned char* bytes = sqlite3_column_text(statement_, column);
    const int length = sqlite3_column_bytes(statement_, column);
    if (bytes == nullptr) {
        return {};
    }
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)};
}

Blob Use::blob(int column) const {
    const void* bytes = sqlite3_column_blob(statement_, column);
    const int length = sqlite3_column_bytes(statement_, column);
    return {static_cast<const std::byte*>(bytes), static_cast<std::size_t>(length)};
}

Transaction::Transaction(Database& database)
    : database_(database),
      outermost_(!database.in_transaction()) {
    if (outermost_) {
        database_.execute("BEGIN IMMEDIATE");
    }
}

void Transaction::commit() {
    if (outermost_) {
        database_.execute("COMMIT");
    }
    done_ = true;
}

Transaction::~Transaction() {
    // SQLite rolls back by itself after some failures; then there is nothing left to do.
    if (!done_ && database_.in_transaction()) {
        sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

Snapshot::Snapshot(Database& database)
    : database_(database),
      outermost_(!database.in_transaction()) {
    if (outermost_) {
        database_.execute("BEGIN");
    }
}

Snapshot::~Snapshot() {
    if (outermost_) {
        // Nothing was written, so there is nothing that could fail to be kept.
        sqlite3_exec(database_.handle(), "COMMIT", nullptr, nullptr, nullptr);
    }
}
}  // namespace gisa::catalog
