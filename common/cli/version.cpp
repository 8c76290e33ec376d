// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/version.h"

namespace gisa::cli {
std::string version_line(std::string_view program) {
    return std::string(program) + " " GISA_VERSION "\n";
}
}  // namespace gisa::cli
