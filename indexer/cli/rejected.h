// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once
#include <string>

#include <gisa/indexer.h>

namespace gisa::cli {
/// "nightly.jsonl:7: no title and no body", without a line end and safe for a terminal.
[[nodiscard]] std::string rejected_line(const RejectedRecord& record);
}  // namespace gisa::cli
