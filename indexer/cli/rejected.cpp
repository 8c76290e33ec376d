// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/rejected.h"

#include "common/cli/layout.h"

namespace gisa::cli {
std::string rejected_line(const RejectedRecord& record) {
    const std::string place = record.line == 0 ? "" : ":" + std::to_string(record.line);
    return printable(record.source) + place + ": " + printable(record.reason);
}
}  // namespace gisa::cli
