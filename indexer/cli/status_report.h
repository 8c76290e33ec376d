// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <chrono>
#include <string>

#include <gisa/archive_status.h>

namespace gisa::cli {
/// An archive's state for people: totals, then tables of publishers, segments, runs and rejected
/// records. Safe for a terminal.
[[nodiscard]] std::string status_text(const ArchiveStatus& status);

/// The same for programs: one JSON object with a line end, every member under its own name; times
/// as ISO 8601 with Seoul's offset, absent ones null.
[[nodiscard]] std::string status_json(const ArchiveStatus& status);

}  // namespace gisa::cli
