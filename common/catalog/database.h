// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <gisa/error.h>

struct sqlite3;
struct sqlite3_stmt;

namespace gisa::catalog {
/// One SQLite connection. Every failure is a gisa::Error with a hint. One thread at a time.
class Database {
  public:
    enum class Mode : std::uint8_t {
        ReadOnly,
        Immutable,  ///< read-only, and nobody writes: no locks, no log
        ReadWrite,  ///< creates the file when it is absent
    };

    Database(const std::filesystem::path& file, Mode mode, std::chrono::milliseconds patience);

    /// Runs statements without results, separated by semicolons.
    void execute(const char* statements);

    /// The one integer that a statement answers with. Meant for pragmas and tests.
    [[nodiscard]] std::int64_t integer(const char* statement);

    /// Whether the file can be read from where it lies. False when its write-ahead log needs an
    /// index that is not there and cannot be made; other failures are thrown.
    [[nodiscard]] bool readable();

    /// Moves what the log holds into the file and empties the log, unless somebody is reading just
    /// now; then a later call does.
    void empty_log();

    /// Keeps the write-ahead log and its index in the folder when the last connection closes, so
    /// that a user who may not write to the folder can still open the file.
    void keep_log();

    /// Copies all of it, as it is at one instant, into a file that is not there.
    void copy_to(const std::filesystem::path& copy);

    [[nodiscard]] bool in_transaction() const;
    /// Rows changed by the last statement.
    [[nodiscard]] std::int64_t changed_rows() const;
    [[nodiscard]] std::int64_t last_inserted_row() const;

    [[nodiscard]] const std::filesystem::path& file() const { return file_; }

    [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

    /// The last failure as an Error; `result` is the SQLite result code.
    [[nodiscard]] Error error(int result) const;

  private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };

    std::filesystem::path file_;
    std::chrono::milliseconds patience_;
    std::unique_ptr<sqlite3, Close> handle_;
};

/// A statement, prepared when it is first used and kept.
class Statement {
  public:
    /// `sql` must outlive the statement: a literal.
    Statement(Database& database, const char* sql) : database_(database), sql_(sql) {}

    /// Prepared and without bindings left over from an earlier use.
    [[nodiscard]] sqlite3_stmt* ready();

    [[nodiscard]] Database& database() { return database_; }

  private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    Database& database_;
    const char* sql_;
    std::unique_ptr<sqlite3_stmt, Finalize> prepared_;
};

using Blob = std::span<const std::byte>;

/// One use of a statement: binds the arguments to ?1, ?2 ... and gives the statement back, reset,
/// when it goes. Texts and blobs are not copied; they must live as long as the use.
class Use {
  public:
    template <typename... Arguments>
    explicit Use(Statement& statement, const Arguments&... arguments)
        : database_(statement.database()),
          statement_(statement.ready()) {
        int index = 0;
        (bind(++index, arguments), ...);
    }

    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use();

    /// Moves to the next row; false when there is none.
    bool next();

    /// Runs a statement that answers with no row.
    void run() {
        while (next()) {
        }
    }

    [[nodiscard]] std::int64_t integer(int column) const;
    /// As a count: never negative in a sound catalog.
    [[nodiscard]] std::uint64_t count(int column) const;
    [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
    [[nodiscard]] double real(int column) const;
    /// Valid until next() or the end of the use; empty for NULL.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] Blob blob(int column) const;

  private:
    void bind(int index, std::int64_t value);

    void bind(int index, std::uint64_t value) { bind(index, static_cast<std::int64_t>(value)); }

    void bind(int index, double value);
    void bind(int index, const std::optional<std::int64_t>& value);
    void bind(int index, std::string_view value);
    void bind(int index, Blob value);
    void check(int result) const;

    Database& database_;
    sqlite3_stmt* statement_;
};

/// The outermost Transaction begins one; those inside it join. Without commit() everything since
/// the outermost began is rolled back, so that no half of a change is ever kept.
class Transaction {
  public:
    explicit Transaction(Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();
    void commit();

  private:
    Database& database_;
    bool outermost_;
    bool done_ = false;
};

/// Lets several questions see one and the same instant, while it lives.
class Snapshot {
  public:
    explicit Snapshot(Database& database);
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    ~Snapshot();

  private:
    Database& database_;
    bool outermost_;
};
}  // namespace gisa::catalog
