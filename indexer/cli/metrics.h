// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include <gisa/archive_status.h>

#include "indexer/cli/run_outcome.h"

namespace gisa::cli {
/// What Prometheus' node_exporter reads from a text file: how the last run ended, and what the
/// archive holds. Without a status what it would tell is left out; without a last success it too.
/// Source: https://prometheus.io/docs/instrumenting/exposition_formats/
[[nodiscard]] std::string metrics_text(
    const RunOutcome& run,
    const std::optional<ArchiveStatus>& status,
    const std::optional<double>& last_success
);

/// When the last good run ended (seconds since 1970), as an earlier metrics_text() has it.
[[nodiscard]] std::optional<double> last_success_in(const std::string& metrics);

/// The same from the log of runs.
[[nodiscard]] std::optional<double> last_success_in(const ArchiveStatus& status);

/// Puts the metrics of a run into a file: all of them or, on failure, the old ones, which is a
/// warning on standard error.
void write_metrics(
    const std::filesystem::path& file,
    const RunOutcome& run,
    const std::optional<ArchiveStatus>& status
);
}  // namespace gisa::cli
