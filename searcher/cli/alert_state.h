// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "common/cli/environment.h"

namespace gisa::cli {
/// What is remembered between two nights, of one archive.
struct AlertState {
    struct Query {
        std::int64_t row = 0;  ///< Watermark::row up to which it was told; 0: never asked
        std::vector<std::string> stories;  ///< Hit::story of what was told last, oldest first
    };

    std::chrono::sys_seconds begun{};      ///< Watermark::begun
    std::map<std::string, Query> queries;  ///< by their names
};

/// As JSON, and back. Throws: Error (StorageFailed) for a text that is none of these.
[[nodiscard]] std::string to_json(const AlertState& state);
[[nodiscard]] AlertState parse_alert_state(const std::string& text);

/// The state's file, held so that no other run tells the same at the same time:
/// $XDG_STATE_HOME/gisa/alerts (or ~/.local/state/gisa/alerts), named by the archive's path with % in
/// the place of each slash.
class AlertStateFile {
  public:
    /// Throws: UsageError without a place for it; Error (ArchiveLocked, StorageFailed).
    AlertStateFile(const std::filesystem::path& archive, const Environment& environment);
    AlertStateFile(const AlertStateFile&) = delete;
    AlertStateFile& operator=(const AlertStateFile&) = delete;
    ~AlertStateFile();

    /// Empty before the first write().
    [[nodiscard]] AlertState read() const;
    void write(const AlertState& state) const;

  private:
    std::filesystem::path file_;
    int lock_ = -1;
};
}  // namespace gisa::cli
