// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/warn.h"

#include <iostream>

#include "common/cli/layout.h"
#include "common/messages/tr.h"

namespace gisa::cli {
void warn(std::string_view sentence) {
    std::cerr << "gisa-index: " << tr("warning: %1", {printable(sentence)}) << '\n';
}
}  // namespace gisa::cli
