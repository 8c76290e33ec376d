// SPDX-License-Identifier: GPL-2.0-or-later
// The log of runs.
#include "common/catalog/catalog_impl.h"

namespace gisa::catalog {
namespace {
std::int64_t now() {
    const auto instant = std::chrono::system_clock::now();
    return std::chrono::floor<std::chrono::seconds>(instant).time_since_epoch().count();
}

void require_run(const Database& database, std::uint64_t run) {
    if (database.changed_rows() != 1) {
        throw Error(
            ErrorCode::InvalidArgument, "there is no run " + std::to_string(run) + " to finish"
        );
    }
}
}  // namespace

std::uint64_t Catalog::begin_run(std::string_view command, std::string_view inputs) {
    Statement insert(
        impl_->database, "INSERT INTO runs (command, inputs, started) VALUES (?1, ?2, ?3)"
    );
    Use(insert, command, inputs, now()).run();
    return static_cast<std::uint64_t>(impl_->database.last_inserted_row());
}

void Catalog::finish_run(const RunReport& report) {
    Statement update(
        impl_->database,
        "UPDATE runs SET finished = ?2, added = ?3, replaced = ?4, unchanged = ?5, removed = ?6,"
        " rejected = ?7, taken_down = ?8, resumed = ?9, merged = ?10, text_bytes = ?11,"
        " wall_seconds = ?12, read_seconds = ?13, catalog_seconds = ?14, analyze_seconds = ?15,"
        " write_seconds = ?16, compact_seconds = ?17, merge_seconds = ?18, warnings = ?19 WHERE "
        "run = ?1"
    );
    const StageSeconds& cpu = report.cpu_seconds;
    const std::string warnings = join_lines(report.warnings);
    Use(update,
        report.run,
        now(),
        report.added,
        report.replaced,
        report.unchanged,
        report.removed,
        report.rejected,
        report.taken_down,
        report.resumed,
        report.merge.articles,
        report.text_bytes,
        report.wall_seconds,
        cpu.read,
        cpu.catalog,
        cpu.analyze,
        cpu.write,
        cpu.compact,
        cpu.merge,
        warnings)
        .run();
    require_run(impl_->database, report.run);
    if (!impl_->database.in_transaction()) {
        impl_->database.empty_log();
    }
}

void Catalog::fail_run(std::uint64_t run, std::string_view problem) {
    Statement update(impl_->database, "UPDATE runs SET finished = ?2, problem = ?3 WHERE run = ?1");
    Use(update, run, now(), problem).run();
    require_run(impl_->database, run);
}

void Catalog::drop_stored(std::uint64_t run) {
    Database& database = impl_->database;
    Transaction transaction(database);
    for (const char* sql :
         {"DELETE FROM texts WHERE row IN (SELECT row FROM articles INDEXED BY pending_id"
          " WHERE state = 0 AND run = ?1)",
          "DELETE FROM articles WHERE row IN (SELECT row FROM articles INDEXED BY pending_id"
          " WHERE state = 0 AND run = ?1)",
          "UPDATE sources SET content_hash = x'', records = 0, articles = 0 WHERE run = ?1"}) {
        Statement statement(database, sql);
        Use(statement, run).run();
    }
    transaction.commit();
}
}  // namespace gisa::catalog
